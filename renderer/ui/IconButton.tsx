// A button that shows an icon alone: its words are read aloud, and shown beside it with its keys when pointed at.
import type { PropsWithChildren } from 'react';
import { KeyCaps } from './KeyCaps.tsx';
import { useTooltip } from './tooltip.ts';
import './ui.css';

interface IconButtonProps extends PropsWithChildren {
  readonly label: string;
  /** Shown in the tooltip; as a command names it: `Mod+F`. */
  readonly keys?: string | undefined;
  /** For a button that switches something on and off. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

export function IconButton({
  label,
  keys,
  pressed,
  disabled = false,
  onClick,
  children,
}: IconButtonProps) {
  const { tip, owner } = useTooltip();
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={label}
        aria-pressed={pressed}
        // Not `disabled`: the button keeps its tooltip and its place in the order of the Tab key.
        aria-disabled={disabled}
        onClick={disabled ? undefined : onClick}
        {...owner}
      >
        {children}
      </button>
      <span ref={tip} popover="manual" className="tooltip" aria-hidden="true">
        {label}
        {keys !== undefined && <KeyCaps keys={keys} />}
      </span>
    </>
  );
}
