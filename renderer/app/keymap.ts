// Keys as text (`j`, `Shift+T`, `Mod+Z`, `ArrowDown`) and the command that a key press means.
import type { Command } from './command.ts';

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** A key press as text. Shift is named for letters and named keys alone: `?` and `+` need it on some keyboards only. */
export function keyName(press: KeyPress): string {
  const named = press.key.length > 1;
  const letter = press.key.toLowerCase() !== press.key.toUpperCase();
  const key = press.key === ' ' ? 'Space' : letter && !named ? press.key.toUpperCase() : press.key;
  return [
    press.ctrlKey || press.metaKey ? 'Mod+' : '',
    press.altKey ? 'Alt+' : '',
    press.shiftKey && (named || letter || press.key === ' ') ? 'Shift+' : '',
    key,
  ].join('');
}

/**
 * The command for a key press; null where there is none. While typing in a field only those that work there, by
 * their keys with Ctrl or Cmd: the others are letters of what is typed.
 */
export function commandFor(
  commands: readonly Command[],
  press: KeyPress,
  inField: boolean,
): Command | null {
  const name = keyName(press);
  return (
    commands.find(
      (command) =>
        command.keys.includes(name) &&
        (!inField || (command.inFields === true && name.startsWith('Mod+'))),
    ) ?? null
  );
}

const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: '↵',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
};

/** The parts of a key to show, each in a key cap: `Mod+Z` is Ctrl and Z, or ⌘ and Z on a Mac. */
export function keyCaps(key: string, mac: boolean): readonly string[] {
  const parts = key === '+' ? ['+'] : key.split('+');
  return parts.map((part) => {
    switch (part) {
      case 'Mod':
        return mac ? '⌘' : 'Ctrl';
      case 'Alt':
        return mac ? '⌥' : 'Alt';
      case 'Shift':
        return mac ? '⇧' : 'Shift';
      default:
        return symbols[part] ?? part;
    }
  });
}

export const onMac = /Mac/.test(navigator.userAgent);
