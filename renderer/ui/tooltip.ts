// Shows a tooltip in the top layer while its owner is pointed at or has the keyboard's focus.
import { type RefObject, useEffect, useRef } from 'react';
import { placeBeside } from './place.ts';

const delayMs = 450;

/** What the owner of a tooltip must spread onto itself; `tip` goes onto the tooltip, a `popover="manual"` beside it. */
export function useTooltip(): {
  readonly tip: RefObject<HTMLSpanElement | null>;
  readonly owner: {
    readonly onPointerEnter: (event: React.PointerEvent<HTMLElement>) => void;
    readonly onPointerLeave: () => void;
    readonly onPointerDown: () => void;
    readonly onFocus: (event: React.FocusEvent<HTMLElement>) => void;
    readonly onBlur: () => void;
    readonly onKeyDown: () => void;
  };
} {
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (owner: HTMLElement) => {
    const element = tip.current;
    // Its owner may have gone while the tooltip was waited for.
    if (element?.isConnected && !element.matches(':popover-open')) {
      element.showPopover();
      const { left, top } = placeBeside(
        owner.getBoundingClientRect(),
        element.getBoundingClientRect(),
        { width: window.innerWidth, height: window.innerHeight },
      );
      element.style.left = `${left}px`;
      element.style.top = `${top}px`;
    }
  };
  const hide = () => {
    clearTimeout(timer.current);
    tip.current?.hidePopover();
  };
  return {
    tip,
    owner: {
      onPointerEnter: ({ currentTarget, pointerType }) => {
        if (pointerType === 'mouse') {
          timer.current = setTimeout(() => show(currentTarget), delayMs);
        }
      },
      onPointerLeave: hide,
      onPointerDown: hide,
      onFocus: ({ currentTarget }) => {
        if (currentTarget.matches(':focus-visible')) {
          show(currentTarget);
        }
      },
      onBlur: hide,
      onKeyDown: hide,
    },
  };
}
