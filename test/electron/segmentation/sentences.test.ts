// Sentences: golden paragraphs with a score that may not fall, a table a rule, and laws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../electron/corpus/document.ts';
import { splitSentences } from '../../../electron/segmentation/sentences.ts';
import { readGolden, score } from './golden.ts';

function split(text: string, language: Language): readonly string[] {
  return splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
}

describe('golden paragraphs', () => {
  // What is reached, and what Unicode's boundaries reach alone: about 0.81.
  const floor = 0.99;

  it.each(languages)('%s: boundary F1', (language) => {
    const paragraphs = readGolden(language);
    expect(paragraphs.flatMap(({ sentences }) => sentences).length).toBeGreaterThanOrEqual(120);
    const { f1, faults } = score(paragraphs, (text) => split(text, language));
    expect(f1, faults.join('\n')).toBeGreaterThanOrEqual(floor);
  });

  it.each(languages)('%s: the rules are worth having', (language) => {
    const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    const alone = score(readGolden(language), (text) =>
      [...segmenter.segment(text)].map(({ segment }) => segment.trim()),
    );
    expect(alone.f1).toBeLessThan(0.9);
  });

  it.each(languages)('%s: a sentence alone is one sentence', (language) => {
    for (const sentence of readGolden(language).flatMap(({ sentences }) => sentences)) {
      expect(split(sentence, language)).toEqual([sentence]);
    }
  });
});

describe('rules', () => {
  // `|` marks the boundaries.
  it.each<[Language, string]>([
    ['vi', 'Ông TS. Minh đến.| Bà đi.'],
    ['vi', 'Anh ở TP. Vinh.| Chị ở Q. 5, TP. Hồ Chí Minh.'],
    ['vi', 'Nghị định số 5/NĐ-CP. có hiệu lực.| Ai cũng biết.'],
    ['vi', 'Kết quả là 2.243 điểm.| 15 người vắng mặt.'],
    ['vi', 'Hiệp định ký ngày 17.3.1949.| Hai bên hài lòng.'],
    ['vi', 'Vụ Roe v. Wade được nhắc lại.| Không ai bàn thêm.'],
    ['vi', 'Đây là thắng lợi của cả châu Á.| Nhân dịp này, chúng tôi xin cảm ơn.'],
    ['vi', 'Nhiệt độ tới 90 độ F.| Ai cũng khát.'],
    ['vi', 'Bài hát hay quá!…| Cả phòng vỗ tay.'],
    ['vi', '“Đi thôi!” – Lan giục.| Họ đi.'],
    ['vi', 'Vì độc lập!| Vì tự do!| Tiến lên!'],
    ['en', 'It was No. 5.| No.| It was not.'],
    ['en', 'He came at 5 p.m. on Feb. 27.| She left.'],
    ['en', 'The U.S. is large.| He went to the U.S.| It was cold.'],
    ['en', 'GEN. KIM SPOKE.| MR. HILL LISTENED.'],
    ['en', 'We bought pens, ink (paper, etc.) and left.| All was well.'],
    ['en', 'The firm (Hill Co.) Kim knew well.'],
    ['en', '“We won.| We won at last.”| The crowd cheered.'],
    ['en', 'He shouted “Stop! Stop!” and ran.| Nobody stopped.'],
    ['en', 'She asked “why?”; nobody answered.| Then it rained.'],
    ['en', 'Read the file notes.v2.txt at www.A.org/B.C now.| Thanks.'],
    ['en', 'The war.”The end.'.replace('”T', '”|T')],
    ['en', 'He left in 1945.| 1946 was worse.'],
    ['en', 'Rise!| - Sit!| - Who?'],
    ['en', 'One。|Two.'],
    ['en', 'One line\u2028|another line'],
  ])('%s: %s', (language, marked) => {
    const expected = marked.split('|').map((sentence) => sentence.trim());
    expect(split(marked.replaceAll('|', ''), language)).toEqual(expected);
  });

  it('joins what holds no letter to its neighbour', () => {
    expect(split('* * * The end. !!! ***', 'en')).toEqual(['* * * The end. !!! ***']);
    expect(split('???', 'en')).toEqual(['???']);
    expect(split(' \n ', 'en')).toEqual([]);
    expect(split('', 'vi')).toEqual([]);
  });
});

describe('laws', () => {
  // Any code units, lone surrogates among them, and the marks that the rules look at.
  const anything = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
        fc.constantFrom(
          ...'.!?…"“”‘’«»()[]–-;:, \n',
          'TS.',
          'v.v.',
          'Mr.',
          'U.S.',
          '5',
          'Ông ',
          'the ',
        ),
      ),
      { maxLength: 120 },
    )
    .map((pieces) => pieces.join(''));
  const language = fc.constantFrom(...languages);

  it('every character but white space is in exactly one sentence, in order', () => {
    fc.assert(
      fc.property(anything, language, (text, of) => {
        let end = 0;
        for (const sentence of splitSentences(text, of)) {
          expect(text.slice(end, sentence.start).trim()).toBe('');
          expect(sentence.start).toBeGreaterThanOrEqual(end);
          expect(sentence.end).toBeGreaterThan(sentence.start);
          end = sentence.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it('no sentence begins or ends in white space, nor cuts a character in two', () => {
    fc.assert(
      fc.property(anything, language, (text, of) => {
        for (const { start, end } of splitSentences(text, of)) {
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          for (const at of [start, end]) {
            expect(/^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))).toBe(false);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('plain sentences come back as they were put together', () => {
    const word = fc.constantFrom('sông', 'núi', 'thuyền', 'về', 'muộn', 'bến', 'xa', 'ngày');
    const sentence = fc
      .tuple(fc.array(word, { minLength: 2, maxLength: 8 }), fc.constantFrom('.', '!', '?', '…'))
      .map(([words, stop]) => `Mùa ${words.join(' ')}${stop}`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        expect(split(sentences.join(' '), 'vi')).toEqual(sentences);
      }),
    );
  });

  it.each([
    ['sentences', 'Sông dài. '],
    ['initials', 'A. '],
    ['numbers', '1. '],
    ['dots', '.'],
    ['dots apart', '. '],
    ['opening brackets', '(“'],
    ['quoted stops', '“a. '],
    ['dashes', '!- '],
    ['letters', 'a'],
    ['spaces', ' '],
  ])('takes a million code units of %s', (_name, unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const sentences = splitSentences(text, 'vi');
    expect(sentences.at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  });
});
