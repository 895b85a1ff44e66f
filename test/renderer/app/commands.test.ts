import { describe, expect, test } from 'vitest';
import { createPhrases } from '../../../electron/language/phrases.ts';
import { commandGroups } from '../../../renderer/app/command.ts';
import { commandWords } from '../../../renderer/app/command-words.ts';
import { commandById, commands } from '../../../renderer/app/commands.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';

describe('commands', () => {
  test('no two share an id or a key', () => {
    const ids = commands.map(({ id }) => id);
    const keys = commands.flatMap((command) => command.keys);
    expect(ids).toHaveLength(new Set(ids).size);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('every group has some, and those that work in fields have a key with Ctrl', () => {
    for (const group of commandGroups) {
      expect(commands.some((command) => command.group === group)).toBe(true);
    }
    for (const { id, keys, inFields } of commands) {
      expect(!inFields || keys.some((key) => key.startsWith('Mod+')), id).toBe(true);
    }
  });

  test.each(['vi', 'en'] as const)('each has words of its own in %s', (language) => {
    const { t } = createI18n(language);
    const words = commands.map((command) => commandWords(t, command));
    expect(words.filter((text) => text === '' || text.startsWith('commands.'))).toEqual([]);
    expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([]);
  });

  test('the page and the native menu call the same thing by the same name', () => {
    for (const language of ['vi', 'en'] as const) {
      const { t } = createI18n(language);
      const phrases = createPhrases(language);
      for (const [id, key] of [
        ['edit.undo', 'menu.undo'],
        ['edit.redo', 'menu.redo'],
        ['view.layout-columns', 'menu.columns'],
        ['view.layout-rows', 'menu.rows'],
        ['view.layout-interleaved', 'menu.interleaved'],
        ['view.layout-single', 'menu.single'],
        ['view.larger-text', 'menu.largerText'],
      ] as const) {
        const named = phrases(key).toLocaleLowerCase(language);
        expect(commandWords(t, { id }).toLocaleLowerCase(language)).toBe(named);
      }
    }
  });

  test('one is found by its id', () => {
    expect(commandById('edit.undo')?.keys).toContain('Mod+Z');
    expect(commandById('edit.nothing')).toBeUndefined();
  });
});
