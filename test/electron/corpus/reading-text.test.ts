// The reading text: characters cleaned, hard-wrapped lines joined, run-together words parted.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphSpans, readingText } from '../../../electron/corpus/reading-text.ts';

describe('characters', () => {
  it.each([
    ['CRLF and CR', 'Một.\r\nHai.\rBa.', 'Một.\nHai.\nBa.'],
    ['line and paragraph separators', 'Một.\u2028Hai.\u2029Ba.\u0085Bốn.', 'Một.\nHai.\nBa.\nBốn.'],
    ['blank lines', '\n\nMột.\n \n\t\nHai.\n\n', 'Một.\nHai.'],
    ['no-break and other odd spaces', 'a\u00A0b\u202Fc\u2009d\u3000e\tf', 'a b c d e f'],
    ['runs of spaces and spaces at the ends', '  a   b \u00A0 c  ', 'a b c'],
    ['byte order mark and zero-width characters', '\uFEFFa\u200Bb\u2060c\u200Cd', 'abcd'],
    ['soft hyphens', 'li\u00ADber\u00AD\nty', 'liberty'],
    ['control characters', 'a\u0000b\u0007c\u009Fd', 'abcd'],
    ['decomposed letters', 'Tie\u0302\u0301ng Vie\u0323\u0302t', 'Tiếng Việt'],
    ['marks parted from their letter by nothing seen', 'e\u200B\u0301', 'é'],
    ['a joiner that holds an emoji together', '👩\u200D🚀 a\u200Db', '👩\u200D🚀 ab'],
    ['nothing', ' \n\uFEFF\n', ''],
  ])('%s', (_name, source, expected) => {
    expect(readingText(source, 'vi')).toBe(expected);
  });

  it('is NFC, without odd spaces and empty paragraphs, whatever the source', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (source) => {
        const text = readingText(source, 'vi');
        expect(text).toBe(text.normalize('NFC'));
        expect(text).not.toMatch(/[^\S\n ]| {2}|^\s|\s$| \n|\n |\n\n/);
        expect(paragraphSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(
          text === '' ? [] : text.split('\n'),
        );
      }),
    );
  });

  it('loses no letter and no digit, and keeps their order', () => {
    const visible = (text: string) => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Hòa', 'bình', 'peace,', 'a', '1948.', '\n', '\n\n', '\u00A0', ' '),
          {
            maxLength: 80,
          },
        ),
        (pieces) => {
          const source = pieces.join(' ');
          expect(visible(readingText(source, 'en'))).toBe(visible(source));
        },
      ),
    );
  });
});

describe('hard-wrapped lines', () => {
  const wrapped = [
    'The harbour of the little town lay open to the north, and in winter the',
    'boats were drawn up on the stones as far as the wall of the churchyard,',
    'where the women spread the nets to dry. Nobody remembered a winter like',
    'the one of which this story tells.',
  ];

  it('joins the lines of a paragraph', () => {
    expect(readingText(wrapped.join('\n'), 'en')).toBe(wrapped.join(' '));
  });

  it('keeps paragraphs apart at blank lines, indents and short last lines', () => {
    const [one, two, three, four] = wrapped;
    const next = 'In the first week of December the lamp on the pier was blown out, and';
    expect(readingText([...wrapped, '', ...wrapped].join('\n'), 'en').split('\n')).toHaveLength(2);
    expect(
      readingText(
        [...wrapped, next, one?.replace('The', 'the'), two, three, four].join('\n'),
        'en',
      ),
    ).toBe(
      `${wrapped.join(' ')}\n${[next, one?.replace('The', 'the'), two, three, four].join(' ')}`,
    );
    expect(
      readingText(
        [`   ${one}`, two, three, `   ${next}`, one?.replace('The', 'the'), two, four].join('\n'),
        'en',
      ).split('\n'),
    ).toHaveLength(2);
  });

  it('joins a paragraph of two lines once a longer one has shown the margin', () => {
    const short = [
      'He had come ashore at dusk with two other men, and he carried under his',
      'coat a letter with three seals.',
    ];
    expect(readingText([...wrapped, '', ...short].join('\n'), 'en').split('\n')).toHaveLength(2);
    expect(readingText(short.join('\n'), 'en').split('\n')).toHaveLength(2);
  });

  it.each([
    [
      'a Vietnamese paragraph',
      [
        'Mùa xuân năm ấy nước sông lên cao, bến đò vắng khách, người lái đò già',
        'ngồi vá lưới dưới gốc đa và kể cho lũ trẻ nghe chuyện những ngày đi lính',
        'ở miền biên giới, nơi tuyết phủ trắng đỉnh núi suốt ba tháng liền mỗi',
        'năm.',
      ],
    ],
  ])('joins %s', (_name, lines) => {
    expect(readingText(lines.join('\n'), 'vi')).toBe(lines.join(' '));
  });

  it.each([
    [
      'verse',
      [
        'Upon the hill the early shepherd stands,',
        'His breath a cloud above his folded hands,',
        'The river, still unwoken, holds its ice,',
        'And twice he calls, and none will answer twice',
      ],
    ],
    [
      'paragraphs of a line each',
      [
        'We left the town before the sun had risen over the eastern hills.',
        'Nobody saw us go, or nobody said so when they were asked about it.',
        'The road was dry and the carts made little noise upon the stones.',
      ],
    ],
    [
      'headlines of one length with dates between',
      [
        'Meetings were held in seven capitals to mark the day of the harvest and the',
        'March 01, 2021',
        'A new bridge over the northern river was opened to traffic on Monday, and the',
        'March 02, 2021',
      ],
    ],
    [
      'a list',
      ['KIM NHẬT THÀNH', 'CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG', 'Bình Nhưỡng', '21 tháng 9 năm 1948'],
    ],
  ])('leaves %s alone', (_name, lines) => {
    expect(readingText(lines.join('\n'), 'en').split('\n')).toEqual(lines);
  });
});

describe('words run together', () => {
  it.each([
    ['the people ofthe republic', 'the people of the republic'],
    ['Inthe spring, forthe first time', 'In the spring, for the first time'],
    ['agreed with ourfriends andthese', 'agreed with ourfriends and these'],
    ['Atthis was a poet’s friend', 'Atthis was a poet’s friend'],
    ['see www.ofthe.org or me@inthe.net', 'see www.ofthe.org or me@inthe.net'],
    ['soothe, bathe and clothe the others', 'soothe, bathe and clothe the others'],
    ['a well-ofthe-line, OFTHE, ofthe2', 'a well-ofthe-line, OFTHE, ofthe2'],
    ['the end ofthe.', 'the end of the.'],
  ])('%s', (source, expected) => {
    expect(readingText(source, 'en')).toBe(expected);
  });

  it('parts nothing in Vietnamese', () => {
    expect(readingText('bài hát ofthe', 'vi')).toBe('bài hát ofthe');
  });
});
