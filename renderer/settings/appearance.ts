// Dresses the page as the reader prefers: theme, size of type, space between lines, length of lines.
import { useLayoutEffect } from 'react';
import type { Preferences, Theme } from '../../electron/settings/settings.ts';

export interface SystemLook {
  readonly dark: boolean;
  readonly moreContrast: boolean;
}

/** The theme to show; `system` follows what the system asks for, contrast before darkness. */
export function themeFor(theme: Theme, system: SystemLook): Exclude<Theme, 'system'> {
  if (theme !== 'system') {
    return theme;
  }
  if (system.moreContrast) {
    return 'contrast';
  }
  return system.dark ? 'dark' : 'light';
}

/** CSS counts a line in widths of the digit 0; a letter of running text in the reading face is narrower. */
const letterPerDigit = 0.87;

/**
 * Sets `data-theme` and the type's measures on the page's root element, and goes on following the system until
 * the function that it answers is called.
 */
function applyPreferences(
  root: HTMLElement,
  { theme, fontSizePx, lineHeight, measureCh }: Preferences,
): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  const dress = () => {
    root.dataset['theme'] = themeFor(theme, { dark: dark.matches, moreContrast: contrast.matches });
  };
  dress();
  root.style.setProperty('--reading-size', `${fontSizePx}px`);
  root.style.setProperty('--reading-leading', String(lineHeight));
  root.style.setProperty('--measure', `${measureCh * letterPerDigit}ch`);
  dark.addEventListener('change', dress);
  contrast.addEventListener('change', dress);
  return () => {
    dark.removeEventListener('change', dress);
    contrast.removeEventListener('change', dress);
  };
}

/** Keeps the page dressed as the preferences say. */
export function useAppearance(preferences: Preferences): void {
  useLayoutEffect(() => applyPreferences(document.documentElement, preferences), [preferences]);
}
