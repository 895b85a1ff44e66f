// One link in the list: which paragraphs it joins, how it stands and why; with its tools when it is meant.
import type { TFunction } from 'i18next';
import { Lock } from 'lucide-react';
import { memo, useEffect, useRef } from 'react';
import { type Link, type LinkSide, sideIn } from '../../electron/alignment/alignment.ts';
import type { DocumentSummary, SegmentId } from '../../electron/corpus/document.ts';
import { paragraphNumbers, type SegmentIndex, textOf } from '../reader/segment-index.ts';
import { LinkTools } from './LinkTools.tsx';
import { describeLink, shownConfidence } from './link-words.ts';
import { reasonWords } from './reason-words.ts';
import { standingOf } from './standing.ts';

interface LinkCardProps {
  readonly link: Link;
  /** Whether the card is meant: its sentence is in focus, or it was chosen itself. */
  readonly current: boolean;
  readonly panes: readonly (SegmentIndex | null)[];
  readonly documents: readonly DocumentSummary[];
  readonly t: TFunction;
  readonly language: string;
  readonly onGo: (link: Link, id: SegmentId) => void;
}

/** There may be thousands: a card asks nothing of the window by itself, and is drawn again when its own link changes. */
export const LinkCard = memo(function LinkCard(props: LinkCardProps) {
  const { link, current, panes, documents, t, language, onGo } = props;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) {
      card.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [current]);
  const sides = panes.flatMap((index) => {
    const side = index && sideIn(link, index.document.summary.id);
    return index && side ? [{ index, side }] : [];
  });
  return (
    <li
      ref={card}
      className="card"
      data-card={link.id}
      data-current={current}
      data-status={link.status}
    >
      <p className="card-head">
        <strong>{sides.map(({ index, side }) => numbersOf(index, side)).join(' ↔ ')}</strong>
        <Standing t={t} link={link} />
        <span className="visually-hidden">{describeLink(t, link, documents)}</span>
      </p>
      {link.reasons.length > 0 && (
        <ul className="reasons" aria-label={t('links.reasons')}>
          {link.reasons.map((reason) => {
            const words = reasonWords(t, language, reason);
            return <li key={words}>{words}</li>;
          })}
        </ul>
      )}
      {sides.map(({ index, side }) => (
        <button
          key={index.document.summary.id}
          type="button"
          className="passage"
          lang={index.document.summary.language}
          title={t('notes.jump')}
          onClick={() => side.segmentIds[0] && onGo(link, side.segmentIds[0])}
        >
          {side.segmentIds.map((id) => textOf(index, id)).join(' … ')}
        </button>
      ))}
      {current ? (
        <LinkTools link={link} />
      ) : (
        link.comment !== '' && <p className="link-said">{link.comment}</p>
      )}
    </li>
  );
});

function numbersOf(index: SegmentIndex, side: LinkSide): string {
  return paragraphNumbers(index, side.segmentIds)
    .map((number) => `¶${number}`)
    .join(', ');
}

function Standing({ t, link }: { readonly t: TFunction; readonly link: Link }) {
  const standing = standingOf(link);
  return (
    <span className="link-status" data-standing={standing} aria-hidden="true">
      {link.locked && <Lock size={12} />}
      {t(`links.standings.${standing}`)}
      {link.confidence !== null &&
        link.status === 'suggested' &&
        ` · ${t('links.confidence-value', { value: shownConfidence(link.confidence) })}`}
    </span>
  );
}
