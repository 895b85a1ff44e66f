// Opens a native dialog over the page for as long as it is drawn.
import { type RefObject, useLayoutEffect, useRef } from 'react';

interface Modal {
  readonly ref: RefObject<HTMLDialogElement | null>;
  readonly closedby: 'any' | 'closerequest';
  readonly onCancel: (event: React.SyntheticEvent) => void;
  readonly onClose: () => void;
}

/**
 * What a `<dialog>` needs: it opens when it is drawn; Esc and, unless something would be lost, a click beside it call
 * `onClose`, whose work it is to stop drawing it. The browser keeps the focus inside and gives it back to where it was.
 */
export function useModal(onClose: () => void, byClick = true): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    if (dialog) {
      focusFirst(dialog);
    }
    // An element that is taken away while open does not give the focus back: it closes first.
    return () => dialog?.close();
  }, []);
  return {
    ref,
    closedby: byClick ? 'any' : 'closerequest',
    // At once: the event of closing comes a moment later, when the next key may have been pressed.
    onCancel: (event) => {
      if (event.target === ref.current) {
        onClose();
      }
    },
    onClose: () => {
      // For what closes without asking. React's strict mode closes and opens again, and this event comes late.
      if (ref.current?.open === false) {
        onClose();
      }
    },
  };
}

/** What the dialog names for it, else its first control; left to itself the browser would take the part that scrolls. */
function focusFirst(dialog: HTMLDialogElement): void {
  const named = dialog.querySelector<HTMLElement>('[data-first-focus]');
  if (named) {
    named.focus();
    return;
  }
  dialog
    .querySelector<HTMLElement>('a[href], button:enabled, input:enabled, select:enabled, textarea')
    ?.focus({ preventScroll: true });
  dialog.querySelector('.scrolls')?.scrollTo(0, 0);
}
