// Sentences for the tests of suggestions, as a document would give them.
import * as v from 'valibot';
import { builtInModel } from '../../../../electron/alignment/aligner/built-in.ts';
import {
  type Passage,
  type PassageSource,
  readPassage,
} from '../../../../electron/alignment/suggest/passage.ts';
import {
  type Language,
  type SegmentId,
  SegmentIdSchema,
} from '../../../../electron/corpus/document.ts';

/** The id of a sentence by its number. */
export function idOf(language: Language, number: number): SegmentId {
  return v.parse(SegmentIdSchema, `${language}/${number}`);
}

/** Each text a paragraph of one sentence, or of several where a list is given; numbered from 0. */
export function sourcesOfTexts(
  language: Language,
  paragraphs: readonly (string | readonly string[])[],
): readonly PassageSource[] {
  let number = -1;
  return paragraphs.flatMap((sentences, paragraph) =>
    [sentences].flat().map((text) => {
      number += 1;
      return { id: idOf(language, number), text: text.normalize('NFC'), paragraph, isBody: true };
    }),
  );
}

/** One sentence of a body, read with the built-in lexicon. */
export function passageOf(text: string, language: Language): Passage {
  const { lexicon } = builtInModel();
  const [source] = sourcesOfTexts(language, [text]);
  if (source === undefined) {
    throw new Error('no sentence');
  }
  return readPassage(source, language, (words) => lexicon.answers.has(words));
}
