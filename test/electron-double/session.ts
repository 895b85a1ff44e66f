// `session`: what main decides on requests and permissions.
import { EventEmitter } from 'node:events';
import { answerRequest } from './control.ts';
import type { WebContents } from './web-contents.ts';

interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContents: WebContents;
}

type BeforeRequest = (
  details: RequestDetails,
  answer: (response: { readonly cancel?: boolean }) => void,
) => void;
type PermissionRequest = (
  contents: WebContents | null,
  permission: string,
  answer: (granted: boolean) => void,
) => void;
type PermissionCheck = (contents: WebContents | null, permission: string) => boolean;

let beforeRequest: BeforeRequest | null = null;
let permissionRequest: PermissionRequest | null = null;
let permissionCheck: PermissionCheck | null = null;

export const defaultSession = Object.assign(new EventEmitter(), {
  webRequest: {
    onBeforeRequest: (handler: BeforeRequest) => {
      beforeRequest = handler;
    },
  },
  setPermissionRequestHandler: (handler: PermissionRequest) => {
    permissionRequest = handler;
  },
  setPermissionCheckHandler: (handler: PermissionCheck) => {
    permissionCheck = handler;
  },
  setDevicePermissionHandler: (_handler: () => boolean) => undefined,
});

export const session = { defaultSession };

/** Whether main lets a request leave; without a handler everything may. */
export function mayRequest(details: RequestDetails): Promise<boolean> {
  return new Promise((resolve) => {
    if (beforeRequest === null) {
      resolve(true);
    } else {
      beforeRequest(details, ({ cancel = false }) => resolve(!cancel));
    }
  });
}

/** What main answers when a page asks for a permission and when Chromium checks for it; both grant where main is silent, as Electron does. */
export async function permissionAnswers(
  contents: WebContents | null,
  permission: string,
): Promise<{ readonly requested: boolean; readonly checked: boolean }> {
  const request = permissionRequest;
  const requested = await new Promise<boolean>((resolve) =>
    request === null ? resolve(true) : request(contents, permission, resolve),
  );
  return { requested, checked: permissionCheck?.(contents, permission) ?? true };
}

/** Electron's names for what can be set in Chromium, by Chromium's. */
export const settablePermissions: ReadonlyMap<string, string> = new Map([
  ['camera', 'media'],
  ['clipboard-read', 'clipboard-read'],
  ['geolocation', 'geolocation'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['notifications', 'notifications'],
]);

answerRequest<string>('permission.ask', (permission) => permissionAnswers(null, permission));

// Whether main lets a download of an address go on, as Electron asks it.
answerRequest<string>('download.ask', (url) => {
  let isPrevented = false;
  const preventDefault = () => {
    isPrevented = true;
  };
  defaultSession.emit('will-download', { preventDefault }, { getURL: () => url });
  return !isPrevented;
});
