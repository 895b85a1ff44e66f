// A button with words.
import type { ButtonHTMLAttributes } from 'react';
import './ui.css';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main` for the one thing that a dialog is for; `quiet` without a border. */
  readonly kind?: 'main' | 'plain' | 'quiet';
}

export function Button({ kind = 'plain', ...rest }: ButtonProps) {
  return <button type="button" className="button" data-kind={kind} {...rest} />;
}
