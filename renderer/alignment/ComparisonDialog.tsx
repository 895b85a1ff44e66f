// Two versions of an alignment side by side: what differs, what only one of them has, what both have.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../../electron/alignment/alignment.ts';
import type { DifferingLinks } from '../../electron/alignment/compare.ts';
import { inTextOrder } from '../../electron/alignment/review.ts';
import { CallFailure } from '../api/client.ts';
import { useComparison } from '../api/queries.ts';
import { failureText } from '../app/failure-text.ts';
import { type ReaderData, useReaderData } from '../app/reader-data.ts';
import { type Compared, useReader, useReaderStore } from '../app/reader-state.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { readingOrder } from './gesture.ts';
import { type Change, LinkChangeRows, LinkRow } from './LinkRow.tsx';
import './changes.css';

export function ComparisonDialog() {
  const compared = useReader((state) => state.compared);
  return compared && <Compare compared={compared} />;
}

function Compare({ compared }: { readonly compared: Compared }) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const { left, right } = compared;
  const answer = useComparison(left.version, right.version);
  const comparison = answer.data;
  const data = useReaderData();
  const changed = useMemo(() => inOrderOfLeft(data, comparison?.changed ?? []), [data, comparison]);
  return (
    <Dialog
      title={t('comparison.title', { left: left.name, right: right.name })}
      closeLabel={t('dialogs.close')}
      width="wide"
      content="text"
      onClose={() => store.setState({ compared: null })}
    >
      {answer.error instanceof CallFailure && (
        <p role="alert">{failureText(t, answer.error.failure)}</p>
      )}
      {comparison && (
        <>
          <p className="proposal-summary">
            {[
              t('comparison.same', { count: comparison.same.length }),
              comparison.changed.length > 0 &&
                t('comparison.changed', { count: comparison.changed.length }),
              comparison.onlyLeft.length > 0 &&
                t('comparison.only', { count: comparison.onlyLeft.length, name: left.name }),
              comparison.onlyRight.length > 0 &&
                t('comparison.only', { count: comparison.onlyRight.length, name: right.name }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {comparison.lostCount > 0 && (
            <p>{t('comparison.lost', { count: comparison.lostCount })}</p>
          )}
          {comparison.changed.length > 0 && (
            <section className="comparison-part">
              <h3>{t('comparison.changed-title')}</h3>
              {changed.map((pair) => (
                <div key={`${pair.left.id} ${pair.right.id}`} className="comparison-pair">
                  <LinkChangeRows
                    before={pair.left}
                    after={pair.right}
                    changes={['left', 'right']}
                  />
                </div>
              ))}
            </section>
          )}
          <Only
            title={t('comparison.only-title', { name: left.name })}
            change="left"
            links={comparison.onlyLeft}
          />
          <Only
            title={t('comparison.only-title', { name: right.name })}
            change="right"
            links={comparison.onlyRight}
          />
          {comparison.same.length > 0 && (
            <div className="comparison-part">
              <details>
                <summary>{t('comparison.same', { count: comparison.same.length })}</summary>
                <Rows change="same" links={comparison.same} />
              </details>
            </div>
          )}
        </>
      )}
    </Dialog>
  );
}

function inOrderOfLeft(
  data: ReaderData,
  pairs: readonly DifferingLinks[],
): readonly DifferingLinks[] {
  const order = readingOrder(data);
  const byLeft = new Map(pairs.map((pair) => [pair.left.id, pair]));
  return order
    ? inTextOrder({ links: pairs.map(({ left }) => left) }, order).flatMap(
        ({ id }) => byLeft.get(id) ?? [],
      )
    : pairs;
}

interface OnlyProps {
  readonly title: string;
  readonly change: Change;
  readonly links: readonly Link[];
}

function Only({ title, change, links }: OnlyProps) {
  return links.length === 0 ? null : (
    <section className="comparison-part">
      <h3>{title}</h3>
      <Rows change={change} links={links} />
    </section>
  );
}

function Rows({ change, links }: Omit<OnlyProps, 'title'>) {
  const data = useReaderData();
  const ordered = useMemo(() => {
    const order = readingOrder(data);
    return order ? inTextOrder({ links }, order) : links;
  }, [data, links]);
  return ordered.map((link) => (
    <div key={link.id} className="comparison-pair">
      <LinkRow link={link} change={change} />
    </div>
  ));
}
