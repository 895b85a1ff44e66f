// Doubts about a translation, in words.
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../../electron/translation/doubts.ts';

/** The sentences of all doubts, one after the other. */
export function useDoubtWords(doubts: readonly Doubt[]): string {
  const { t } = useTranslation();
  return doubts
    .map(({ kind, params }) => t(`translation.doubts.${kind}`, { replace: params }))
    .join(' ');
}
