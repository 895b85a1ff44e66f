// The list of links of the pair: filter, judge, comment, jump.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Link, type LinkStatus, linkStatuses } from '../../electron/alignment/alignment.ts';
import { type ReaderData, useReaderData } from '../app/reader-data.ts';
import { LinkCard } from './LinkCard.tsx';
import './links.css';

export function LinksPanel() {
  const { t } = useTranslation();
  const data = useReaderData();
  const [shown, setShown] = useState<LinkStatus | 'all'>('all');
  const links = inTextOrder(data);
  const found = links.filter((link) => shown === 'all' || link.status === shown);
  if (data.alignment === null) {
    return <p className="rail-empty">{t('links.same-document')}</p>;
  }
  return (
    <>
      {links.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a row of toggles, not a form
        <div className="link-filter" role="group" aria-label={t('links.filter')}>
          {(['all', ...linkStatuses] as const).map((status) => (
            <button
              key={status}
              type="button"
              aria-pressed={shown === status}
              onClick={() => setShown(status)}
            >
              {t(`links.filters.${status}`)}
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

function inTextOrder({ alignment, panes }: ReaderData): readonly Link[] {
  const [left] = panes;
  const at = (link: Link) =>
    Math.min(
      ...link.sides
        .flatMap((side) => side.segmentIds)
        .map((id) => left?.places.get(id)?.ordinal ?? Number.POSITIVE_INFINITY),
    );
  return [...(alignment?.links ?? [])].sort((a, b) => at(a) - at(b));
}
