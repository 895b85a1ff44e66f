// An alignment apart from its workspace: what is exported, imported and kept as a snapshot. See docs/data-format.md.
import * as v from 'valibot';
import { fail, type Result, succeed } from '../contract/result.ts';
import {
  type DocumentId,
  DocumentIdSchema,
  type DocumentText,
  type Language,
  LanguageSchema,
  type ReadingDocument,
  SegmentIdSchema,
  segmentText,
} from '../corpus/document.ts';
import { type AlignmentHead, AlignmentHeadSchema, type Link, LinkSchema } from './alignment.ts';
import { type PhraseLink, PhraseLinkSchema } from './phrase.ts';

/** The name and the newest version of the format. A change that an older program could misread raises the version. */
export const portableFormat = 'song-hanh-alignment';
export const portableVersion = 1;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));

export const PortableSentenceSchema = v.strictObject({
  id: SegmentIdSchema,
  /** Where it began in the reading text, in UTF-16 code units: tells sentences of the same words apart. */
  start: offset,
  text: v.string(),
});
export type PortableSentence = Readonly<v.InferOutput<typeof PortableSentenceSchema>>;

const PortableDocumentSchema = v.strictObject({
  id: DocumentIdSchema,
  title: v.string(),
  language: LanguageSchema,
  /** Those that the links name, in reading order. */
  sentences: v.pipe(v.array(PortableSentenceSchema), v.readonly()),
});
export type PortableDocument = Readonly<v.InferOutput<typeof PortableDocumentSchema>>;

const segmentIds = v.pipe(v.array(SegmentIdSchema), v.minLength(1), v.readonly());
const { alignmentId: _of, sides: _sides, ...linkEntries } = LinkSchema.entries;

const PortableLinkSchema = v.strictObject({
  ...linkEntries,
  sides: v.pipe(v.tuple([segmentIds, segmentIds]), v.readonly()),
});
export type PortableLink = Readonly<v.InferOutput<typeof PortableLinkSchema>>;

const PortableSpanSchema = v.strictObject({
  start: offset,
  end: offset,
  exact: v.string(),
  prefix: v.string(),
  suffix: v.string(),
});

const PortablePhraseSchema = v.strictObject({
  id: PhraseLinkSchema.entries.id,
  spans: v.pipe(v.tuple([PortableSpanSchema, PortableSpanSchema]), v.readonly()),
  origin: PhraseLinkSchema.entries.origin,
  createdAt: PhraseLinkSchema.entries.createdAt,
});
export type PortablePhrase = Readonly<v.InferOutput<typeof PortablePhraseSchema>>;

const { documentIds: _documents, ...headEntries } = AlignmentHeadSchema.entries;

export const PortableSchema = v.strictObject({
  format: v.literal(portableFormat),
  version: v.literal(portableVersion),
  ...headEntries,
  documents: v.pipe(v.tuple([PortableDocumentSchema, PortableDocumentSchema]), v.readonly()),
  links: v.pipe(v.array(PortableLinkSchema), v.readonly()),
  phrases: v.pipe(v.array(PortablePhraseSchema), v.readonly()),
});
/** Everything that an alignment holds, with the words that it stands on. */
export type Portable = Readonly<v.InferOutput<typeof PortableSchema>>;

/** A document of a workspace, as far as an alignment can be told by it. */
export interface KnownDocument extends DocumentText {
  readonly id: DocumentId;
  readonly title: string;
  readonly language: Language;
}

/** A document as a workspace answers it. */
export function knownDocument({ summary, text, paragraphs }: ReadingDocument): KnownDocument {
  return { id: summary.id, title: summary.title, language: summary.language, text, paragraphs };
}

/** Takes an alignment out of its workspace; links and phrases by age, sentences in reading order. */
export function toPortable(
  head: AlignmentHead,
  links: readonly Link[],
  phrases: readonly PhraseLink[],
  documents: readonly [KnownDocument, KnownDocument],
): Portable {
  const named = new Set(links.flatMap((link) => link.sides.flatMap((side) => side.segmentIds)));
  const portableDocument = (document: KnownDocument): PortableDocument => ({
    id: document.id,
    title: document.title,
    language: document.language,
    sentences: document.paragraphs
      .flatMap(({ segments }) => segments)
      .filter(({ id }) => named.has(id))
      .map((segment) => ({
        id: segment.id,
        start: segment.startOffset,
        text: segmentText(document, segment),
      })),
  });
  const { id, name, origin, kind, createdAt } = head;
  return {
    format: portableFormat,
    version: portableVersion,
    id,
    name,
    origin,
    kind,
    createdAt,
    documents: [portableDocument(documents[0]), portableDocument(documents[1])],
    links: [...links].sort(byAge).map(({ alignmentId: _, sides: [first, second], ...link }) => ({
      ...link,
      sides: [first.segmentIds, second.segmentIds] as const,
    })),
    phrases: [...phrases].sort(byAge).map((phrase) => ({
      id: phrase.id,
      spans: [portableSpan(phrase.spans[0]), portableSpan(phrase.spans[1])] as const,
      origin: phrase.origin,
      createdAt: phrase.createdAt,
    })),
  };
}

function portableSpan({ position, quote }: PhraseLink['spans'][0]): PortablePhrase['spans'][0] {
  return { ...position, ...quote };
}

interface Aged {
  readonly id: string;
  readonly createdAt: string;
}

/** The oldest first, as alignments are listed everywhere. */
export function byAge(one: Aged, other: Aged): number {
  return compare(one.createdAt, other.createdAt) || compare(one.id, other.id);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Reads what {@link toPortable} made and JSON.stringify wrote. */
export function readPortable(text: string): Result<Portable> {
  const value = parseJson(text);
  if (value === undefined) {
    return fail('alignment-file-unreadable', { detail: 'JSON' });
  }
  const newer = v.safeParse(
    v.object({ format: v.literal(portableFormat), version: v.number() }),
    value,
  );
  if (newer.success && newer.output.version > portableVersion) {
    const { version } = newer.output;
    return fail('alignment-file-newer', { found: version, known: portableVersion });
  }
  const checked = v.safeParse(PortableSchema, value);
  if (checked.success) {
    return succeed(checked.output);
  }
  const [issue] = checked.issues;
  return fail('alignment-file-unreadable', {
    detail: [v.getDotPath(issue), issue.message].filter(Boolean).join(': '),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}
