// The page loads its own files and nothing from any network.
import type { Session } from 'electron';
import { pageOrigin } from './page-address.ts';

const inner: ReadonlySet<string> = new Set(['data:', 'blob:', 'devtools:']);

/** Cancels every request of a session that is not for the page's own files, `data:`, `blob:` or the developer tools. */
export function blockNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isInner(details.url) });
  });
}

function isInner(address: string): boolean {
  return address.startsWith(`${pageOrigin}/`) || inner.has(new URL(address).protocol);
}
