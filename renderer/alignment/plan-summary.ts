// What a plan would change, in one line of words.
import type { TFunction } from 'i18next';
import type { AlignmentPlan } from '../../electron/alignment/plan.ts';
import { changesPhrases, isEmptyPlan } from './plan-places.ts';
import { standingOf } from './standing.ts';

/**
 * How many links and phrase links come, go and change, and how many of the links that come are doubtful; nothing is
 * said of none. Of a plan that changes nothing it is said that it does not.
 */
export function summaryOf(t: TFunction, plan: AlignmentPlan): string {
  if (isEmptyPlan(plan)) {
    return t('proposal.nothing');
  }
  const { added, removed, changed, keptCount, phrasesAdded, phrasesRemoved } = plan;
  const coming = [...added, ...changed.map(({ after }) => after)];
  const doubtful = coming.filter((link) => standingOf(link) === 'doubtful').length;
  return [
    added.length > 0 && t('proposal.added', { count: added.length }),
    removed.length > 0 && t('proposal.removed', { count: removed.length }),
    changed.length > 0 && t('proposal.changed', { count: changed.length }),
    doubtful > 0 && t('proposal.doubtful', { count: doubtful }),
    keptCount > 0 && t('proposal.kept', { count: keptCount }),
    phrasesAdded.length > 0 && t('proposal.phrases-added', { count: phrasesAdded.length }),
    phrasesRemoved.length > 0 && t('proposal.phrases-removed', { count: phrasesRemoved.length }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What was changed, told when a plan, or a part of one, has been taken. */
export function takenWords(t: TFunction, plan: AlignmentPlan): string {
  const { added, removed, changed, phrasesAdded, phrasesRemoved } = plan;
  return [
    added.length + removed.length + changed.length > 0 &&
      t('proposal.taken', {
        added: added.length,
        removed: removed.length,
        changed: changed.length,
      }),
    changesPhrases(plan) &&
      t('proposal.taken-phrases', { added: phrasesAdded.length, removed: phrasesRemoved.length }),
  ]
    .filter(Boolean)
    .join(' · ');
}
