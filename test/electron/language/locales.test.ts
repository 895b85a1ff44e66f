// The words of the interface: both languages say everything, nothing is missing, nothing is left over.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  alignmentKinds,
  linkOrigins,
  linkStatuses,
} from '../../../electron/alignment/alignment.ts';
import { exportFormats } from '../../../electron/alignment/api.ts';
import { reasonKinds } from '../../../electron/alignment/reason.ts';
import { colours } from '../../../electron/annotation/annotation.ts';
import { callNames, eventNames } from '../../../electron/contract/contract.ts';
import { failures } from '../../../electron/contract/failures.ts';
import { languages } from '../../../electron/corpus/document.ts';
import { editLabels } from '../../../electron/history/edit.ts';
import { layouts, railTabs, themes } from '../../../electron/settings/settings.ts';
import { doubtKinds } from '../../../electron/translation/doubts.ts';
import { standings } from '../../../renderer/alignment/standing.ts';
import { commandGroups } from '../../../renderer/app/command.ts';
import { commands } from '../../../renderer/app/commands.ts';
import conceptList from '../../../resources/alignment/concepts.json' with { type: 'json' };
import en from '../../../resources/locales/en.json' with { type: 'json' };
import vi from '../../../resources/locales/vi.json' with { type: 'json' };

type Tree = { readonly [key: string]: string | Tree };

const sentences = { en: leaves(en), vi: leaves(vi) };
const areas = Object.keys(en);
const keys = new Set([...sentences.en.keys()].map(withoutPlural));
const root = join(import.meta.dirname, '../../..');
const sources = globSync('{electron,renderer}/**/*.{ts,tsx}', { cwd: root }).map((file) => ({
  file,
  text: readFileSync(join(root, file), 'utf8'),
}));
const calls = sources.flatMap(({ file, text }) =>
  argumentsOf(text).map((written) => ({ file, written })),
);

/** Keys that the sources put together, by what they begin with, and everything that can follow it. */
const families: Readonly<Record<string, readonly string[]>> = {
  'failures.': Object.keys(failures),
  'commands.': commands.map(({ id }) => id),
  'commands.note.highlight-': colours,
  'command-groups.': commandGroups,
  'history.labels.': editLabels,
  'links.standings.': standings,
  'links.said.': linkStatuses,
  'links.sentences.': languages,
  'reasons.': reasonKinds,
  'reasons.formulas.': conceptList.concepts.map(({ id }) => id),
  'alignments.export.': exportFormats,
  'alignments.kinds.': alignmentKinds,
  'alignments.kind-remarks.': alignmentKinds,
  'alignments.origins.': linkOrigins,
  'changes.': ['added', 'removed', 'left', 'right', 'same'],
  'proposal.omitted-why.': ['sentences-gone', 'sentences-taken', 'link-locked'],
  'app.rail-tabs.': railTabs,
  'reader.layouts.': layouts,
  'settings.themes.': themes,
  'top.languages.': languages,
  'models.languages.': languages,
  'models.none-from.': languages,
  'translation.doubts.': doubtKinds,
  'models.origins.': ['built-in', 'added'],
  'models.verdicts.': ['as-published', 'as-first-downloaded', 'differs', 'unknown'],
};

describe('the two locale files', () => {
  test('say the same things', () => {
    expect([...sentences.vi.keys()].map(withoutPlural)).toEqual([...keys]);
  });

  test('have the plural forms of their language, and no others', () => {
    for (const [language, forms] of [
      ['en', ['_one', '_other']],
      ['vi', ['_other']],
    ] as const) {
      const known = [...sentences[language].keys()];
      for (const key of known.filter((name) => /_(zero|one|two|few|many|other)$/.test(name))) {
        const base = withoutPlural(key);
        const found = known.filter((name) => withoutPlural(name) === base);
        expect(found, `${language} ${base}`).toEqual(forms.map((form) => base + form));
        expect(parameters(sentences[language].get(`${base}_other`)), base).toContain('count');
      }
    }
  });

  test('leave room for the same parameters in each sentence', () => {
    for (const key of keys) {
      const other = (language: 'en' | 'vi') =>
        parameters(sentences[language].get(key) ?? sentences[language].get(`${key}_other`));
      expect(other('vi'), key).toEqual(other('en'));
      const one = parameters(sentences.en.get(`${key}_one`));
      expect(other('en'), `${key}_one`).toEqual(expect.arrayContaining([...one]));
    }
  });

  test('hold composed Unicode text without stray blanks', () => {
    for (const [key, words] of [...sentences.en, ...sentences.vi]) {
      expect(words.trim(), key).not.toBe('');
      expect(words, key).toBe(words.trim().normalize('NFC'));
    }
  });

  test.each(Object.entries(failures))('tell of %s with its parameters', (code, names) => {
    // Ids are for the page, which finds by them what a failure is about; a person is not told them.
    const told = names.filter(
      (name) => !['link', 'alignment', 'phrase', 'snapshot'].includes(name),
    );
    expect(parameters(sentences.en.get(`failures.${code}`))).toEqual(told.sort());
  });
});

