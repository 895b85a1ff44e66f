// TMX 1.4b (Translation Memory eXchange): links as translation units, for other programs and from them.
import { fail, type Result, succeed } from '../contract/result.ts';
import { type DocumentText, type SegmentId, segmentText } from '../corpus/document.ts';
import {
  type Alignment,
  type AlignmentKind,
  alignmentKinds,
  type Link,
  type LinkStatus,
  linkStatuses,
} from './alignment.ts';
import type { KnownDocument } from './portable.ts';
import { inTextOrder } from './review.ts';
import { escapeXml, readXml, XmlError } from './xml.ts';

const statusProperty = 'x-song-hanh-status';
const confidenceProperty = 'x-song-hanh-confidence';
const kindProperty = 'x-song-hanh-kind';

/**
 * The links of an alignment as a TMX file, in text order, rejected ones left out; the sentences of a side stand in one
 * `seg` with a space between them. Comments are notes; status and confidence are properties.
 */
export function writeTmx(
  alignment: Alignment,
  documents: readonly [KnownDocument, KnownDocument],
): string {
  const [first, second] = documents;
  const words = [wordsOf(first), wordsOf(second)] as const;
  const links = inTextOrder(alignment, [[...words[0].keys()], [...words[1].keys()]]);
  const unit = (link: Link): string => {
    const variant = (side: 0 | 1): string => {
      const text = link.sides[side].segmentIds.map((id) => words[side].get(id) ?? '').join(' ');
      const { language } = documents[side];
      return `      <tuv xml:lang="${language}"><seg>${escapeXml(text)}</seg></tuv>\n`;
    };
    return [
      `    <tu tuid="${link.id}" creationdate="${link.createdAt.replace(/[-:]|\.\d+/g, '')}">\n`,
      link.comment === '' ? '' : `      <note>${escapeXml(link.comment)}</note>\n`,
      property(statusProperty, link.status),
      link.confidence === null ? '' : property(confidenceProperty, String(link.confidence)),
      variant(0),
      variant(1),
      '    </tu>\n',
    ].join('');
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n',
    '  <header creationtool="Song Hành" creationtoolversion="1" segtype="sentence" ',
    `o-tmf="song-hanh-alignment" adminlang="en" srclang="${first.language}" datatype="plaintext">\n`,
    property(kindProperty, alignment.kind),
    '  </header>\n  <body>\n',
    ...links.filter(({ status }) => status !== 'rejected').map(unit),
    '  </body>\n</tmx>\n',
  ].join('');
}

function property(type: string, value: string): string {
  return `      <prop type="${type}">${escapeXml(value)}</prop>\n`;
}

function wordsOf(document: DocumentText): ReadonlyMap<SegmentId, string> {
  return new Map(
    document.paragraphs.flatMap(({ segments }) =>
      segments.map((segment) => [segment.id, segmentText(document, segment)] as const),
    ),
  );
}

/** One translation unit, as far as it is of use here. */
export interface TmxUnit {
  /** The words by language, as the file names it, in lower case (`vi`, `en-us`). */
  readonly texts: readonly (readonly [language: string, text: string])[];
  readonly note: string;
  readonly status: LinkStatus | null;
  readonly confidence: number | null;
}

export interface TmxFile {
  readonly kind: AlignmentKind | null;
  readonly units: readonly TmxUnit[];
}

/** Within a `seg` these hold codes of another format, not words. */
const codeElements = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

/** Reads a TMX file of any version; unknown elements are passed over. */
export function readTmx(text: string): Result<TmxFile> {
  try {
    return readUnits(text);
  } catch (error) {
    if (error instanceof XmlError) {
      return fail('alignment-file-unreadable', { detail: error.message });
    }
    throw error;
  }
}

/** The elements whose words are kept. */
const spoken: ReadonlySet<string> = new Set(['seg', 'note', 'prop']);

/** Finding the sentences of more units than this would hold the core for seconds; no two texts here have as many. */
const mostUnits = 20_000;

function readUnits(text: string): Result<TmxFile> {
  const units: TmxUnit[] = [];
  const path: string[] = [];
  let isRead = false;
  let kind: string | null = null;
  let unit = newUnit();
  let language = '';
  let propertyType = '';
  let words = '';
  let codes = 0;
  for (const token of readXml(text)) {
    if (token.type === 'start') {
      if (path.length === 0 && (isRead || token.name !== 'tmx')) {
        throw new XmlError(`<${token.name}>`);
      }
      isRead = true;
      path.push(token.name);
      codes += codeElements.has(token.name) ? 1 : 0;
      words = spoken.has(token.name) ? '' : words;
      if (token.name === 'tu') {
        unit = newUnit();
      } else if (token.name === 'tuv') {
        language = token.attributes.get('xml:lang') ?? token.attributes.get('lang') ?? '';
      } else if (token.name === 'prop') {
        propertyType = token.attributes.get('type') ?? '';
      }
    } else if (token.type === 'text') {
      if (path.length === 0 && token.text.trim() !== '') {
        throw new XmlError(token.text.trim().slice(0, 20));
      }
      words += codes === 0 ? token.text : '';
    } else {
      if (path.pop() !== token.name) {
        throw new XmlError(`</${token.name}>`);
      }
      codes -= codeElements.has(token.name) ? 1 : 0;
      // Made for what is kept alone: an element in the words of another would cost their length each time.
      const said = spoken.has(token.name) ? words.replace(/\s+/gu, ' ').trim() : '';
      if (token.name === 'seg') {
        unit.texts.push([language.toLowerCase(), said]);
      } else if (token.name === 'note' && path.at(-1) === 'tu') {
        unit.notes.push(said);
      } else if (token.name === 'prop') {
        unit.properties.set(propertyType, said);
        kind = propertyType === kindProperty ? said : kind;
      } else if (token.name === 'tu') {
        units.push(unitOf(unit));
        if (units.length > mostUnits) {
          return fail('alignment-file-unreadable', { detail: `TMX, > ${mostUnits} <tu>` });
        }
      }
    }
  }
  if (path.length > 0 || units.length === 0) {
    return fail('alignment-file-unreadable', { detail: 'TMX' });
  }
  return succeed({ kind: alignmentKinds.find((known) => known === kind) ?? null, units });
}

interface UnitBeingRead {
  readonly texts: (readonly [string, string])[];
  readonly properties: Map<string, string>;
  readonly notes: string[];
}

function newUnit(): UnitBeingRead {
  return { texts: [], properties: new Map(), notes: [] };
}

function unitOf({ texts, properties, notes }: UnitBeingRead): TmxUnit {
  const status = properties.get(statusProperty);
  const confidence = Number(properties.get(confidenceProperty) ?? Number.NaN);
  return {
    texts,
    note: notes.filter((note) => note !== '').join('; '),
    status: linkStatuses.find((known) => known === status) ?? null,
    confidence: confidence >= 0 && confidence <= 1 ? confidence : null,
  };
}
