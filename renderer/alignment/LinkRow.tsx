// One link as views of changes show it: a sign for what becomes of it, and its passages side by side.
import { useTranslation } from 'react-i18next';
import type { Link, LinkSide } from '../../electron/alignment/alignment.ts';
import { useReaderData } from '../app/reader-data.ts';
import { textOf } from '../reader/segment-index.ts';
import { describeLink, shownConfidence } from './link-words.ts';
import { standingOf } from './standing.ts';

export type Change = 'added' | 'removed' | 'left' | 'right' | 'same';

interface LinkRowProps {
  readonly link: Link;
  readonly change: Change;
}

const signs: Readonly<Record<Change, string>> = {
  added: '+',
  removed: '−',
  left: '◧',
  right: '◨',
  same: '=',
};

export function LinkRow({ link, change }: LinkRowProps) {
  const { t } = useTranslation();
  const { documents } = useReaderData();
  const standing = standingOf(link);
  return (
    <div className="link-row" data-change={change}>
      <span className="link-row-sign" aria-hidden="true">
        {signs[change]}
      </span>
      <span className="visually-hidden">
        {t(`changes.${change}`)}: {describeLink(t, link, documents)}
      </span>
      {link.sides.map((side) => (
        <PassageText key={side.documentId} side={side} />
      ))}
      <span className="link-status" data-standing={standing} aria-hidden="true">
        {link.confidence === null || link.status !== 'suggested'
          ? t(`links.standings.${standing}`)
          : t('links.confidence-value', { value: shownConfidence(link.confidence) })}
      </span>
    </div>
  );
}

function PassageText({ side }: { readonly side: LinkSide }) {
  const { panes } = useReaderData();
  const index = panes.find((pane) => pane?.document.summary.id === side.documentId);
  return (
    <p className="link-row-text" lang={index?.document.summary.language}>
      {index && side.segmentIds.map((id) => textOf(index, id)).join(' | ')}
    </p>
  );
}
