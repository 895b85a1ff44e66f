// `translate --from vi --to en`: lines in, as many lines out, each on its own line whatever happens to the others.
import * as v from 'valibot';
import { type Failure, fail, type Result, succeed } from '../contract/result.ts';
import { type Language, LanguageSchema } from '../corpus/document.ts';
import { phraseOfFailure } from '../language/phrases.ts';
import { doubtsOf } from '../translation/doubts.ts';
import type { TranslatedLine } from '../translation/line-translation.node.ts';
import { type ModelId, ModelIdSchema } from '../translation/model.ts';
import { lineBlocks } from './lines.node.ts';
import type { Outcome, Verb, VerbContext } from './verb.node.ts';

export const translate: Verb = {
  name: 'translate',
  options: { from: 'string', to: 'string', model: 'string' },
  arguments: [],
  check: (given, phrases) => {
    for (const name of ['from', 'to']) {
      const value = given.options[name];
      if (value === undefined) {
        return phrases('cli.optionMissing', { verb: 'translate', option: `--${name}` });
      }
      if (!v.is(LanguageSchema, value)) {
        return phrases('cli.languageUnknown', { option: `--${name}`, value });
      }
    }
    return given.options['from'] === given.options['to'] ? phrases('cli.languagesAlike') : null;
  },
  run: async (given, context) => {
    const named = given.options['model'];
    const model = v.safeParse(v.optional(ModelIdSchema), named);
    if (!model.success) {
      return fail('model-not-found', { model: named ?? '' });
    }
    const from = v.parse(LanguageSchema, given.options['from']);
    const to = v.parse(LanguageSchema, given.options['to']);
    return translateAll(context, { from, to, modelId: model.output ?? null }, given.json);
  },
};

/** What lines are translated from, to and by; null is the model in use. */
export interface LineDirection {
  readonly from: Language;
  readonly to: Language;
  readonly modelId: ModelId | null;
}

/** With JSON, each line out is a JSON string. */
async function translateAll(
  context: VerbContext,
  direction: LineDirection,
  json: boolean,
): Promise<Result<Outcome>> {
  const { interrupted, output } = context;
  let outcome: Outcome = 'complete';
  let lineNumber = 0;
  for await (const lines of lineBlocks(context.input())) {
    if (interrupted.aborted || !output.isOpen()) {
      break;
    }
    const translated = await translateBlock(context, direction, lines);
    if (!translated.ok) {
      return translated;
    }
    let text = '';
    for (const line of translated.value) {
      lineNumber += 1;
      if ('code' in line) {
        outcome = 'incomplete';
        const detail = phraseOfFailure(context.phrases, line);
        context.complain(fail('line-not-translated', { line: lineNumber, detail }).error);
      } else {
        tellDoubts(context, lineNumber, line);
      }
      const words = 'code' in line ? '' : line.text.replace(/\s*[\r\n]+\s*/g, ' ');
      text += `${json ? JSON.stringify(words) : words}\n`;
    }
    await output.write(text);
  }
  return succeed(outcome);
}

/** What should be checked in a line, on standard error: each thing once. */
function tellDoubts(
  { phrases, tell }: VerbContext,
  line: number,
  { sentences }: TranslatedLine,
): void {
  const doubts = sentences
    .flatMap(doubtsOf)
    .map(({ kind, params }) => phrases(`translation.doubts.${kind}`, params));
  for (const doubt of new Set(doubts)) {
    tell(phrases('cli.lineDoubt', { line, doubt }));
  }
}

const blank: TranslatedLine = { text: '', sentences: [] };

/** One translation or failure for each line. Fails as a whole where no line could do better: no model, no translator. */
export async function translateBlock(
  { workspace }: Pick<VerbContext, 'workspace'>,
  { from, to, modelId }: LineDirection,
  lines: readonly string[],
): Promise<Result<readonly (TranslatedLine | Failure)[]>> {
  const filled = lines.filter((line) => line.trim() !== '');
  if (filled.length === 0) {
    return succeed(lines.map(() => blank));
  }
  const whole = await workspace.translateLines(filled, from, to, modelId);
  if (whole.ok) {
    const answers = whole.value.values();
    return succeed(
      lines.map((line) => (line.trim() === '' ? blank : (answers.next().value ?? blank))),
    );
  }
  if (whole.error.code !== 'translation-failed') {
    return whole;
  }
  const answers: (TranslatedLine | Failure)[] = [];
  for (const line of lines) {
    const single =
      line.trim() === ''
        ? succeed([blank])
        : await workspace.translateLines([line], from, to, modelId);
    if (!single.ok && single.error.code !== 'translation-failed') {
      return single;
    }
    answers.push(single.ok ? (single.value[0] ?? blank) : single.error);
  }
  return succeed(answers);
}
