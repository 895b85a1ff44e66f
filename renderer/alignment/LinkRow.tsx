// One link as views of changes show it: a sign for what becomes of it, and its passages side by side.
import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link, LinkSide } from '../../electron/alignment/alignment.ts';
import { sameSides } from '../../electron/alignment/plan.ts';
import { useReaderData } from '../app/reader-data.ts';
import { textOf } from '../reader/segment-index.ts';
import { describeLink, shownConfidence } from './link-words.ts';
import { standingOf } from './standing.ts';

export type Change = 'added' | 'removed' | 'left' | 'right' | 'same';

interface LinkRowProps {
  readonly link: Link;
  readonly change: Change;
  /** What it becomes, or was: the sentences that only one of the two has are marked. */
  readonly other?: Link | undefined;
}

const signs: Readonly<Record<Change, string>> = {
  added: '+',
  removed: '−',
  left: '◧',
  right: '◨',
  same: '=',
};

export function LinkRow({ link, change, other }: LinkRowProps) {
  const { t } = useTranslation();
  const { documents } = useReaderData();
  return (
    <div className="link-row" data-change={change}>
      <span className="link-row-sign" aria-hidden="true">
        {signs[change]}
      </span>
      <span className="visually-hidden">
        {t(`changes.${change}`)}: {describeLink(t, link, documents)}
      </span>
      {link.sides.map((side, at) => (
        <PassageText key={side.documentId} side={side} other={other?.sides[at]} />
      ))}
      <Standing link={link} />
    </div>
  );
}

interface LinkChangeRowsProps {
  readonly before: Link;
  readonly after: Link;
  /** What stands before each of the two. */
  readonly changes: readonly [Change, Change];
}

/** A link before and after: one row where only the judgement of it changes, else two. */
export function LinkChangeRows({ before, after, changes }: LinkChangeRowsProps) {
  const { t } = useTranslation();
  const { documents } = useReaderData();
  if (!sameSides(before, after)) {
    return (
      <>
        <LinkRow link={before} change={changes[0]} other={after} />
        <LinkRow link={after} change={changes[1]} other={before} />
      </>
    );
  }
  return (
    <div className="link-row" data-change={changes[1]}>
      <span className="link-row-sign" aria-hidden="true">
        ~
      </span>
      <span className="visually-hidden">
        {t(`changes.${changes[0]}`)}: {describeLink(t, before, documents)}.{' '}
        {t(`changes.${changes[1]}`)}: {describeLink(t, after, documents)}
      </span>
      {after.sides.map((side) => (
        <PassageText key={side.documentId} side={side} other={side} />
      ))}
      <span className="link-row-standings">
        <Standing link={before} /> <span aria-hidden="true">→</span> <Standing link={after} />
      </span>
    </div>
  );
}

function Standing({ link }: { readonly link: Link }) {
  const { t } = useTranslation();
  return (
    <span className="link-status" data-standing={standingOf(link)} aria-hidden="true">
      {standingWords(t, link)}
    </span>
  );
}

function standingWords(t: TFunction, link: Link): string {
  return link.confidence === null || link.status !== 'suggested'
    ? t(`links.standings.${standingOf(link)}`)
    : t('links.confidence-value', { value: shownConfidence(link.confidence) });
}

interface PassageTextProps {
  readonly side: LinkSide;
  readonly other: LinkSide | undefined;
}

function PassageText({ side, other }: PassageTextProps) {
  const { panes } = useReaderData();
  const index = panes.find((pane) => pane?.document.summary.id === side.documentId);
  return (
    <p className="link-row-text" lang={index?.document.summary.language}>
      {index &&
        side.segmentIds.map((id, at) => (
          <Fragment key={id}>
            {at > 0 && ' '}
            <span data-differs={other !== undefined && !other.segmentIds.includes(id)}>
              {textOf(index, id)}
            </span>
          </Fragment>
        ))}
    </p>
  );
}
