// What an alignment is called: the reader's name for it, else where it comes from.
import type { TFunction } from 'i18next';
import type { AlignmentHead } from '../../electron/alignment/alignment.ts';

export function alignmentName(
  t: TFunction,
  { name, origin }: Pick<AlignmentHead, 'name' | 'origin'>,
): string {
  return name === '' ? t(`alignments.origins.${origin}`) : name;
}
