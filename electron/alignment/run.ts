// A run of the aligner on an alignment: what it must leave alone, and what it would change.
import type { DocumentText, SegmentId } from '../corpus/document.ts';
import { segmentText } from '../corpus/document.ts';
import type { AlignOptions } from './aligner/align.ts';
import type { Bead, ScoredBead } from './aligner/bead.ts';
import type { Alignment, Link, LinkId } from './alignment.ts';
import { pairBy } from './compare.ts';
import { countLinks } from './counts.ts';
import type { AlignmentPlan, LinkChange } from './plan.ts';
import { sameSides } from './plan.ts';

/** The stretch of a run: after one link and before another, null for the texts' beginning and end. */
export interface Between {
  readonly after: LinkId | null;
  readonly before: LinkId | null;
}

/** What a run works on. The first document is the Vietnamese one. */
export interface RunTask {
  readonly alignment: Alignment;
  readonly documents: readonly [DocumentText, DocumentText];
  /** Links that notes are about. */
  readonly noted: ReadonlySet<LinkId>;
  readonly between: Between | null;
  /** What is translated of either document, by sentence. */
  readonly translations: readonly [Translated, Translated];
}

type Translated = ReadonlyMap<SegmentId, string>;

/** What the aligner is given, and whose sentences the lines are. */
export interface RunInput {
  readonly segmentIds: readonly [readonly SegmentId[], readonly SegmentId[]];
  readonly lines: readonly [readonly string[], readonly string[]];
  readonly options: Required<AlignOptions>;
  /** The suggestions that the run may replace. */
  readonly replaceable: readonly Link[];
}

