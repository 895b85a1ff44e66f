// What the page may ask of the system: to copy text, to save a file that it made itself, and nothing else.
import type { Session } from 'electron';

const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Refuses what a session's pages ask for but copying text: permissions, devices, downloads from anywhere. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(granted.has(permission));
  });
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    // A file made by the page; Electron asks the reader where it is to go.
    if (!item.getURL().startsWith('blob:')) {
      event.preventDefault();
    }
  });
}
