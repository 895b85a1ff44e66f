// Documents and their reading text: paragraphs and segments as offsets into it.
import * as v from 'valibot';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];
export const LanguageSchema = v.picklist(languages);

export const DocumentIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
  v.brand('DocumentId'),
);
/** Lower-case words joined by hyphens, as in the manifest: `telegram-1948`. */
export type DocumentId = v.InferOutput<typeof DocumentIdSchema>;

export const SegmentIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9-]{0,79}\/[a-z0-9.]{1,40}$/),
  v.brand('SegmentId'),
);
/** The document's id, a slash, and a name that is unique in the document: `telegram-1948/12`. */
export type SegmentId = v.InferOutput<typeof SegmentIdSchema>;

/** A text for the reader, in both interface languages. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

export interface DocumentSummary {
  readonly id: DocumentId;
  /** In the document's own language. */
  readonly title: string;
  readonly language: Language;
  /** ISO 8601, as precise as it is known (`1948-10-22`, `2020`), or null. */
  readonly date: string | null;
  /** Who published it and where it was found. */
  readonly source: string;
  /** What is known of the text, doubts about its date included; null where nothing is. */
  readonly remarks: Bilingual | null;
  readonly paragraphCount: number;
  readonly segmentCount: number;
}

/** Front and back matter is page chrome round the text (menus, link lists, footers): folded away, never lost. */
export const parts = ['front', 'body', 'back'] as const;
export type Part = (typeof parts)[number];

/** How a paragraph is set: the document's title, a short display line (address, salutation, signature, date), running text. */
export const paragraphKinds = ['title', 'line', 'text'] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const SegmentSchema = v.strictObject({
  id: SegmentIdSchema,
  startOffset: offset,
  endOffset: offset,
});
/** A sentence. Offsets are UTF-16 code units into the document's reading text, end exclusive. */
export type Segment = Readonly<v.InferOutput<typeof SegmentSchema>>;

/** Offsets as in {@link Segment}; the paragraph's segments cover it but for white space between them. */
export interface Paragraph {
  /** 0-based, over all parts. */
  readonly index: number;
  readonly part: Part;
  readonly kind: ParagraphKind;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly segments: readonly Segment[];
}

/** What a document says, and how it is cut. */
export interface DocumentText {
  /** The reading text: NFC, `\n` between paragraphs, no no-break spaces. Only the reader's corrections change it. */
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

export interface ReadingDocument extends DocumentText {
  readonly summary: DocumentSummary;
}

/** A sentence's words: the slice of the reading text between its offsets. */
export function segmentText(document: Pick<DocumentText, 'text'>, segment: Segment): string {
  return document.text.slice(segment.startOffset, segment.endOffset);
}

/** The document that a segment's id names, whether or not there is one. */
export function documentOf(segmentId: SegmentId): DocumentId {
  return segmentId.slice(0, segmentId.indexOf('/')) as DocumentId;
}
