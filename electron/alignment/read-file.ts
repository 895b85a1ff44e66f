// Reads a file that holds an alignment, whichever of the known formats it is in.
import { fail, type Result, succeed } from '../contract/result.ts';
import type { AlignmentId, LinkId } from './alignment.ts';
import {
  type KnownDocument,
  type Portable,
  type PortableLink,
  type PortableSentence,
  portableFormat,
  portableVersion,
  readPortable,
} from './portable.ts';
import { readTmx, type TmxUnit } from './tmx.ts';

/** Makes what a file does not say. */
export interface FileMaker {
  /** A new UUID at each call. */
  readonly newId: () => string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** The alignment in a file, its sides in the order of the documents given. */
export function readForeign(
  text: string,
  documents: readonly [KnownDocument, KnownDocument],
  maker: FileMaker,
): Result<Portable> {
  if (/^\uFEFF?\s*</.test(text)) {
    const file = readTmx(text);
    return file.ok
      ? ofUnits(file.value.units, file.value.kind ?? 'translation', documents, maker)
      : file;
  }
  const portable = readPortable(text.replace(/^\uFEFF/, ''));
  return portable.ok ? succeed(inOrderOf(documents, portable.value)) : portable;
}

/** A file may name the two texts the other way round. */
function inOrderOf(
  [first, second]: readonly [KnownDocument, KnownDocument],
  portable: Portable,
): Portable {
  const [one, other] = portable.documents;
  const isTurned =
    first.language === second.language
      ? one.id === second.id || other.id === first.id
      : one.language === second.language;
  return isTurned
    ? {
        ...portable,
        documents: [other, one],
        links: portable.links.map((link) => ({ ...link, sides: [link.sides[1], link.sides[0]] })),
        phrases: portable.phrases.map((phrase) => ({
          ...phrase,
          spans: [phrase.spans[1], phrase.spans[0]],
        })),
      }
    : portable;
}

/** Units in the languages of the two texts as links; those that no reader has judged yet are suggestions. */
function ofUnits(
  units: readonly TmxUnit[],
  kind: Portable['kind'],
  documents: readonly [KnownDocument, KnownDocument],
  { newId, now }: FileMaker,
): Result<Portable> {
  const sentences: readonly [PortableSentence[], PortableSentence[]] = [[], []];
  const links: PortableLink[] = [];
  for (const unit of units) {
    const texts = textsOf(unit, documents);
    if (texts === null) {
      continue;
    }
    links.push({
      // A new UUID is what the schema asks of a link's id.
      id: newId() as LinkId,
      sides: [
        [addSentence(sentences[0], documents[0], texts[0])],
        [addSentence(sentences[1], documents[1], texts[1])],
      ],
      status: unit.status ?? 'suggested',
      origin: 'import',
      confidence: unit.confidence,
      reasons: [],
      locked: false,
      comment: unit.note.slice(0, 10_000),
      createdAt: now,
    });
  }
  if (links.length === 0) {
    return fail('alignment-file-foreign', {});
  }
  const documentOf = (side: 0 | 1) => ({
    id: documents[side].id,
    title: documents[side].title,
    language: documents[side].language,
    sentences: sentences[side],
  });
  return succeed({
    format: portableFormat,
    version: portableVersion,
    id: newId() as AlignmentId,
    name: '',
    origin: 'import',
    kind,
    createdAt: now,
    documents: [documentOf(0), documentOf(1)],
    links,
    phrases: [],
  });
}

function textsOf(
  { texts }: TmxUnit,
  [first, second]: readonly [KnownDocument, KnownDocument],
): readonly [string, string] | null {
  const isOf = (language: string, name: string) =>
    name === language || name.startsWith(`${language}-`) || name.startsWith(`${language}_`);
  const one = texts.find(([name, text]) => isOf(first.language, name) && text !== '');
  const other = texts.find(
    (each) => each !== one && isOf(second.language, each[0]) && each[1] !== '',
  );
  return one && other ? [one[1], other[1]] : null;
}

/** Adds what a unit says on one side as if it were a sentence, behind those before it; answers its id. */
function addSentence(
  sentences: PortableSentence[],
  { id }: KnownDocument,
  text: string,
): PortableSentence['id'] {
  const last = sentences.at(-1);
  // Letters stand in no id that the program gives, so that it is taken for no sentence of the text.
  const segmentId = `${id}/unit${sentences.length}` as PortableSentence['id'];
  sentences.push({
    id: segmentId,
    start: last === undefined ? 0 : last.start + last.text.length + 1,
    text: text.normalize('NFC'),
  });
  return segmentId;
}
