// Suggestions: each evidence by itself, links of several sentences, what is known, and the laws that always hold.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInModel } from '../../../../electron/alignment/aligner/built-in.ts';
import { weighEvidence } from '../../../../electron/alignment/suggest/evidence.ts';
import {
  lowestLeast,
  type Suggestion,
  type SuggestOptions,
  suggestLinks,
  usualLeast,
} from '../../../../electron/alignment/suggest/suggest.ts';
import { pairTexts } from '../../../../electron/alignment/suggest/text-pair.ts';
import { idOf, passageOf, sourcesOfTexts } from './sentences.ts';

type Texts = readonly (string | readonly string[])[];

function suggest(vi: Texts, en: Texts, options: SuggestOptions = {}): readonly Suggestion[] {
  return suggestLinks(sourcesOfTexts('vi', vi), sourcesOfTexts('en', en), {
    least: lowestLeast,
    ...options,
  });
}

function numbers({ vi, en }: Pick<Suggestion, 'vi' | 'en'>): readonly (readonly number[])[] {
  return [vi, en].map((ids) => ids.map((id) => Number(id.slice(3))));
}

/** Sentences that have nothing to do with each other, so that a text is not too short to tell rare from common. */
const viFill = [
  'Con mèo nằm ngủ trên mái bếp.',
  'Giá gạo ở chợ tăng gấp đôi.',
  'Cô giáo viết bài lên bảng đen.',
  'Trời mưa suốt đêm qua.',
  'Bà cụ bán nước chè đầu phố.',
];
const enFill = [
  'My neighbour repaired an old bicycle.',
  'Snow covered the mountain road.',
  'A violin was heard behind the wall.',
  'The bakery opens before dawn.',
  'Nobody answered the telephone.',
];

function best(vi: string, en: string, options: SuggestOptions = {}): Suggestion | undefined {
  const [first] = suggest([...viFill, vi], [...enFill, en], options);
  return first === undefined || numbers(first).join() !== '5,5' ? undefined : first;
}

