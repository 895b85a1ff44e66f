// What the page may ask of the system: to copy text, and nothing else.
import type { Session } from 'electron';

const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Refuses what a session's pages ask for but copying text: permissions, devices, downloads. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(granted.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
