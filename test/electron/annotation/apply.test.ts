// What edits of highlights and notes refuse, and what they keep.
import { describe, expect, test } from 'vitest';
import { makeSpanTarget } from '../../../electron/annotation/anchor.ts';
import type { Annotation, Target } from '../../../electron/annotation/annotation.ts';
import {
  type AnnotationState,
  restoreAnnotationEdit,
  stepAnnotationEdit,
} from '../../../electron/annotation/apply.ts';
import type { AnnotationEdit } from '../../../electron/annotation/edits.ts';
import { emptyState, en, makeLink, makeNote, texts, vi } from '../../helpers/edit-world.ts';

const note = makeNote(1);
const link = makeLink(1, [0], [0]);
const linkTarget: Target = { type: 'link', linkId: link.id };
const text = texts.get(vi) ?? '';
const span = makeSpanTarget(vi, text, { start: 0, end: 4 });

const add = (annotation: Annotation): AnnotationEdit => ({ type: 'annotation.add', annotation });
const holding = (...annotations: Annotation[]): AnnotationState => ({
  ...emptyState,
  annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
});

describe('annotation.add', () => {
  test('takes a note on both sides and on a link at once', () => {
    const both = makeNote(1, {
      targets: [span, makeSpanTarget(en, texts.get(en) ?? '', { start: 0, end: 4 }), linkTarget],
    });
    const step = stepAnnotationEdit(
      { ...emptyState, links: new Map([[link.id, link]]) },
      add(both),
    );
    expect(step).toEqual({
      ok: true,
      value: {
        annotationId: both.id,
        annotation: both,
        inverse: { type: 'annotation.remove', annotationId: both.id },
      },
    });
  });

  test('keeps the note and its tags as NFC without lone surrogates', () => {
    const step = stepAnnotationEdit(
      emptyState,
      add(makeNote(1, { text: 'tie\u0302\u0301ng \ud83d', tags: ['thu\u031b'] })),
    );
    expect(step.ok && step.value.annotation).toMatchObject({ text: 'tiếng \ufffd', tags: ['thư'] });
  });

  const { position, quote } = span;
  test.each<[string, readonly Target[], string]>([
    ['no target', [], 'annotation-without-target'],
    [
      'an empty span',
      [makeSpanTarget(vi, text, { start: 3, end: 3 })],
      'annotation-target-outside',
    ],
    [
      'a span that ends before it begins',
      [{ ...span, position: { start: 4, end: 0 } }],
      'annotation-target-outside',
    ],
    [
      'a span beyond the end',
      [{ ...span, position: { start: 0, end: text.length + 1 }, quote: { ...quote, exact: text } }],
      'annotation-target-outside',
    ],
    [
      'other words than stand there',
      [{ ...span, quote: { ...quote, exact: 'Kinh' } }],
      'annotation-target-outside',
    ],
    [
      'words that stand elsewhere',
      [{ ...span, position: { start: position.start + 1, end: position.end + 1 } }],
      'annotation-target-outside',
    ],
    [
      'a document that is not there',
      [{ ...span, documentId: makeStranger() }],
      'document-not-found',
    ],
    ['a link that is not there', [span, linkTarget], 'link-not-found'],
  ])('refuses %s', (_, targets, code) => {
    const step = stepAnnotationEdit(emptyState, add(makeNote(1, { targets })));
    expect(step).toMatchObject({ ok: false, error: { code } });
  });

  test('refuses an id that is taken', () => {
    expect(stepAnnotationEdit(holding(note), add(note))).toMatchObject({
      error: { code: 'annotation-exists' },
    });
  });
});

describe('annotation.change and annotation.remove', () => {
  test('take a colour away and give it back', () => {
    const edit: AnnotationEdit = {
      type: 'annotation.change',
      annotationId: note.id,
      changes: { colour: null },
    };
    expect(stepAnnotationEdit(holding(note), edit)).toEqual({
      ok: true,
      value: {
        annotationId: note.id,
        annotation: { ...note, colour: null },
        inverse: { ...edit, changes: { colour: 'yellow' } },
      },
    });
  });

  test('leave a target alone whose link has gone, but take no new one on', () => {
    const dangling = makeNote(1, { targets: [span, linkTarget] });
    const change = (targets: readonly Target[]): AnnotationEdit => ({
      type: 'annotation.change',
      annotationId: note.id,
      changes: { targets },
    });
    expect(stepAnnotationEdit(holding(dangling), change([linkTarget])).ok).toBe(true);
    const toAnother: Target = { type: 'link', linkId: makeLink(2, [0], [0]).id };
    expect(stepAnnotationEdit(holding(dangling), change([toAnother]))).toMatchObject({
      error: { code: 'link-not-found' },
    });
    expect(stepAnnotationEdit(holding(note), change([linkTarget])).ok).toBe(false);
    expect(restoreAnnotationEdit(holding(note), change([linkTarget])).ok).toBe(true);
  });

  test('refuse a note that is not there', () => {
    const removal: AnnotationEdit = { type: 'annotation.remove', annotationId: note.id };
    expect(stepAnnotationEdit(emptyState, removal)).toMatchObject({
      error: { code: 'annotation-not-found' },
    });
  });
});

function makeStranger(): typeof vi {
  return 'no-such-text' as typeof vi;
}
