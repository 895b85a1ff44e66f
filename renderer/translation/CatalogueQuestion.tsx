// The question before a download: what it is, where it comes from, how large it is, under which licence, what the server
// learns. Nothing is fetched unless the reader says yes here.
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { CatalogueEntry } from '../../electron/translation/catalogue/catalogue.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { hostOf, otherHosts } from './catalogue-host.ts';
import { ModelLimits } from './ModelAbout.tsx';
import { megabytesOf } from './megabytes.ts';

interface CatalogueQuestionProps {
  readonly entry: CatalogueEntry;
  readonly onNo: () => void;
  readonly onYes: () => void;
}

export function CatalogueQuestion({ entry, onNo, onYes }: CatalogueQuestionProps) {
  const { t, i18n } = useTranslation();
  const tellsId = useId();
  const megabytes = megabytesOf(entry.sizeBytes, i18n.language);
  const others = otherHosts(entry).join(', ');
  const host = hostOf(entry);
  const count = entry.files.length;
  const known = entry.files.filter(({ sha256 }) => sha256 !== null).length;
  return (
    <Dialog
      title={t('catalogue.ask', { model: entry.name })}
      closeLabel={t('catalogue.no')}
      onClose={onNo}
      footer={
        <>
          <Button data-first-focus onClick={onNo}>
            {t('catalogue.no')}
          </Button>
          <Button kind="main" aria-describedby={tellsId} onClick={onYes}>
            {t('catalogue.yes', { megabytes })}
          </Button>
        </>
      }
    >
      <div className="catalogue-question">
        <dl className="catalogue-facts">
          <Fact term={t('catalogue.from')}>
            {others === '' ? host : t('catalogue.from-hosts', { host, others })}
          </Fact>
          <Fact term={t('catalogue.size')}>{t('catalogue.size-files', { megabytes, count })}</Fact>
          <Fact term={t('catalogue.licence')}>
            {entry.licence.name} {entry.licence.url && <small>{entry.licence.url}</small>}
          </Fact>
          <Fact term={t('catalogue.publisher')}>
            {entry.publisher} <small>{entry.page}</small>
          </Fact>
          <Fact term={t('catalogue.checksums')}>
            <Checksums known={known} count={count} />
          </Fact>
        </dl>
        <ModelLimits limits={entry.limits} />
        <p id={tellsId}>{t('catalogue.tells', { host })}</p>
      </div>
    </Dialog>
  );
}

function Checksums({ known, count }: { readonly known: number; readonly count: number }) {
  const { t } = useTranslation();
  if (known === count) {
    return t('catalogue.checksums-all');
  }
  return known === 0
    ? t('catalogue.checksums-none')
    : t('catalogue.checksums-some', { known, count });
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
