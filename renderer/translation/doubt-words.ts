// Doubts about a translation, in words.
import { useTranslation } from 'react-i18next';
import type { Doubt } from '../../electron/translation/doubts.ts';

/** A sentence for each doubt. */
export function useDoubtWords(doubts: readonly Doubt[]): readonly string[] {
  const { t } = useTranslation();
  return doubts.map(({ kind, params }) => t(`translation.doubts.${kind}`, { replace: params }));
}
