// The concepts of letters, speeches and treaties: what a sentence does or speaks of, told by patterns in each language.
import list from '../../../resources/alignment/concepts.json' with { type: 'json' };
import type { Language } from '../../corpus/document.ts';
import {
  compilePatterns,
  findPattern,
  type Span,
  type WordText,
  withoutPattern,
} from './pattern.ts';

/**
 * `act`: what a sentence does (wishes, thanks); `thing`: something that has many names; `theme`: what it speaks of;
 * `common`: what every second sentence of such texts speaks of.
 */
export const conceptKinds = ['act', 'thing', 'theme', 'common'] as const;
export type ConceptKind = (typeof conceptKinds)[number];

/** A concept and its patterns, as pattern.ts reads them. */
export interface Concept {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly vi: readonly string[];
  readonly en: readonly string[];
  /** What looks like it and is something else. */
  readonly except?: { readonly vi: readonly string[]; readonly en: readonly string[] };
}

export interface FoundConcept extends Span {
  readonly id: string;
  readonly kind: ConceptKind;
}

/** The lexicon, as resources/alignment/concepts.json has it. */
export const concepts: readonly Concept[] = list.concepts.map((concept) => ({
  ...concept,
  kind: kindOf(concept.kind),
}));

interface Finder {
  readonly id: string;
  readonly kind: ConceptKind;
  readonly pattern: RegExp;
  readonly except: RegExp | null;
}

const finders: Partial<Record<Language, readonly Finder[]>> = {};

/** The concepts of a sentence, each once, at the first place that has it. */
export function findConcepts(words: WordText, language: Language): readonly FoundConcept[] {
  finders[language] ??= findersOf(language);
  return finders[language].flatMap(({ id, kind, pattern, except }) => {
    const seen = except === null ? words : withoutPattern(words, except);
    const span = findPattern(seen, pattern);
    return span === null ? [] : [{ id, kind, ...span }];
  });
}

function findersOf(language: Language): readonly Finder[] {
  return concepts.flatMap(({ id, kind, except, ...patterns }) => {
    const pattern = compilePatterns(patterns[language]);
    return pattern === null
      ? []
      : [{ id, kind, pattern, except: compilePatterns(except?.[language] ?? []) }];
  });
}

function kindOf(written: string): ConceptKind {
  const kind = conceptKinds.find((known) => known === written);
  if (kind === undefined) {
    throw new Error(`no kind of concept: ${written}`);
  }
  return kind;
}
