// The manifest of the shipped texts: resources/corpus/manifest.json.
import * as v from 'valibot';
import { DocumentIdSchema, LanguageSchema } from './document.ts';

const sentence = v.pipe(v.string(), v.trim(), v.nonEmpty());

export const ManifestEntrySchema = v.strictObject({
  id: DocumentIdSchema,
  /** A file's name in the manifest's own folder; no path. */
  file: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][\w.-]*\.txt$/)),
  /** In the text's own language. */
  title: sentence,
  language: LanguageSchema,
  /** ISO 8601, as precise as it is known, or null. */
  date: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))),
  source: sentence,
  /** What is known of the text, for the reader. */
  remarks: v.nullable(v.strictObject({ vi: sentence, en: sentence })),
  /** Of the file's bytes, lower-case hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});
/** One shipped text. */
export type ManifestEntry = Readonly<v.InferOutput<typeof ManifestEntrySchema>>;

/** The shipped texts in the order in which they are listed; ids and files are unique. */
export const ManifestSchema = v.strictObject({
  documents: v.pipe(
    v.array(ManifestEntrySchema),
    v.minLength(1),
    v.check((entries) => areUnique(entries.map(({ id }) => id)), 'an id occurs twice'),
    v.check((entries) => areUnique(entries.map(({ file }) => file)), 'a file occurs twice'),
  ),
});
export type Manifest = Readonly<v.InferOutput<typeof ManifestSchema>>;

function areUnique(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
