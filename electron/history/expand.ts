// What an edit that the page asks for comes to, step by step.

import type { AlignmentHead, AlignmentId, LinkId } from '../alignment/alignment.ts';
import { contentsOf } from '../alignment/apply-alignment.ts';
import type { PhraseId } from '../alignment/phrase.ts';
import { byAge, toPortable } from '../alignment/portable.ts';
import { assertNever, fail, type Result, succeed } from '../contract/result.ts';
import type { Edit } from './edit.ts';
import { expandSegmentEdit } from './recut.ts';
import type { EditState } from './state.ts';
import type { StepEdit } from './step-edit.ts';

/** The steps of one edit, to be carried out one after the other on the state given; `newId` makes a UUID at each call. */
export function expandEdit(
  state: EditState,
  edit: Edit,
  newId: () => string,
): Result<readonly StepEdit[]> {
  switch (edit.type) {
    case 'alignment.add':
      return edit.copyOf === undefined
        ? succeed([{ type: 'alignment.add', alignment: edit.alignment }])
        : copyAlignment(state, edit.alignment, edit.copyOf, newId);
    case 'alignment.remove':
      return removeAlignment(state, edit.alignmentId);
    case 'snapshot.add': {
      const { snapshot } = edit;
      const content = contentNow(state, snapshot.alignmentId);
      return content.ok
        ? succeed([{ type: 'snapshot.keep', snapshot: { ...snapshot, content: content.value } }])
        : content;
    }
    case 'segment.split':
    case 'segment.merge':
    case 'segment.correct':
      return expandSegmentEdit(state, edit);
    case 'link.add':
    case 'link.remove':
    case 'link.change':
    case 'phrase.add':
    case 'phrase.remove':
    case 'phrase.change':
    case 'alignment.change':
    case 'snapshot.remove':
    case 'annotation.add':
    case 'annotation.remove':
    case 'annotation.change':
      return succeed([edit]);
    default:
      return assertNever(edit);
  }
}

function copyAlignment(
  state: EditState,
  alignment: AlignmentHead,
  copyOf: AlignmentId,
  newId: () => string,
): Result<readonly StepEdit[]> {
  const original = state.alignments.get(copyOf);
  if (original === undefined) {
    return fail('alignment-not-found', { alignment: copyOf });
  }
  if (original.documentIds.some((id, at) => id !== alignment.documentIds[at])) {
    return fail('alignment-other-documents', {});
  }
  const steps: StepEdit[] = [{ type: 'alignment.add', alignment }];
  for (const link of [...state.links.values()].sort(byAge)) {
    if (link.alignmentId === copyOf) {
      // A new UUID is what the schemas ask of an id.
      const copy = { ...link, id: newId() as LinkId, alignmentId: alignment.id };
      steps.push({ type: 'link.add', link: copy });
    }
  }
  for (const phrase of [...state.phrases.values()].sort(byAge)) {
    if (phrase.alignmentId === copyOf) {
      const copy = { ...phrase, id: newId() as PhraseId, alignmentId: alignment.id };
      steps.push({ type: 'phrase.add', phrase: copy });
    }
  }
  return succeed(steps);
}

function removeAlignment(state: EditState, alignmentId: AlignmentId): Result<readonly StepEdit[]> {
  const alignment = state.alignments.get(alignmentId);
  if (alignment === undefined) {
    return fail('alignment-not-found', { alignment: alignmentId });
  }
  const pair = alignment.documentIds.join(' ');
  const others = [...state.alignments.values()].filter(
    ({ id, documentIds }) => id !== alignmentId && documentIds.join(' ') === pair,
  );
  if (others.length === 0) {
    return fail('alignment-last', {});
  }
  const contents = contentsOf(state, alignmentId);
  if (contents.some((each) => 'locked' in each && each.locked)) {
    return fail('alignment-locked', {});
  }
  const emptying = contents.map((each): StepEdit => {
    if ('sides' in each) {
      return { type: 'link.remove', linkId: each.id };
    }
    return 'spans' in each
      ? { type: 'phrase.remove', phraseId: each.id }
      : { type: 'snapshot.remove', snapshotId: each.id };
  });
  return succeed([...emptying, { type: 'alignment.remove', alignmentId }]);
}

/** What an alignment holds, as a snapshot keeps it. */
function contentNow(state: EditState, alignmentId: AlignmentId): Result<string> {
  const alignment = state.alignments.get(alignmentId);
  if (alignment === undefined) {
    return fail('alignment-not-found', { alignment: alignmentId });
  }
  const [firstId, secondId] = alignment.documentIds;
  const first = state.documents.get(firstId);
  const second = state.documents.get(secondId);
  if (first === undefined || second === undefined) {
    return fail('document-not-found', { document: first === undefined ? firstId : secondId });
  }
  const isIts = (each: { readonly alignmentId: AlignmentId }) => each.alignmentId === alignmentId;
  return succeed(
    JSON.stringify(
      toPortable(
        alignment,
        [...state.links.values()].filter(isIts),
        [...state.phrases.values()].filter(isIts),
        [first, second],
      ),
    ),
  );
}
