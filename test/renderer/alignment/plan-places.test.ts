import { describe, expect, test } from 'vitest';
import type { Link } from '../../../electron/alignment/alignment.ts';
import type { PhraseId, PhraseLink } from '../../../electron/alignment/phrase.ts';
import { type AlignmentPlan, editsOfPlan } from '../../../electron/alignment/plan.ts';
import {
  isDoubtfulPlace,
  isEmptyPlan,
  partOfPlan,
  placesOfPlan,
} from '../../../renderer/alignment/plan-places.ts';
import { summaryOf, takenWords } from '../../../renderer/alignment/plan-summary.ts';
import { createI18n } from '../../../renderer/i18n/i18n.ts';
import { ids, link, suggestion, uuid } from './links.ts';

const order = [ids('vi', 12), ids('en', 12)] as const;
const counts = {
  links: 0,
  confirmed: 0,
  suggested: 0,
  rejected: 0,
  locked: 0,
  unlinked: [0, 0],
} as const;

function plan(changes: Partial<AlignmentPlan>): AlignmentPlan {
  return {
    alignment: null,
    added: [],
    removed: [],
    changed: [],
    keptCount: 0,
    phrasesAdded: [],
    phrasesRemoved: [],
    before: counts,
    after: counts,
    omitted: [],
    ...changes,
  };
}

const old = suggestion([2], [2, 3], 0.5);
const wide = suggestion([5], [5], 0.5);
const wider: Link = { ...wide, sides: suggestion([5, 6], [5], 0.8).sides, confidence: 0.8 };
const example = plan({
  added: [suggestion([9], [9], 0.97), suggestion([2], [2], 0.9), suggestion([3], [3], 0.9)],
  removed: [old],
  changed: [{ before: wide, after: wider }],
});

describe('the places of a plan', () => {
  const places = placesOfPlan(example, order);

  test('hold together what touches the same sentences, in the order of the text', () => {
    expect(places.map(({ before, after }) => [before.length, after.length])).toEqual([
      [1, 2],
      [1, 1],
      [0, 1],
    ]);
    expect(places[0]?.before).toEqual([old]);
    expect(places[1]).toMatchObject({ before: [wide], after: [wider] });
  });

  test('are doubtful where the machine is not sure of what comes, or nothing comes', () => {
    expect(places.map(isDoubtfulPlace)).toEqual([false, true, false]);
    const removal = placesOfPlan(plan({ removed: [old] }), order);
    expect(removal.map(isDoubtfulPlace)).toEqual([true]);
  });

  test('taken all together are the plan', () => {
    expect(partOfPlan(example, places)).toEqual(example);
  });

  test('can be taken by themselves: no edit of another comes with them', () => {
    const [first, second] = places;
    const taken = editsOfPlan(partOfPlan(example, first ? [first] : []));
    expect(taken.map(({ type }) => type)).toEqual(['link.remove', 'link.add', 'link.add']);
    const changed = editsOfPlan(partOfPlan(example, second ? [second] : []));
    expect(changed).toEqual([
      {
        type: 'link.change',
        linkId: wide.id,
        changes: { sides: wider.sides, confidence: 0.8 },
      },
    ]);
    expect(editsOfPlan(partOfPlan(example, []))).toEqual([]);
  });

  test('of a chain of links that overlap are one', () => {
    const chain = plan({
      removed: [link([0], [0, 1]), link([1], [2]), link([3], [4])],
      added: [link([0, 1], [0]), link([2], [2, 3]), link([3], [3])],
    });
    expect(placesOfPlan(chain, order)).toHaveLength(1);
  });
});

describe('a plan of phrase links alone', () => {
  const { t } = createI18n('en');
  const phrase = { id: uuid() as PhraseId } as PhraseLink;
  const phrases = plan({ phrasesAdded: [phrase], keptCount: 2 });

  test('changes something, has no place, and comes whatever is left', () => {
    expect(isEmptyPlan(phrases)).toBe(false);
    expect(isEmptyPlan(plan({ keptCount: 2 }))).toBe(true);
    expect(placesOfPlan(phrases, order)).toEqual([]);
    expect(editsOfPlan(partOfPlan(phrases, []))).toEqual([{ type: 'phrase.add', phrase }]);
  });

  test('is told of by its counts', () => {
    expect(summaryOf(t, phrases)).toContain('1 phrase link comes');
    expect(summaryOf(t, plan({ phrasesRemoved: [phrase, phrase] }))).toBe('2 phrase links go');
    expect(summaryOf(t, plan({ keptCount: 2 }))).toBe('Nothing would change.');
    expect(takenWords(t, phrases)).toBe('Phrase links: 1 came, 0 went');
  });
});
