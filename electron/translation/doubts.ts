// What a reader should check in a machine's translation: numbers, dates and names that differ from the source, and
// text that was cut. Derived from the two texts whenever they are shown, so nothing of it is stored.
import type { Language } from '../corpus/document.ts';
import { cutMark } from './cut-mark.ts';
import { type LostName, lostNames } from './name-doubts.ts';
import { differingQuantities } from './quantity-doubts.ts';

/** Each has a sentence under `translation.doubts` in the locale files, which takes the parameters. */
export const doubtKinds = [
  'number-differs',
  'number-missing',
  'number-added',
  'name-missing',
  'cut-short',
  'untranslated',
  'in-parts',
] as const;
export type DoubtKind = (typeof doubtKinds)[number];

export interface Doubt {
  readonly kind: DoubtKind;
  /** Words of the texts, as they stand there. */
  readonly params: Readonly<Record<string, string>>;
}

export interface TranslatedText {
  readonly source: string;
  readonly target: string;
  readonly from: Language;
  readonly to: Language;
  /** It was longer than the model takes in one piece. */
  readonly split: boolean;
}

/** So many differences are told; a translation with more is wrong altogether. */
const mostTold = 3;
/** A source of fewer words may rightly stay as it is: a name, an abbreviation. */
const fewestWords = 4;

/** The doubts about a translation, the gravest first; empty for nearly all that are right. */
export function doubtsOf({ source, target, from, to, split }: TranslatedText): readonly Doubt[] {
  const [said, translated] = [source.normalize('NFC'), target.normalize('NFC')];
  if (isUntranslated(said, translated)) {
    return [{ kind: 'untranslated', params: {} }];
  }
  const numbers = differingQuantities(said, translated, from, to).map(
    (difference): Doubt => ({
      kind:
        difference.target === null
          ? 'number-missing'
          : difference.source === null
            ? 'number-added'
            : 'number-differs',
      params: { source: difference.source ?? '', target: difference.target ?? '' },
    }),
  );
  const names = lostNames(said, translated, from, to).map(
    (name): Doubt => ({
      kind: 'name-missing',
      params: { name: named(name) },
    }),
  );
  const cut: readonly Doubt[] =
    marks(translated) > marks(said) ? [{ kind: 'cut-short', params: {} }] : [];
  const parts: readonly Doubt[] = split ? [{ kind: 'in-parts', params: {} }] : [];
  return [...[...numbers, ...names].slice(0, mostTold), ...cut, ...parts];
}

/** "Bình Nhưỡng (Pyongyang)" for a reader who does not know the source's language; "Stalin" alone. */
function named({ source, expected }: LostName): string {
  return expected === null || expected.toLowerCase() === source.toLowerCase()
    ? source
    : `${source} (${expected})`;
}

function marks(text: string): number {
  return text.split(cutMark).length - 1;
}

function isUntranslated(source: string, target: string): boolean {
  const words = source.match(/\p{Ll}[\p{L}\p{M}]+/gu) ?? [];
  return words.length >= fewestWords && plain(source) === plain(target);
}

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
