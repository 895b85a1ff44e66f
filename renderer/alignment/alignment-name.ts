// What an alignment is called: the reader's name for it, else where it comes from.
import type { TFunction } from 'i18next';
import type { AlignmentHead } from '../../electron/alignment/alignment.ts';

export function alignmentName(
  t: TFunction,
  { name, origin }: Pick<AlignmentHead, 'name' | 'origin'>,
): string {
  return name === '' ? t(`alignments.origins.${origin}`) : name;
}

/** The name of a new alignment of the reader's beside those known: none, or a numbered one where one is called so. */
export function newAlignmentName(
  t: TFunction,
  known: readonly Pick<AlignmentHead, 'name' | 'origin'>[],
): string {
  const taken = new Set(known.map((each) => alignmentName(t, each)));
  const plain = alignmentName(t, { name: '', origin: 'reader' });
  let name = plain;
  for (let number = 2; taken.has(name); number += 1) {
    name = t('alignments.numbered', { name: plain, number });
  }
  return name === plain ? '' : name;
}
