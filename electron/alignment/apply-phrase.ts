// What an edit does to a phrase link: pure, checked, and with the edit that takes it back.
import { checkSpan } from '../annotation/apply.ts';
import { assertNever, fail, type Result, succeed } from '../contract/result.ts';
import type { DocumentId } from '../corpus/document.ts';
import type { AlignmentHead, AlignmentId } from './alignment.ts';
import type { PhraseEdit } from './edits.ts';
import type { PhraseId, PhraseLink, PhraseSpans } from './phrase.ts';

/** What must be known to apply edits of phrase links. */
export interface PhraseState {
  readonly phrases: ReadonlyMap<PhraseId, PhraseLink>;
  readonly alignments: ReadonlyMap<AlignmentId, AlignmentHead>;
  /** The reading text of each document. */
  readonly texts: ReadonlyMap<DocumentId, string>;
}

/** One phrase link after an edit (null: it is gone), and the edit that restores what was there before. */
export interface PhraseStep {
  readonly phraseId: PhraseId;
  readonly phrase: PhraseLink | null;
  readonly inverse: PhraseEdit;
}

/** The outcome of one edit. Each span must lie in the alignment's document of its side and quote it. */
export function stepPhraseEdit(state: PhraseState, edit: PhraseEdit): Result<PhraseStep> {
  if (edit.type === 'phrase.add') {
    const { phrase } = edit;
    if (state.phrases.has(phrase.id)) {
      return fail('phrase-exists', { phrase: phrase.id });
    }
    const spans = checkSpans(state, phrase.alignmentId, phrase.spans);
    return spans.ok
      ? succeed({
          phraseId: phrase.id,
          phrase: { ...phrase, spans: spans.value },
          inverse: { type: 'phrase.remove', phraseId: phrase.id },
        })
      : spans;
  }
  const { phraseId } = edit;
  const before = state.phrases.get(phraseId);
  if (before === undefined) {
    return fail('phrase-not-found', { phrase: phraseId });
  }
  switch (edit.type) {
    case 'phrase.remove':
      return succeed({
        phraseId,
        phrase: null,
        inverse: { type: 'phrase.add', phrase: before },
      });
    case 'phrase.change': {
      const { spans } = edit.changes;
      const checked =
        spans === undefined ? succeed(before.spans) : checkSpans(state, before.alignmentId, spans);
      return checked.ok
        ? succeed({
            phraseId,
            phrase: { ...before, spans: checked.value },
            inverse: {
              type: 'phrase.change',
              phraseId,
              changes: spans === undefined ? {} : { spans: before.spans },
            },
          })
        : checked;
    }
    default:
      return assertNever(edit);
  }
}

function checkSpans(
  { alignments, texts }: PhraseState,
  alignmentId: AlignmentId,
  [first, second]: PhraseSpans,
): Result<PhraseSpans> {
  const documentIds = alignments.get(alignmentId)?.documentIds;
  if (documentIds === undefined) {
    return fail('alignment-not-found', { alignment: alignmentId });
  }
  for (const [side, span] of [first, second].entries()) {
    if (span.documentId !== documentIds[side]) {
      return fail('annotation-target-outside', { document: span.documentId });
    }
  }
  const checkedFirst = checkSpan(texts, first);
  if (!checkedFirst.ok) {
    return checkedFirst;
  }
  const checkedSecond = checkSpan(texts, second);
  return checkedSecond.ok ? succeed([checkedFirst.value, checkedSecond.value]) : checkedSecond;
}