describe('an evidence alone', () => {
  test.each([
    [
      'a date',
      'Chuyện xảy ra ngày 21 tháng 7 năm 1954.',
      'It happened on July 21, 1954.',
      { kind: 'same-date', params: { date: '1954-07-21' } },
    ],
    [
      'a day of any year',
      'Ngày 21 tháng 7 hằng năm, họ về thăm mộ.',
      'Each 21 July they visit the grave.',
      { kind: 'same-date', params: { date: '--07-21' } },
    ],
    [
      'a month',
      'Tháng 9 năm 1978 nước dâng cao.',
      'Water rose in September 1978.',
      { kind: 'same-date', params: { date: '1978-09' } },
    ],
    [
      'a year',
      'Mùa đông năm 1941 rất lạnh lẽo.',
      'The winter of 1941 was bitter.',
      { kind: 'same-year', params: { year: '1941' } },
    ],
    [
      'a number in digits and words',
      'Hơn bảy nghìn công nhân làm việc ở đó.',
      'Some 7,000 hands were employed there.',
      { kind: 'same-number', params: { number: '7000' } },
    ],
    [
      'a name in two spellings',
      'Đoàn tàu tới Mạc Tư Khoa lúc nửa đêm.',
      'A train reached Moscow after midnight.',
      { kind: 'same-name', params: { vi: 'Mạc Tư Khoa', en: 'Moscow' } },
    ],
    [
      'a name of several words that both write alike',
      'Bà Margaret Whitfield dạy lớp đầu tiên.',
      'Then Margaret Whitfield taught a class.',
      { kind: 'same-name', params: { vi: 'Margaret Whitfield', en: 'Margaret Whitfield' } },
    ],
    [
      'a formula',
      'Kính chúc các đồng chí dồi dào sức khỏe.',
      'We wish all comrades good health.',
      {
        kind: 'same-formula',
        params: { formula: 'health-wish', vi: 'dồi dào sức khỏe', en: 'good health' },
      },
    ],
    [
      'a thing that has several names',
      'Hồng quân tiến vào thành phố lúc rạng sáng.',
      'At daybreak the armed forces of the Soviet Union entered.',
      {
        kind: 'same-formula',
        params: {
          formula: 'soviet-army',
          vi: 'Hồng quân',
          en: 'armed forces of the Soviet Union',
        },
      },
    ],
    [
      'rare words',
      'Máy bay đốt trụi chợ và trường học trong làng.',
      'Aircraft burned the market and the school of a village.',
      { kind: 'shared-words', params: { words: expect.stringContaining(' – ') } },
    ],
  ])('%s is found, and said', (_, vi, en, reason) => {
    expect(best(vi, en)?.reasons).toContainEqual(reason);
  });

  test('a name that every sentence has says little beside one that few have', () => {
    const vi = ['Liên Xô giúp gạo.', 'Liên Xô giúp thuốc.', 'Liên Xô và Cuba giúp vải.'];
    const en = ['The Soviet Union is large.', 'The Soviet Union and Cuba wait.', 'Soviet Union!'];
    const { lexicon } = builtInModel();
    const pair = pairTexts(
      vi.map((text) => passageOf(text, 'vi')),
      en.map((text) => passageOf(text, 'en')),
      lexicon,
      null,
    );
    const weights = weighEvidence(pair, { vi: [2], en: [1] }).marks.map(({ weight }) => weight);
    expect(weights[0]).toBeGreaterThan(1.5 * (weights[1] ?? 0));
  });

  test('the parts of a date that is shared add nothing', () => {
    const { lexicon } = builtInModel();
    const pair = pairTexts(
      [passageOf('Ngày 15 tháng 8 năm 1945.', 'vi'), passageOf('Không có gì cả.', 'vi')],
      [passageOf('August 15, 1945.', 'en'), passageOf('Nothing at all.', 'en')],
      lexicon,
      null,
    );
    // Neither sentence has content words: shared marks are weighed over linkable ones alone.
    expect(weighEvidence(pair, { vi: [0], en: [0] }).marks).toEqual([]);
    const linkable = pairTexts(
      [passageOf('Ngày 15 tháng 8 năm 1945, quân đội tới thủ đô.', 'vi')],
      [passageOf('The army reached the capital on August 15, 1945.', 'en')],
      lexicon,
      null,
    );
    const dated = weighEvidence(linkable, { vi: [0], en: [0] }).marks.filter(
      ({ kind }) => kind === 'date' || kind === 'year',
    );
    expect(dated.filter(({ weight }) => weight > 0)).toHaveLength(1);
    expect(dated[0]?.key).toBe('date:1945-8-15');
  });
});

describe('reasons', () => {
  const formulas = (reasons: Suggestion['reasons'] = []) =>
    reasons.map(({ kind, params }) => `${kind} ${params['formula'] ?? params['vi'] ?? ''}`);

  test('name a country once, as a name or within what is said of it', () => {
    const found = best(
      'Đế quốc Nhật Bản thua trận ngày 15 tháng 8 năm 1945.',
      'On 15 August 1945 Japanese militarism was beaten.',
    );
    expect(formulas(found?.reasons)).toContain('same-formula japanese-rule');
    expect(formulas(found?.reasons)).not.toContain('same-name Nhật Bản');
  });

  test('keep one of two that stand for the very same words', () => {
    const found = best('Hồng quân tiến vào lúc rạng sáng.', 'The Red Army entered at daybreak.');
    expect(found?.reasons.filter(({ params }) => params['vi'] === 'Hồng quân')).toHaveLength(1);
  });

  test('tell no theme that lies within one that is told', () => {
    const found = best(
      'Chúng tôi quyết củng cố tình hữu nghị giữa hai dân tộc.',
      'We shall strengthen our friendship.',
    );
    expect(formulas(found?.reasons)).toContain('same-formula stronger-friendship');
    expect(formulas(found?.reasons)).not.toContain('same-formula friendship');
  });

  test('hold no help where one side had none', () => {
    const found = best(
      'Nhờ sự giúp đỡ của bạn bè, chúng tôi xây được cầu.',
      'They built the bridge without the help of any friends.',
    );
    expect(formulas(found?.reasons)).not.toContain('same-formula aid');
  });
});

