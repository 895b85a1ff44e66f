// `align VI EN`: which sentences of two text files answer each other. With --lines each line is a sentence.
import { alignTexts } from '../alignment/aligner/align.ts';
import type { ScoredBead } from '../alignment/aligner/bead.ts';
import { fail, type Result, succeed } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import { paragraphSpans, readingText } from '../corpus/reading-text.ts';
import { splitSentences } from '../segmentation/sentences.ts';
import { readText } from './read-text.node.ts';
import type { Verb } from './verb.node.ts';

export const align: Verb = {
  name: 'align',
  options: { lines: 'boolean' },
  arguments: ['VI', 'EN'],
  check: () => null,
  run: async (given, { output }) => {
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
    const { beads } = alignTexts(
      vi.value.sentences,
      en.value.sentences,
      vi.value.starts !== null && en.value.starts !== null
        ? { paragraphStarts: { vi: vi.value.starts, en: en.value.starts } }
        : {},
    );
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
