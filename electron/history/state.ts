// All that the reader can edit, as far as the edits at hand touch it, and what they are checked against.
import type { AlignmentHead, AlignmentId, Link, LinkId } from '../alignment/alignment.ts';
import type { SegmentPlace } from '../alignment/apply.ts';
import type { PhraseId, PhraseLink } from '../alignment/phrase.ts';
import type { KnownDocument } from '../alignment/portable.ts';
import type { KeptSnapshot, SnapshotId } from '../alignment/snapshot.ts';
import type { Annotation, AnnotationId } from '../annotation/annotation.ts';
import type { DocumentId, SegmentId } from '../corpus/document.ts';

/** A part of the workspace. Of what is touched by an edit, everything that bears on it is here. */
export interface EditState {
  readonly alignments: ReadonlyMap<AlignmentId, AlignmentHead>;
  readonly links: ReadonlyMap<LinkId, Link>;
  readonly phrases: ReadonlyMap<PhraseId, PhraseLink>;
  readonly snapshots: ReadonlyMap<SnapshotId, KeptSnapshot>;
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  /** Where the sentences stand that links name. */
  readonly segments: ReadonlyMap<SegmentId, SegmentPlace>;
  /** The reading text of documents that spans lie in. */
  readonly texts: ReadonlyMap<DocumentId, string>;
  /** The documents whose sentences change, whole; what is in `segments` and `texts` of them says the same. */
  readonly documents: ReadonlyMap<DocumentId, KnownDocument>;
}
