// The links of the pair: how many stand how, what can be asked for; and each to judge, comment and go to.
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import { inTextOrder } from '../../electron/alignment/review.ts';
import { useReaderData } from '../app/reader-data.ts';
import { AlignmentHeader } from './AlignmentHeader.tsx';
import { readingOrder } from './gesture.ts';
import { LinkCard } from './LinkCard.tsx';
import { PhraseList } from './PhraseList.tsx';
import { type Standing, standingOf, standings } from './standing.ts';
import './links.css';

const none: readonly Link[] = [];

export function LinksPanel() {
  const { t } = useTranslation();
  const data = useReaderData();
  const [shown, setShown] = useState<Standing | 'all'>('all');
  const { alignment } = data;
  const links = useMemo(() => {
    const order = readingOrder({ data });
    return alignment && order ? inTextOrder(alignment, order) : none;
  }, [data, alignment]);
  const found = links.filter((link) => shown === 'all' || standingOf(link) === shown);
  if (alignment === null) {
    return <p className="rail-empty">{t('links.same-document')}</p>;
  }
  return (
    <>
      <AlignmentHeader alignment={alignment} />
      <PhraseList phrases={alignment.phrases} />
      {links.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form
        <div className="link-filter" role="group" aria-label={t('links.filter')}>
          {(['all', ...standings] as const).map((standing) => (
            <button
              key={standing}
              type="button"
              aria-pressed={shown === standing}
              onClick={() => setShown(standing)}
            >
              {t(`links.filters.${standing}`)}
            </button>
          ))}
        </div>
      )}
      {found.length === 0 && (
        <p className="rail-empty">{t(links.length === 0 ? 'links.empty' : 'links.none-found')}</p>
      )}
      <ul className="cards">
        {found.map((link) => (
          <LinkCard key={link.id} link={link} />
        ))}
      </ul>
    </>
  );
}
