import { describe, expect, test } from 'vitest';
import { themeFor } from '../../../renderer/settings/appearance.ts';

describe('the theme to show', () => {
  test.each([
    [{ dark: false, moreContrast: false }, 'light'],
    [{ dark: true, moreContrast: false }, 'dark'],
    [{ dark: false, moreContrast: true }, 'contrast'],
    [{ dark: true, moreContrast: true }, 'contrast'],
  ] as const)('follows the system (%o)', (system, theme) => {
    expect(themeFor('system', system)).toBe(theme);
  });

  test('is the one that was chosen, whatever the system asks for', () => {
    for (const theme of ['light', 'sepia', 'dark', 'contrast'] as const) {
      expect(themeFor(theme, { dark: true, moreContrast: true })).toBe(theme);
    }
  });
});
