// A window shows the page and stays on it: no navigation, no new window, no webview. A link to the outside is offered
// to the system's browser, after asking.
import { BrowserWindow, dialog, shell, type WebContents } from 'electron';
import type { Phrases } from '../language/phrases.ts';

const offered: ReadonlySet<string> = new Set(['https:', 'mailto:']);

/**
 * Keeps a window's contents on the page. `https:` and `mailto:` addresses are offered to the system, after a question in
 * the language that `phrases` has then; what fails is logged.
 */
export function confine(
  contents: WebContents,
  phrases: () => Phrases,
  log: (message: string) => void,
): void {
  const offer = createOffer(contents, phrases, log);
  contents.on('will-navigate', (details) => {
    details.preventDefault();
    offer(details.url);
  });
  contents.on('will-frame-navigate', (details) => details.preventDefault());
  contents.on('will-redirect', (details) => details.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    offer(url);
    return { action: 'deny' };
  });
}

/** Asks about one address at a time: a page that offers many cannot cover the screen with questions. */
function createOffer(
  contents: WebContents,
  phrases: () => Phrases,
  log: (message: string) => void,
): (address: string) => void {
  let isAsking = false;
  return (address) => {
    const url = URL.parse(address);
    const window = BrowserWindow.fromWebContents(contents);
    if (isAsking || url === null || !offered.has(url.protocol) || window === null) {
      return;
    }
    isAsking = true;
    const words = phrases();
    void dialog
      .showMessageBox(window, {
        type: 'question',
        message: words('shell.openLink'),
        detail: url.href,
        buttons: [words('shell.open'), words('shell.cancel')],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      })
      .then(({ response }) => (response === 0 ? shell.openExternal(url.href) : undefined))
      // The system may know no program for the address.
      .catch((error: unknown) => log(`${url.protocol} address not opened: ${error}`))
      .finally(() => {
        isAsking = false;
      });
  };
}
