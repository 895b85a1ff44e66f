// Front and back matter: the shipped texts, made-up pages of other sites, and texts in which nothing may be folded.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../electron/corpus/document.ts';
import { type Matter, matterOf } from '../../../electron/corpus/matter.ts';
import { isProse } from '../../../electron/corpus/paragraph-shape.ts';
import { readingText } from '../../../electron/corpus/reading-text.ts';
import { cleanTexts, type MarkedPage, pages } from './pages.ts';

const markOf = ({ part, kind }: Matter): string =>
  part === 'front' ? '<' : part === 'back' ? '>' : { title: '#', line: '-', text: '=' }[kind];

function mark({ lines }: MarkedPage): readonly string[] {
  const paragraphs = lines.map((line) => line.slice(2));
  return matterOf(paragraphs).map(
    (matter, index) => `${markOf(matter)} ${paragraphs[index] ?? ''}`,
  );
}

function shipped(file: string, language: Language) {
  const url = new URL(`../../../resources/corpus/${file}`, import.meta.url);
  const paragraphs = readingText(readFileSync(url, 'utf8'), language).split('\n');
  const matter = matterOf(paragraphs);
  const marks = matter.map(markOf).join('');
  return { paragraphs, marks };
}

describe('the shipped texts', () => {
  it('the telegram is all body: 23 paragraphs', () => {
    expect(shipped('telegram-1948.vi.txt', 'vi').marks).toBe('#---==============-----');
  });

  it('the greeting ends in two lines of the site', () => {
    expect(shipped('friendship-society-2020.en.txt', 'en').marks).toBe('#=========->>');
  });

  it('the newspaper report stands between its header and a list of headlines', () => {
    const { paragraphs, marks } = shipped('rodong-putin-article-2024.en.txt', 'en');
    expect(marks).toMatch(/^#<=+->+$/);
    expect(paragraphs[marks.indexOf('-')]).toBe('Rodong Sinmun');
    expect(paragraphs[marks.indexOf('>')]).toBe('More From Rodong Sinmun (En)');
  });

  it('the transcript has three lines before it and an editor’s note behind it', () => {
    const { paragraphs, marks } = shipped('kremlin-talks-transcript-2024.en.txt', 'en');
    expect(marks).toBe('<<<-========-============>>>>>>');
    expect(paragraphs[marks.indexOf('>')]).toMatch(/^EDITOR’S NOTE/);
    expect(paragraphs[3]).toMatch(/^Chairman of State Affairs/);
  });

  it('the article keeps its date and ends in a copyright line', () => {
    expect(shipped('pyongyang-times-2023.en.txt', 'en').marks).toBe('#-==============>');
  });
});

describe('pages of other sites', () => {
  it.each(pages)('$name', (page) => {
    expect(mark(page)).toEqual(page.lines);
  });
});

describe('texts without page chrome', () => {
  it.each(cleanTexts)('$name', (text) => {
    expect(mark(text)).toEqual(text.lines);
  });

  it.each(cleanTexts)('$name, on a page with a footer', (text) => {
    const footer = ['> Chia sẻ bài viết', '> © 2024 Thư viện Bến Đò'];
    const body = text.lines.map((line) => line.slice(2));
    const marked = matterOf([...body, ...footer.map((line) => line.slice(2))]);
    expect(marked.slice(0, body.length).every(({ part }) => part === 'body')).toBe(
      !text.name.includes('menus'),
    );
    expect(marked.slice(body.length).map(({ part }) => part)).toEqual(['back', 'back']);
  });
});

describe('laws', () => {
  const everyLine = [...pages, ...cleanTexts].flatMap(({ lines }) =>
    lines.map((line) => line.slice(2)),
  );
  const someLines = fc.array(fc.constantFrom(...everyLine), { minLength: 1, maxLength: 30 });

  it('one answer a paragraph, at most one title, and always a body', () => {
    fc.assert(
      fc.property(someLines, (paragraphs) => {
        const matter = matterOf(paragraphs);
        expect(matter).toHaveLength(paragraphs.length);
        const titles = matter.filter(({ kind }) => kind === 'title');
        expect(titles.length).toBeLessThanOrEqual(1);
        expect(titles.every(({ part }) => part === 'body')).toBe(true);
        expect(matter.some(({ part }) => part === 'body')).toBe(true);
      }),
    );
  });

  it('back matter is last, and front matter comes before running text', () => {
    fc.assert(
      fc.property(someLines, (paragraphs) => {
        const matter = matterOf(paragraphs);
        const back = matter.findIndex(({ part }) => part === 'back');
        expect(back === -1 || matter.slice(back).every(({ part }) => part === 'back')).toBe(true);
        const front = matter.findLastIndex(({ part }) => part === 'front');
        const text = matter.findIndex(
          ({ part }, index) => part === 'body' && isProse(paragraphs[index] ?? ''),
        );
        expect(front === -1 || text === -1 || front < text).toBe(true);
      }),
    );
  });

  it('takes any strings', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (paragraphs) => {
        expect(matterOf(paragraphs)).toHaveLength(paragraphs.length);
      }),
    );
  });

  it('takes a page of a hundred thousand paragraphs', () => {
    const page = Array.from({ length: 100_000 }, (_, index) =>
      index % 3 === 1
        ? 'March 01, 2021'
        : `Headline number ${Math.floor(index / 3)} of the day and`,
    );
    expect(matterOf(page)).toHaveLength(page.length);
  });
});