describe('a model’s translations', () => {
  const vi = 'Lưỡi cày lật lên từng luống sá.';
  const en = 'The ploughshare turned furrow upon furrow.';
  const nulls = viFill.map(() => null);

  test('find what the lexicon does not know, from either side, and are told', () => {
    expect(best(vi, en)).toBeUndefined();
    const forward = best(vi, en, {
      translations: { ofVi: [...nulls, 'The ploughshare turns up furrows.'] },
    });
    expect(forward?.reasons.map(({ kind }) => kind)).toContain('similar-translation');
    expect(
      best(vi, en, { translations: { ofEn: [...nulls, 'Lưỡi cày lật luống.'] } }),
    ).toBeDefined();
  });

  test('that are not there change nothing', () => {
    const plain = suggest([...viFill, vi], [...enFill, en]);
    const without = { ofVi: [...nulls, null], ofEn: null };
    expect(suggest([...viFill, vi], [...enFill, en], { translations: without })).toEqual(plain);
  });
});

describe('neighbours', () => {
  test('join where together they answer', () => {
    const links = suggest(
      [
        ...viFill,
        'Chúc đồng chí dồi dào sức khỏe.',
        'Chúc nhân dân Liên Xô giành nhiều thắng lợi mới.',
      ],
      [...enFill, 'I wish you good health and the Soviet people new victories.'],
    );
    expect(links.map(numbers)).toContainEqual([[5, 6], [5]]);
  });

  test('of another matter do not', () => {
    const links = suggest(
      [...viFill, 'Chúc đồng chí dồi dào sức khỏe.', 'Trận lũ cuốn trôi cây cầu gỗ.'],
      [...enFill, 'I wish you good health.'],
    );
    expect(links.map(numbers)).toEqual([[[5], [5]]]);
  });

  test('do not join across paragraphs that lie apart', () => {
    const [vi, en] = [
      sourcesOfTexts('vi', [
        ...viFill,
        'Chúc đồng chí dồi dào sức khỏe.',
        'Chúc nhân dân Liên Xô giành nhiều thắng lợi mới.',
      ]),
      sourcesOfTexts('en', [
        ...enFill,
        'I wish you good health and the Soviet people new victories.',
      ]),
    ];
    const apart = vi.map((source, at) => (at === 6 ? { ...source, paragraph: 20 } : source));
    expect(suggestLinks(apart, en, { least: 0 }).map(numbers)).not.toContainEqual([[5, 6], [5]]);
  });
});

describe('what is known', () => {
  const vi = [...viFill, 'Chúc đồng chí sức khỏe.', 'Ngày 2 tháng 9 năm 1945 nước ta độc lập.'];
  const en = [...enFill, 'I wish you good health.', 'On 2 September 1945 it became independent.'];

  test('is not proposed again, and the rest goes on', () => {
    const [first, ...others] = suggest(vi, en);
    expect(others.length).toBeGreaterThan(0);
    const later = suggest(vi, en, { known: first === undefined ? [] : [first] });
    expect(later.map(numbers)).toEqual(others.map(numbers));
  });

  test('keeps its sentences apart also within a larger link', () => {
    const known = [{ vi: [idOf('vi', 5), idOf('vi', 6)], en: [idOf('en', 5), idOf('en', 6)] }];
    expect(suggest(vi, en, { known, least: 0 }).map(numbers)).not.toContainEqual([[5], [5]]);
  });

  test('of other texts does not matter', () => {
    const known = [{ vi: [idOf('vi', 99)], en: [idOf('en', 99)] }];
    expect(suggest(vi, en, { known })).toEqual(suggest(vi, en));
  });
});

test('empty texts, and texts without anything in common, have no suggestions', () => {
  expect(suggest([], [])).toEqual([]);
  expect(suggest(viFill, [])).toEqual([]);
  expect(suggest([], enFill)).toEqual([]);
  expect(suggest(viFill, enFill, { least: usualLeast })).toEqual([]);
});

