// Reads a command line into a verb and what it was given; says what is wrong in words and opens nothing.
import { parseArgs } from 'node:util';
import type { Phrases } from '../language/phrases.ts';
import type { Given, Verb } from './verb.node.ts';

export type CommandLine =
  | {
      readonly type: 'run';
      readonly verb: Verb;
      readonly given: Given;
      readonly data: string | undefined;
    }
  | { readonly type: 'help' }
  | { readonly type: 'mistake'; readonly words: string };

const commonOptions = { data: 'string', json: 'boolean', help: 'boolean' } as const;

/** `args` without Node's own two. The first thing that is wrong is answered as a `mistake`, in the words of `phrases`. */
export function readCommandLine(
  args: readonly string[],
  verbs: readonly Verb[],
  phrases: Phrases,
): CommandLine {
  const known: Record<string, 'string' | 'boolean'> = Object.assign(
    {},
    ...verbs.map((verb) => verb.options),
    commonOptions,
  );
  // Not strict: parseArgs' own complaints are English and name no verb.
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(known).map(([name, type]) => [name, { type }])),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const options = tokens.filter((token) => token.kind === 'option');
  const [verbName, ...positionals] = tokens
    .filter((token) => token.kind === 'positional')
    .map((token) => token.value);
  if (options.some((option) => option.rawName === '--help')) {
    return { type: 'help' };
  }
  if (verbName === undefined) {
    return { type: 'mistake', words: phrases('cli.verbMissing') };
  }
  const verb = verbs.find(({ name }) => name === verbName);
  if (verb === undefined) {
    return { type: 'mistake', words: phrases('cli.verbUnknown', { verb: verbName }) };
  }
  const types = new Map(Object.entries({ ...verb.options, ...commonOptions }));
  const values: Record<string, string> = {};
  let json = false;
  for (const { name, rawName, value } of options) {
    const type = rawName.startsWith('--') ? types.get(name) : undefined;
    const mistake = optionMistake(type, value);
    if (mistake !== null) {
      return { type: 'mistake', words: phrases(mistake, { verb: verb.name, option: rawName }) };
    }
    if (name === 'json') {
      json = true;
    } else {
      values[name] = value ?? '';
    }
  }
  const missing = verb.arguments[positionals.length];
  if (missing !== undefined) {
    const words = phrases('cli.argumentMissing', { verb: verb.name, argument: missing });
    return { type: 'mistake', words };
  }
  const unwanted = positionals[verb.arguments.length];
  if (unwanted !== undefined) {
    const words = phrases('cli.argumentUnwanted', { verb: verb.name, argument: unwanted });
    return { type: 'mistake', words };
  }
  const { data, ...own } = values;
  const given: Given = { json, options: own, arguments: positionals };
  const words = verb.check(given, phrases);
  return words === null ? { type: 'run', verb, given, data } : { type: 'mistake', words };
}

function optionMistake(type: 'string' | 'boolean' | undefined, value: string | undefined) {
  switch (type) {
    case undefined:
      return 'cli.optionUnknown';
    case 'string':
      return value ? null : 'cli.optionValueMissing';
    case 'boolean':
      return value === undefined ? null : 'cli.optionValueUnwanted';
  }
}
