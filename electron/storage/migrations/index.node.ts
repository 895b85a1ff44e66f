// Every migration, in order. A migration that has been released never changes; a new one is added below.
import type { Migration } from '../database.node.ts';
import { migration as corpus } from './0001-corpus.node.ts';
import { migration as alignment } from './0002-alignment.node.ts';
import { migration as annotation } from './0003-annotation.node.ts';
import { migration as history } from './0004-history.node.ts';
import { migration as settings } from './0005-settings.node.ts';
import { migration as translation } from './0006-translation.node.ts';
import { migration as severalAlignments } from './0007-several-alignments.node.ts';
import { migration as locksAndReasons } from './0008-locks-and-reasons.node.ts';
import { migration as phrases } from './0009-phrases.node.ts';
import { migration as snapshots } from './0010-snapshots.node.ts';

export const migrations: readonly Migration[] = [
  corpus,
  alignment,
  annotation,
  history,
  settings,
  translation,
  severalAlignments,
  locksAndReasons,
  phrases,
  snapshots,
];
