// The words and keys of commands, for lists and tooltips.
import type { ParseKeys, TFunction } from 'i18next';
import type { Command } from './command.ts';

type CommandKey = Extract<ParseKeys, `commands.${string}`>;

/** What a command is called. */
export function commandWords(t: TFunction, { id }: Pick<Command, 'id'>): string {
  // Ids are plain strings, since the native menu sends them; a test holds that each has its words.
  return t(`commands.${id}` as CommandKey);
}
