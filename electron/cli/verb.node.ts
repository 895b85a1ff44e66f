// What every verb of the command line looks like, and what it is given to work with.
import type { Failure, Result } from '../contract/result.ts';
import type { Phrases } from '../language/phrases.ts';
import type { Workspace } from '../workspace.node.ts';
import type { Output } from './output.node.ts';

export interface Verb {
  readonly name: string;
  /** Its own options, beside the common ones; `string` options take a value. */
  readonly options: Readonly<Record<string, 'string' | 'boolean'>>;
  /** Names of its arguments as the usage shows them; all must be given. */
  readonly arguments: readonly string[];
  /** What is wrong with the values given, before anything is opened, or null. */
  check(given: Given, phrases: Phrases): string | null;
  /** Does the work. A failure ends the program with 1, its sentence on standard error. */
  run(given: Given, context: VerbContext): Promise<Result<Outcome>>;
}

/** `incomplete`: the answer is out, but something that was told on standard error is missing from it (exit code 1). */
export type Outcome = 'complete' | 'incomplete';

/** The options and arguments as they were given. */
export interface Given {
  readonly json: boolean;
  /** By option name; absent where it was not given, empty for a boolean that was. */
  readonly options: Readonly<Record<string, string>>;
  readonly arguments: readonly string[];
}

export interface VerbContext {
  readonly workspace: Workspace;
  readonly phrases: Phrases;
  readonly output: Output;
  /** Standard input, opened when it is asked for. */
  input(): AsyncIterable<Uint8Array>;
  /** Says a sentence on standard error. */
  complain(failure: Failure): void;
  /** Says words that are not the answer, on standard error. */
  tell(words: string): void;
  readonly log: (message: string) => void;
  /** Settles when the reader asks the program to end (Ctrl+C). */
  readonly interrupted: AbortSignal;
}
