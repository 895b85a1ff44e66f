// The navigation events: main is asked before a request leaves, in Electron's order.
import type { EventEmitter } from 'node:events';

interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
  readonly isRedirect: boolean;
}

/** False where main prevented it. Not for what main loads itself, which has no such events. */
export function mayNavigate(contents: EventEmitter, navigation: Navigation): boolean {
  const { isMainFrame, isRedirect } = navigation;
  let prevented = false;
  const details = {
    ...navigation,
    preventDefault: () => {
      prevented = true;
    },
  };
  if (isRedirect) {
    contents.emit('will-redirect', details);
    return !prevented;
  }
  contents.emit('will-frame-navigate', details);
  if (isMainFrame) {
    contents.emit('will-navigate', details);
  }
  return !prevented;
}
