import { describe, expect, test } from 'vitest';
import { createI18n, interfaceLanguage } from '../../../renderer/i18n/i18n.ts';

describe('the language of the interface', () => {
  test.each([
    [null, 'vi', 'vi'],
    [null, 'vi-VN', 'vi'],
    [null, 'en-GB', 'en'],
    [null, 'fr-FR', 'en'],
    [null, 'vie-x', 'en'],
    ['en', 'vi-VN', 'en'],
    ['vi', 'en-GB', 'vi'],
  ] as const)('chosen %s on a system that speaks %s is %s', (chosen, system, language) => {
    expect(interfaceLanguage(chosen, system)).toBe(language);
  });

  test('is switched live', async () => {
    const i18n = createI18n('en');
    expect(i18n.t('commands.edit.undo')).toBe('Undo');
    await i18n.changeLanguage('vi');
    expect(i18n.t('commands.edit.undo')).toBe('Hoàn tác');
  });

  test('counts by its own rules and leaves what it fills in as it is', () => {
    const en = createI18n('en');
    expect(en.t('settings.measure-value', { count: 1 })).toBe('1 letter');
    expect(en.t('settings.measure-value', { count: 66 })).toBe('66 letters');
    const vi = createI18n('vi');
    expect(vi.t('settings.measure-value', { count: 1 })).toBe('1 chữ cái');
    expect(vi.t('models.added', { model: '<b>&"opus"' })).toBe('<b>&"opus" đã sẵn sàng.');
  });
});
