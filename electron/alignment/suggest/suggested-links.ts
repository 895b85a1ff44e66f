// Suggestions as links of an alignment, for `history.apply`.
import type { AlignmentHead, Link, LinkId } from '../alignment.ts';
import type { Suggestion } from './suggest.ts';

/** Makes a new link's id and date. */
export interface LinkMaker {
  readonly newId: () => LinkId;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** The links to be added, one a suggestion: suggested by the machine, with its score as confidence, and its reasons. */
export function suggestedLinks(
  { id, documentIds: [vi, en] }: Pick<AlignmentHead, 'id' | 'documentIds'>,
  suggestions: readonly Suggestion[],
  { newId, now }: LinkMaker,
): readonly Link[] {
  return suggestions.map((suggestion) => ({
    id: newId(),
    alignmentId: id,
    sides: [
      { documentId: vi, segmentIds: suggestion.vi },
      { documentId: en, segmentIds: suggestion.en },
    ],
    status: 'suggested',
    origin: 'machine',
    confidence: suggestion.score,
    reasons: suggestion.reasons,
    locked: false,
    comment: '',
    createdAt: now,
  }));
}