/** Makes a new link's id and date. */
export interface RunMaker {
  readonly newId: () => LinkId;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/**
 * The lines of a run: the sentences of both bodies, within the stretch. Page chrome round a text is not aligned. All links
 * but replaceable suggestions stand fast, and the aligner works round them; rejected ones it does not propose again.
 */
export function runInput(task: RunTask): RunInput {
  const { alignment, documents, noted, between, translations } = task;
  const [firstBody, secondBody] = [bodyOf(documents[0]), bodyOf(documents[1])];
  const segmentIds = [
    within(firstBody, alignment.links, between, 0),
    within(secondBody, alignment.links, between, 1),
  ] as const;
  const numbers = segmentIds.map((ids) => new Map(ids.map((id, line) => [id, line])));
  const linesOf = (link: Link, side: 0 | 1): readonly number[] =>
    link.sides[side].segmentIds.flatMap((id) => numbers[side]?.get(id) ?? []);
  const isInside = (link: Link): boolean =>
    ([0, 1] as const).every(
      (side) => linesOf(link, side).length === link.sides[side].segmentIds.length,
    );
  const replaceable = alignment.links.filter(
    (link) => isReplaceable(link) && !noted.has(link.id) && isInside(link),
  );
  const replaced = new Set(replaceable);
  const standing = alignment.links.filter(
    (link) => link.status !== 'rejected' && !replaced.has(link),
  );
  const beadOf = (link: Link): Bead => ({ vi: linesOf(link, 0), en: linesOf(link, 1) });
  return {
    segmentIds,
    lines: [linesOfText(documents[0], segmentIds[0]), linesOfText(documents[1], segmentIds[1])],
    options: {
      confirmed: joinBeads(standing.map(beadOf)),
      rejected: alignment.links
        .filter((link) => link.status === 'rejected' && isInside(link))
        .map(beadOf),
      paragraphStarts: {
        vi: paragraphStarts(documents[0], segmentIds[0]),
        en: paragraphStarts(documents[1], segmentIds[1]),
      },
      translations: {
        ofVi: segmentIds[0].map((id) => translations[0].get(id) ?? null),
        ofEn: segmentIds[1].map((id) => translations[1].get(id) ?? null),
      },
    },
    replaceable,
  };
}

/** A suggestion of the machine in which nothing of the reader's is. */
function isReplaceable({ status, origin, locked, comment }: Link): boolean {
  return status === 'suggested' && origin === 'machine' && !locked && comment === '';
}

/**
 * What a run's beads would change. A suggestion that joins what a bead joins stays, with the bead's confidence; one that
 * shares a side with a bead becomes it; other suggestions go, and other beads are new.
 */
export function planRun(
  task: RunTask,
  input: RunInput,
  beads: readonly ScoredBead[],
  maker: RunMaker,
): AlignmentPlan {
  const { alignment, documents } = task;
  const standing = new Set(input.options.confirmed.map(beadKey));
  const proposed = beads
    .filter((bead) => bead.vi.length > 0 && bead.en.length > 0 && !standing.has(beadKey(bead)))
    .map((bead) => proposalOf(alignment, input, bead, maker));
  const exact = pairBy(input.replaceable, proposed, (link) => sideKey(link, 0) + sideKey(link, 1));
  const onFirst = pairBy(exact.left, exact.right, (link) => sideKey(link, 0));
  const onSecond = pairBy(onFirst.left, onFirst.right, (link) => sideKey(link, 1));
  const changed: LinkChange[] = [];
  for (const [before, proposal] of [...exact.pairs, ...onFirst.pairs, ...onSecond.pairs]) {
    if (!sameSides(before, proposal) || before.confidence !== proposal.confidence) {
      changed.push({
        before,
        after: { ...before, sides: proposal.sides, confidence: proposal.confidence, reasons: [] },
      });
    }
  }
  const removed = onSecond.left;
  const added = onSecond.right;
  const gone = new Set(removed);
  const afterById = new Map(changed.map(({ before, after }) => [before.id, after]));
  const after = [
    ...alignment.links
      .filter((link) => !gone.has(link))
      .map((link) => afterById.get(link.id) ?? link),
    ...added,
  ];
  const bodies = [bodyOf(documents[0]), bodyOf(documents[1])] as const;
  return {
    alignment: null,
    added,
    removed,
    changed,
    keptCount: alignment.links.length - removed.length - changed.length,
    phrasesAdded: [],
    phrasesRemoved: [],
    before: countLinks(alignment.links, bodies),
    after: countLinks(after, bodies),
    omitted: [],
  };
}

/** The sentences of a document's body in reading order. */
export function bodyOf({ paragraphs }: DocumentText): readonly SegmentId[] {
  return paragraphs
    .filter(({ part }) => part === 'body')
    .flatMap(({ segments }) => segments.map(({ id }) => id));
}

/** The sentences behind the one link's last and before the other's first, on one side. */
function within(
  body: readonly SegmentId[],
  links: readonly Link[],
  between: Between | null,
  side: 0 | 1,
): readonly SegmentId[] {
  const places = (id: LinkId | null | undefined): readonly number[] =>
    (links.find((link) => link.id === id)?.sides[side].segmentIds ?? [])
      .map((segmentId) => body.indexOf(segmentId))
      .filter((place) => place !== -1);
  const from = Math.max(-1, ...places(between?.after)) + 1;
  const to = Math.min(body.length, ...places(between?.before));
  return body.slice(from, Math.max(from, to));
}

function linesOfText(document: DocumentText, segmentIds: readonly SegmentId[]): readonly string[] {
  const texts = new Map(
    document.paragraphs.flatMap(({ segments }) =>
      segments.map((segment) => [segment.id, segmentText(document, segment)] as const),
    ),
  );
  return segmentIds.map((id) => texts.get(id) ?? '');
}

function paragraphStarts(
  { paragraphs }: DocumentText,
  segmentIds: readonly SegmentId[],
): readonly number[] {
  const firsts = new Set(paragraphs.map(({ segments }) => segments[0]?.id));
  return segmentIds.flatMap((id, line) => (firsts.has(id) ? [line] : []));
}

interface LineSets {
  readonly vi: ReadonlySet<number>;
  readonly en: ReadonlySet<number>;
}

/** Beads that share a line become one: a line may stand fast once. Beads without a line are left out. */
function joinBeads(beads: readonly Bead[]): readonly Bead[] {
  const joined = new Set<LineSets>();
  const holders = { vi: new Map<number, LineSets>(), en: new Map<number, LineSets>() };
  for (const bead of beads) {
    const others = new Set([
      ...bead.vi.flatMap((line) => holders.vi.get(line) ?? []),
      ...bead.en.flatMap((line) => holders.en.get(line) ?? []),
    ]);
    const whole: LineSets = {
      vi: new Set([...bead.vi, ...[...others].flatMap(({ vi }) => [...vi])]),
      en: new Set([...bead.en, ...[...others].flatMap(({ en }) => [...en])]),
    };
    for (const other of others) {
      joined.delete(other);
    }
    joined.add(whole);
    for (const side of ['vi', 'en'] as const) {
      for (const line of whole[side]) {
        holders[side].set(line, whole);
      }
    }
  }
  return [...joined]
    .filter(({ vi, en }) => vi.size + en.size > 0)
    .map(({ vi, en }) => ({ vi: sorted(vi), en: sorted(en) }));
}

function sorted(lines: ReadonlySet<number>): readonly number[] {
  return [...lines].sort((a, b) => a - b);
}

function beadKey({ vi, en }: Bead): string {
  return `${vi.join(' ')}|${en.join(' ')}`;
}

function sideKey({ sides }: Pick<Link, 'sides'>, side: 0 | 1): string {
  return `${sides[side].segmentIds.join(' ')}|`;
}

function proposalOf(
  { id, documentIds }: Alignment,
  { segmentIds }: RunInput,
  bead: ScoredBead,
  { newId, now }: RunMaker,
): Link {
  const idsOf = (lines: readonly number[], side: 0 | 1) =>
    lines.flatMap((line) => segmentIds[side][line] ?? []);
  return {
    id: newId(),
    alignmentId: id,
    sides: [
      { documentId: documentIds[0], segmentIds: idsOf(bead.vi, 0) },
      { documentId: documentIds[1], segmentIds: idsOf(bead.en, 1) },
    ],
    status: 'suggested',
    origin: 'machine',
    confidence: Number(bead.confidence.toFixed(3)),
    reasons: [],
    locked: false,
    comment: '',
    createdAt: now,
  };
}
