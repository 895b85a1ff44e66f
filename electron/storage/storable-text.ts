// Text as the workspace keeps it, so that what is read back is what was written.
import * as v from 'valibot';

/**
 * NFC, and without lone surrogates (U+FFFD stands in their place): SQLite stores UTF-8, which has none. Text
 * that is so already comes back unchanged.
 */
export function storableText(text: string): string {
  return text.toWellFormed().normalize('NFC');
}

/** The schema of such text of at most so many UTF-16 code units, counted in the form in which it is kept. */
export function storableTextOf(most: number) {
  return v.pipe(v.string(), v.transform(storableText), v.maxLength(most));
}
