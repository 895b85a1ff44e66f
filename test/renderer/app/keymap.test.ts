import { describe, expect, test } from 'vitest';
import type { Command } from '../../../renderer/app/command.ts';
import { commandFor, keyName } from '../../../renderer/app/keymap.ts';
import { keyCaps } from '../../../renderer/ui/key-names.ts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('keyName', () => {
  test.each([
    ['a letter', { key: 'j' }, 'J'],
    ['a letter with Caps Lock', { key: 'J' }, 'J'],
    ['a letter with Shift', { key: 'J', shiftKey: true }, 'Shift+J'],
    ['Ctrl', { key: 'z', ctrlKey: true }, 'Mod+Z'],
    ['Cmd', { key: 'z', metaKey: true }, 'Mod+Z'],
    ['Ctrl and Shift', { key: 'Z', ctrlKey: true, shiftKey: true }, 'Mod+Shift+Z'],
    ['Alt', { key: 'x', altKey: true }, 'Alt+X'],
    ['a sign that needs Shift on some keyboards', { key: '?', shiftKey: true }, '?'],
    ['the same sign where it needs none', { key: '?' }, '?'],
    ['plus', { key: '+', shiftKey: true }, '+'],
    ['a digit', { key: '1' }, '1'],
    ['an arrow', { key: 'ArrowDown' }, 'ArrowDown'],
    ['an arrow with Shift', { key: 'ArrowDown', shiftKey: true }, 'Shift+ArrowDown'],
    ['Escape with Shift', { key: 'Escape', shiftKey: true }, 'Shift+Escape'],
    ['the space bar', { key: ' ' }, 'Space'],
    ['the space bar with Shift', { key: ' ', shiftKey: true }, 'Shift+Space'],
    ['a Vietnamese letter', { key: 'đ' }, 'Đ'],
  ])('%s', (_, press, name) => {
    expect(keyName({ ...bare, ...press })).toBe(name);
  });
});

describe('commandFor', () => {
  const find = command('view.find', ['/', 'Mod+F'], true);
  const next = command('move.next', ['J'], false);
  const press = (key: string, ctrlKey = false) => ({ ...bare, key, ctrlKey });

  test('a key means its command', () => {
    expect(commandFor([find, next], press('j'), false)).toBe(next);
    expect(commandFor([find, next], press('/'), false)).toBe(find);
    expect(commandFor([find, next], press('q'), false)).toBeNull();
  });

  test('while typing, letters and signs are typed; only commands for fields, with Ctrl, work', () => {
    expect(commandFor([find, next], press('j'), true)).toBeNull();
    expect(commandFor([find, next], press('/'), true)).toBeNull();
    expect(commandFor([find, next], press('f', true), true)).toBe(find);
  });
});

describe('keyCaps', () => {
  test.each([
    ['Mod+Shift+Z', false, ['Ctrl', 'Shift', 'Z']],
    ['Mod+Shift+Z', true, ['⌘', '⇧', 'Z']],
    ['Alt+ArrowUp', true, ['⌥', '↑']],
    ['+', false, ['+']],
    ['Mod+=', false, ['Ctrl', '=']],
    ['Escape', false, ['Esc']],
    ['Enter', false, ['↵']],
  ])('%s (on a Mac: %s)', (keys, mac, caps) => {
    expect(keyCaps(keys, mac)).toEqual(caps);
  });
});

function command(id: string, keys: readonly string[], inFields: boolean): Command {
  const rest = { id, group: 'view', keys, enabled: () => true, run: () => undefined } as const;
  return inFields ? { ...rest, inFields: true } : rest;
}