// Sentences of the genre put together at random, so that all sorts of evidence meet.
const viPart = fc.constantFrom(
  'ngày 15 tháng 8 năm 1945',
  'năm 1945',
  'Liên Xô',
  'Kim Nhật Thành',
  'Hồng quân',
  'tình hữu nghị',
  'chúc đồng chí sức khỏe',
  '300 tấn gạo',
  'giải phóng thủ đô',
  'quyền bình đẳng',
  'hiệp định kinh tế và văn hóa',
  'muôn năm!',
  '“',
  '\u{1f33e}',
);
const enPart = fc.constantFrom(
  'on 15 August 1945',
  'in 1945',
  'the Soviet Union',
  'Kim Il Sung',
  'the Red Army',
  'our friendship',
  'wishes you good health',
  '300 tons of rice',
  'liberated the capital',
  'equal rights',
  'an economic and cultural agreement',
  'long live',
  ';',
  '\u{1f33e}',
);
const sentenceOf = (part: fc.Arbitrary<string>) =>
  fc.array(part, { maxLength: 6 }).map((parts) => parts.join(' '));
const texts = fc.record({
  vi: fc.array(fc.oneof(sentenceOf(viPart), fc.array(sentenceOf(viPart), { maxLength: 3 })), {
    maxLength: 8,
  }),
  en: fc.array(fc.oneof(sentenceOf(enPart), fc.array(sentenceOf(enPart), { maxLength: 3 })), {
    maxLength: 8,
  }),
});
const knownLinks = fc.array(
  fc
    .record({
      vi: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
      en: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
    })
    .map(({ vi, en }) => ({
      vi: vi.map((number) => idOf('vi', number)),
      en: en.map((number) => idOf('en', number)),
    })),
  { maxLength: 4 },
);

function cells({ vi, en }: Pick<Suggestion, 'vi' | 'en'>): readonly string[] {
  return vi.flatMap((a) => en.map((b) => `${a}|${b}`));
}

describe('laws', () => {
  test('scores lie between 0 and 1 and fall; every link has reasons, and sentences next to each other', () => {
    fc.assert(
      fc.property(texts, ({ vi, en }) => {
        const links = suggest(vi, en, { least: 0 });
        for (const [at, link] of links.entries()) {
          expect(link.score).toBeGreaterThanOrEqual(0);
          expect(link.score).toBeLessThanOrEqual(1);
          expect(link.score).toBeLessThanOrEqual(links[at - 1]?.score ?? 1);
          expect(link.reasons.length).toBeGreaterThan(0);
          for (const side of numbers(link)) {
            expect(side.length).toBeGreaterThan(0);
            expect(side).toEqual(side.map((_, place) => (side[0] ?? 0) + place));
          }
        }
      }),
    );
  });

  test('no two sentences are joined twice, nor any that a known link joins', () => {
    fc.assert(
      fc.property(texts, knownLinks, ({ vi, en }, known) => {
        const proposed = suggest(vi, en, { known, least: 0 }).flatMap(cells);
        expect(new Set(proposed).size).toBe(proposed.length);
        const kept = new Set(known.flatMap(cells));
        expect(proposed.filter((cell) => kept.has(cell))).toEqual([]);
      }),
    );
  });

  test('the same texts give the same suggestions, and fewer are the first of more', () => {
    fc.assert(
      fc.property(texts, fc.nat(5), ({ vi, en }, top) => {
        const all = suggest(vi, en, { least: 0 });
        expect(suggest(vi, en, { least: 0 })).toEqual(all);
        expect(suggest(vi, en, { least: 0, top })).toEqual(all.slice(0, top));
        expect(suggest(vi, en, { least: 0.5 })).toEqual(all.filter(({ score }) => score >= 0.5));
      }),
    );
  });

  test('asking again with what was shown goes on until nothing is left, and ends', () => {
    fc.assert(
      fc.property(texts, ({ vi, en }) => {
        const shown: Suggestion[] = [];
        for (let turn = 0; turn < 200; turn += 1) {
          const more = suggest(vi, en, { least: 0, top: 2, known: shown });
          if (more.length === 0) {
            return;
          }
          shown.push(...more);
        }
        throw new Error('no end');
      }),
      { numRuns: 30 },
    );
  });
});
