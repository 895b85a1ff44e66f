// The links of the pair: how many stand how, what can be asked for; and each to judge, comment and go to.
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import { inTextOrder } from '../../electron/alignment/review.ts';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { goToSegment } from '../app/go-to.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader, useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { AlignmentHeader } from './AlignmentHeader.tsx';
import { useMeantLink } from './focused-link.ts';
import { readingOrder } from './gesture.ts';
import { LinkCard } from './LinkCard.tsx';
import { PhraseList } from './PhraseList.tsx';
import { type Standing, standingOf } from './standing.ts';
import './links.css';

const none: readonly Link[] = [];

export function LinksPanel() {
  const { t, i18n } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const { alignment, panes, documents, linksBySegment } = useReaderData();
  const [shown, setShown] = useState<Standing | null>(null);
  const meant = useMeantLink();
  const focus = useReader((state) => state.panes[state.activePane].focus);
  const isOneText = useReader(({ panes: [left, right] }) => left.documentId === right.documentId);
  const links = useMemo(() => {
    const order = readingOrder({ alignment, panes });
    return alignment && order ? inTextOrder(alignment, order) : none;
  }, [alignment, panes]);
  const go = useCallback(
    (link: Link, id: SegmentId) => {
      goToSegment(store, context().data, id);
      store.setState({ focusedLink: link.id });
    },
    [store, context],
  );
  const narrow = (standing: Standing | null) => {
    store.setState({ focusedLink: null });
    setShown(standing);
  };
  if (isOneText) {
    return <p className="rail-empty">{t('links.same-document')}</p>;
  }
  if (alignment === null) {
    return null; // on its way
  }
  // The link that is meant stays in sight, whatever else is.
  const found = links.filter(
    (link) => shown === null || standingOf(link) === shown || link.id === meant,
  );
  const ofFocus = focus === null ? none : (linksBySegment.get(focus) ?? none);
  const isCurrent = (link: Link) => (meant === null ? ofFocus.includes(link) : link.id === meant);
  return (
    <>
      <AlignmentHeader alignment={alignment} shown={shown} onShow={narrow} />
      <PhraseList phrases={alignment.phrases} />
      {found.length === 0 && (
        <p className="rail-empty">{t(links.length === 0 ? 'links.empty' : 'links.none-found')}</p>
      )}
      <ul className="cards">
        {found.map((link) => (
          <LinkCard
            key={link.id}
            link={link}
            current={isCurrent(link)}
            panes={panes}
            documents={documents}
            t={t}
            language={i18n.language}
            onGo={go}
          />
        ))}
      </ul>
    </>
  );
}
