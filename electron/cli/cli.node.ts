// The command line: finds the verb, opens the workspace, lets the verb answer.
// Exit codes: 0 answered, 1 failed, 2 misused, 130 interrupted.
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Failure } from '../contract/result.ts';
import { languageOfWorkspace } from '../language/interface-language.ts';
import { createPhrases, type Phrases, phraseOfFailure } from '../language/phrases.ts';
import { systemLanguage } from '../language/system-language.ts';
import { dataFolderOf } from '../start/folders.node.ts';
import { openProgramWorkspace, systemLanguageTag } from '../start/program.node.ts';
import { align } from './align.node.ts';
import { type CommandLine, readCommandLine } from './arguments.node.ts';
import { documents } from './documents.node.ts';
import { exportVerb } from './export.node.ts';
import { importVerb } from './import.node.ts';
import { download, models } from './models.node.ts';
import { createOutput, type Output } from './output.node.ts';
import { segments } from './segments.node.ts';
import { serve } from './serve.node.ts';
import { suggest } from './suggest.node.ts';
import { translate } from './translate.node.ts';

const verbs = [
  documents,
  segments,
  translate,
  align,
  suggest,
  exportVerb,
  importVerb,
  models,
  download,
  serve,
];

process.exit(await main(process.argv.slice(2)));

async function main(args: readonly string[]): Promise<number> {
  const output = createOutput(process.stdout);
  const phrases = createPhrases(systemLanguage(systemLanguageTag()));
  const line = readCommandLine(args, verbs, phrases);
  switch (line.type) {
    case 'help':
      await output.write(`${phrases('cli.usage')}\n`);
      return 0;
    case 'mistake':
      tell(`${line.words}\n\n${phrases('cli.usage')}`);
      return 2;
    case 'run':
      return run(line, phrases, output);
  }
}

async function run(
  { verb, given, data }: Extract<CommandLine, { type: 'run' }>,
  systemPhrases: Phrases,
  output: Output,
): Promise<number> {
  const interruption = new AbortController();
  const { signal: interrupted } = interruption;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => interruption.abort());
  }
  const shell = verb.name === 'serve' ? 'loopback' : 'command-line';
  const opened = await openProgramWorkspace(dataFolderOf(data), shell, tell);
  if (!opened.ok) {
    tell(phraseOfFailure(systemPhrases, opened.error));
    return 1;
  }
  const workspace = opened.value;
  const phrases = createPhrases(await languageOfWorkspace(workspace.handlers, systemLanguageTag()));
  const complain = (failure: Failure): void => tell(phraseOfFailure(phrases, failure));
  workspace.warnings.forEach(complain);
  const input = () => process.stdin;
  const context = { workspace, phrases, output, input, complain, tell, log: tell, interrupted };
  const ended = await Promise.race([verb.run(given, context), whenAborted(interrupted)]);
  await workspace.close();
  if (ended === 'aborted') {
    return 130;
  }
  if (!ended.ok) {
    complain(ended.error);
    return 1;
  }
  return ended.value === 'complete' ? 0 : 1;
}

/** Leaves a verb a moment to end by itself, as `serve` does; one that waits for its input is left where it stands. */
async function whenAborted(signal: AbortSignal): Promise<'aborted'> {
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
  await setTimeout(500, undefined, { ref: false });
  return 'aborted';
}

/** A text of the reader's may hold terminal commands; what is complained about is shown without them. */
function tell(words: string): void {
  process.stderr.write(`${stripVTControlCharacters(words)}\n`);
}