describe('the sources', () => {
  test('are found, and speak', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(calls.length).toBeGreaterThan(100);
  });

  test('ask for no key that is missing', () => {
    const asked = calls.flatMap(({ file, written }) =>
      literals(written).map((key) => ({ file, key })),
    );
    expect(asked.filter(({ key }) => !keys.has(key))).toEqual([]);
  });

  test('fill in the parameters of every sentence that they ask for', () => {
    for (const { file, written } of calls) {
      const [only, ...others] = literals(written);
      if (only !== undefined && others.length === 0 && !written.includes('`')) {
        const sentence = sentences.en.get(only) ?? sentences.en.get(`${only}_other`);
        for (const name of parameters(sentence)) {
          expect(written, `${file}: ${only} is told its ${name}`).toMatch(
            new RegExp(`\\b${name}\\b`),
          );
        }
      }
    }
  });

  test('put together only keys of the families that are known here', () => {
    const begun = new Set(
      calls.flatMap(({ written }) =>
        [...written.matchAll(/`([^`$]*)\$\{/g)].flatMap(([, prefix = '']) =>
          areas.some((area) => prefix.startsWith(`${area}.`)) ? [prefix] : [],
        ),
      ),
    );
    expect([...begun].sort()).toEqual(Object.keys(families).sort());
  });

  test('find every key that they put together', () => {
    const made = Object.entries(families).flatMap(([prefix, ends]) =>
      ends.map((end) => prefix + end),
    );
    expect(made.filter((key) => !keys.has(key))).toEqual([]);
  });

  test('leave no key unused', () => {
    const notKeys = new Set<string>([...callNames, ...eventNames, ...commands.map(({ id }) => id)]);
    const written = sources.flatMap(({ text }) =>
      [...text.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(([, literal = '']) => literal),
    );
    const used = new Set([
      ...written.filter((literal) => !notKeys.has(literal)),
      ...Object.entries(families).flatMap(([prefix, ends]) => ends.map((end) => prefix + end)),
    ]);
    expect([...keys].filter((key) => !used.has(key))).toEqual([]);
  });

  test('the native menu names commands of the page alone', () => {
    const menu = sources.find(({ file }) => file.endsWith('menu.main.ts'))?.text ?? '';
    const sent = [...menu.matchAll(/\bcommand\('([^']+)'/g)].map(([, id]) => id);
    const ids = commands.map(({ id }) => id);
    expect(sent.length).toBeGreaterThan(5);
    expect(sent.filter((id) => id === undefined || !ids.includes(id))).toEqual([]);
  });
});

function leaves(tree: Tree, path = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === 'string'
        ? [[path + name, value] as const]
        : [...leaves(value, `${path}${name}.`)],
    ),
  );
}

function withoutPlural(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

/** The names in `{{...}}`, sorted, each once. */
function parameters(sentence: string | undefined): readonly string[] {
  const names = [...(sentence ?? '').matchAll(/\{\{\s*(\w+)/g)].map(([, name = '']) => name);
  return [...new Set(names)].sort();
}

/** What stands between the brackets of every call of `t` and `phrases`. */
function argumentsOf(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:t|phrases)\(/g)].map((call) => {
    const start = call.index + call[0].length;
    let depth = 1;
    let end = start;
    for (; end < text.length && depth > 0; end += 1) {
      depth += text[end] === '(' ? 1 : text[end] === ')' ? -1 : 0;
    }
    return text.slice(start, end - 1);
  });
}

/** The keys among the string literals of a piece of source. */
function literals(written: string): readonly string[] {
  const found = [...written.matchAll(/'([\w-]+(?:\.[\w-]+)+)'/g)].map(
    ([, literal = '']) => literal,
  );
  return found.filter((literal) => areas.some((area) => literal.startsWith(`${area}.`)));
}
