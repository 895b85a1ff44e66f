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
