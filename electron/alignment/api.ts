// Calls on alignments. Everything in them is changed through `history.apply` alone.
import * as v from 'valibot';
import { call } from '../contract/call.ts';
import { DocumentIdSchema } from '../corpus/document.ts';
import { storableTextOf } from '../storage/storable-text.ts';
import {
  type Alignment,
  AlignmentIdSchema,
  type AlignmentSummary,
  type Link,
  LinkIdSchema,
  longestName,
} from './alignment.ts';
import type { Comparison } from './compare.ts';
import { importLimitBytes } from './import-limit.ts';
import type { AlignmentPlan } from './plan.ts';
import { SnapshotIdSchema, type SnapshotSummary, VersionSchema } from './snapshot.ts';
import { suggestCalls } from './suggest/api.ts';

const documentIds = v.tuple([DocumentIdSchema, DocumentIdSchema]);

export const exportFormats = ['json', 'tmx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file to be saved. */
export interface ExportedFile {
  /** A name to begin with, its ending included. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly text: string;
}

export const alignmentCalls = {
  ...suggestCalls,
  /** The alignments of two documents, in either order, oldest first; none where none was opened yet. */
  'alignment.list': call<readonly AlignmentSummary[]>()(v.strictObject({ documentIds })),
  /**
   * An alignment of two documents, in either order: the one named, which is the one shown from then on; else the one that
   * was shown last; made empty (kind `subject`) where there is none yet.
   */
  'alignment.open': call<Alignment>()(
    v.strictObject({ documentIds, alignmentId: v.exactOptional(AlignmentIdSchema) }),
  ),
  /** Every link that has a side in the document, over all its alignments. */
  'alignment.linksOf': call<readonly Link[]>()(v.strictObject({ documentId: DocumentIdSchema })),
  /**
   * What the aligner would make of all that the reader has not settled. It replaces only suggestions of the machine that
   * carry no comment, no lock and no note. With `between`, only the stretch after one link and before another (null: from
   * the beginning, to the end). Takes seconds for long texts; answers `run-cancelled` after `alignment.cancelRun`.
   */
  'alignment.proposeRun': call<AlignmentPlan>()(
    v.strictObject({
      alignmentId: AlignmentIdSchema,
      between: v.exactOptional(
        v.strictObject({ after: v.nullable(LinkIdSchema), before: v.nullable(LinkIdSchema) }),
      ),
    }),
  ),
  /** Ends a run that is under way; harmless where there is none. */
  'alignment.cancelRun': call<null>()(v.strictObject({ alignmentId: AlignmentIdSchema })),
  /** The snapshots of an alignment, oldest first. */
  'alignment.snapshots': call<readonly SnapshotSummary[]>()(
    v.strictObject({ alignmentId: AlignmentIdSchema }),
  ),
  /** Two versions of the alignment of the same documents, as links between the sentences as they are now. */
  'alignment.compare': call<Comparison>()(
    v.strictObject({ left: VersionSchema, right: VersionSchema }),
  ),
  /** What must change for the alignment to hold what a snapshot of it holds; locked links stay. */
  'alignment.proposeRestore': call<AlignmentPlan>()(
    v.strictObject({ snapshotId: SnapshotIdSchema }),
  ),
  /** `json`: everything, to be imported again (docs/data-format.md). `tmx`: TMX 1.4b, links that are not rejected. */
  'alignment.export': call<ExportedFile>()(
    v.strictObject({ alignmentId: AlignmentIdSchema, format: v.picklist(exportFormats) }),
  ),
  /** A new alignment of two documents out of an exported file or a TMX file; the page checks its size first. */
  'alignment.proposeImport': call<AlignmentPlan>()(
    v.strictObject({
      documentIds,
      text: v.pipe(v.string(), v.maxLength(importLimitBytes)),
      /** Empty: the name in the file, if any. */
      name: storableTextOf(longestName),
    }),
  ),
} as const;
