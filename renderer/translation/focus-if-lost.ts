// Keeps the keyboard where it was when the button that was pressed gives way to another.
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Focuses the first button of an element, or the element itself, when `occasion` changes and nothing has the focus any
 * more. Not when it is first drawn.
 */
export function useFocusIfLost(element: RefObject<HTMLElement | null>, occasion: unknown): void {
  const last = useRef(occasion);
  useEffect(() => {
    const isNew = last.current !== occasion;
    last.current = occasion;
    if (isNew && document.activeElement === document.body) {
      (element.current?.querySelector('button') ?? element.current)?.focus();
    }
  }, [element, occasion]);
}
