// `align VI EN`: which sentences of two text files answer each other. With --lines each line is a sentence, with
// --translate the models in use are asked, too.
import { alignTexts } from '../alignment/aligner/align.ts';
import type { ScoredBead } from '../alignment/aligner/bead.ts';
import type { Translations } from '../alignment/aligner/translations.ts';
import { type Failure, fail, type Result, succeed } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import { paragraphSpans, readingText } from '../corpus/reading-text.ts';
import { splitSentences } from '../segmentation/sentences.ts';
import { blockLines } from './lines.node.ts';
import { readText } from './read-text.node.ts';
import { translateBlock } from './translate.node.ts';
import type { Verb, VerbContext } from './verb.node.ts';

export const align: Verb = {
  name: 'align',
  options: { lines: 'boolean', translate: 'boolean' },
  arguments: ['VI', 'EN'],
  check: () => null,
  run: async (given, context) => {
    const { output } = context;
    const [viFile = '', enFile = ''] = given.arguments;
    const byLine = given.options['lines'] !== undefined;
    const vi = await readSide(viFile, 'vi', byLine);
    if (!vi.ok) {
      return vi;
    }
    const en = await readSide(enFile, 'en', byLine);
    if (!en.ok) {
      return en;
    }
    const translations =
      given.options['translate'] === undefined
        ? succeed({})
        : await translateSides(context, vi.value.sentences, en.value.sentences);
    if (!translations.ok) {
      return translations;
    }
    const { beads } = alignTexts(vi.value.sentences, en.value.sentences, {
      translations: translations.value,
      ...(vi.value.starts !== null &&
        en.value.starts !== null && {
          paragraphStarts: { vi: vi.value.starts, en: en.value.starts },
        }),
    });
    const list = beads.map(
      (bead) => [bead.vi, bead.en, Number(bead.confidence.toFixed(3))] as const,
    );
    if (!given.json) {
      await output.write(table(beads, vi.value.sentences, en.value.sentences));
    } else if (byLine) {
      await output.write(`${JSON.stringify(list)}\n`);
    } else {
      const answer = { vi: vi.value.sentences, en: en.value.sentences, beads: list };
      await output.write(`${JSON.stringify(answer)}\n`);
    }
    return succeed('complete');
  },
};

interface Side {
  readonly sentences: readonly string[];
  /** Sentences that begin a paragraph; null where lines are sentences. */
  readonly starts: readonly number[] | null;
}

async function readSide(file: string, language: Language, byLine: boolean): Promise<Result<Side>> {
  const text = await readText(file);
  if (!text.ok) {
    return text;
  }
  const side = byLine ? linesOf(text.value) : sentencesOf(text.value, language);
  return side.sentences.some((sentence) => sentence.trim() !== '')
    ? succeed(side)
    : fail('text-file-empty', { file });
}

/** Either side in the other's language, as far as models of that direction are in use; without any it fails. */
async function translateSides(
  context: VerbContext,
  vi: readonly string[],
  en: readonly string[],
): Promise<Result<Translations>> {
  const models = await context.workspace.handlers['translation.listModels']({});
  if (!models.ok) {
    return models;
  }
  const directions = models.value.flatMap(({ inUse }) => inUse);
  const [viToEn, enToVi] = (['vi', 'en'] as const).map((language) =>
    directions.some(({ from }) => from === language),
  );
  // Where there is no model at all, asking for one tells why.
  const ofVi = viToEn || !enToVi ? await translateSide(context, vi, 'vi', 'en') : succeed(null);
  if (!ofVi.ok) {
    return ofVi;
  }
  const ofEn = enToVi ? await translateSide(context, en, 'en', 'vi') : succeed(null);
  return ofEn.ok ? succeed({ ofVi: ofVi.value, ofEn: ofEn.value }) : ofEn;
}

/** Null for a sentence that cannot be translated; fails where that is so of all of them. */
async function translateSide(
  context: VerbContext,
  sentences: readonly string[],
  from: Language,
  to: Language,
): Promise<Result<readonly (string | null)[]>> {
  const made: (string | null)[] = [];
  let failure: Failure | null = null;
  for (let start = 0; start < sentences.length; start += blockLines) {
    if (context.interrupted.aborted) {
      break;
    }
    const block = sentences.slice(start, start + blockLines);
    const translated = await translateBlock(context, { from, to, modelId: null }, block);
    if (!translated.ok) {
      return translated;
    }
    for (const line of translated.value) {
      failure = 'code' in line ? line : failure;
      made.push('code' in line ? null : line.text);
    }
  }
  return failure !== null && made.every((text) => text === null || text === '')
    ? { ok: false, error: failure }
    : succeed(made);
}

/** `\n` and `\r\n` end a line; text after the last of them is a line, too. */
function linesOf(text: string): Side {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  return { sentences: lines.at(-1) === '' ? lines.slice(0, -1) : lines, starts: null };
}

function sentencesOf(source: string, language: Language): Side {
  const text = readingText(source, language);
  const sentences: string[] = [];
  const starts: number[] = [];
  for (const { start, end } of paragraphSpans(text)) {
    const paragraph = text.slice(start, end);
    starts.push(sentences.length);
    for (const span of splitSentences(paragraph, language)) {
      sentences.push(paragraph.slice(span.start, span.end));
    }
  }
  return { sentences, starts };
}

/** A block a bead: its confidence, then its lines with their numbers from 1. */
function table(beads: readonly ScoredBead[], vi: readonly string[], en: readonly string[]): string {
  return beads
    .map(({ vi: viLines, en: enLines, confidence }) => {
      const rows = [
        ...viLines.map((line) => `vi ${line + 1}  ${vi[line] ?? ''}`),
        ...enLines.map((line) => `en ${line + 1}  ${en[line] ?? ''}`),
      ];
      return rows
        .map((row, index) => `${index === 0 ? confidence.toFixed(2) : '    '}  ${row}\n`)
        .join('');
    })
    .join('\n');
}
