// One model of the catalogue: its facts, the question before its download, and the download as it goes.
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure, Result } from '../../electron/contract/result.ts';
import type { DownloadProgress } from '../../electron/translation/catalogue/api.ts';
import type { CatalogueEntry } from '../../electron/translation/catalogue/catalogue.ts';
import { useClient } from '../api/queries.ts';
import { failureText } from '../app/failure-text.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { Button } from '../ui/Button.tsx';
import { CatalogueQuestion } from './CatalogueQuestion.tsx';
import { hostOf } from './catalogue-host.ts';
import { useFocusIfLost } from './focus-if-lost.ts';
import { ModelScores } from './ModelAbout.tsx';
import { megabytesOf } from './megabytes.ts';
import { tellOutside } from './tell-outside.ts';

interface CatalogueItemProps {
  readonly entry: CatalogueEntry;
  readonly download: DownloadProgress | null;
}

export function CatalogueItem({ entry, download }: CatalogueItemProps) {
  const { t, i18n } = useTranslation();
  const client = useClient();
  const store = useReaderStore();
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const failure = refusal ?? download?.failure ?? null;
  const item = useRef<HTMLLIElement>(null);
  useFocusIfLost(item, download?.state);
  const directions = entry.directions.map(
    ({ from, to }) => `${t(`models.languages.${from}`)} → ${t(`models.languages.${to}`)}`,
  );

  /** Shows what was refused: here, or in the bottom line where the dialog has been closed meanwhile. */
  const show = (result: Result<unknown>) => {
    const refused = result.ok ? null : result.error;
    setRefusal(refused);
    if (refused !== null) {
      tellOutside(store, refused);
    }
  };
  /** Only ever called after a yes: in the question, or to go on with what it was said to. */
  const start = async () => {
    setAsking(false);
    show(await client.call('translation.startDownload', { modelId: entry.id, agreed: true }));
  };
  const stop = async () => {
    show(await client.call('translation.stopDownload', { modelId: entry.id }));
  };
  const discard = async () => {
    show(await client.call('translation.discardDownload', { modelId: entry.id }));
  };
  return (
    <li className="model" ref={item} tabIndex={-1} aria-label={entry.name}>
      <h4 className="model-name">{entry.name}</h4>
      <p>{directions.join(' · ')}</p>
      <p className="model-facts">
        {t('models.size', { megabytes: megabytesOf(entry.sizeBytes, i18n.language) })} ·{' '}
        {entry.licence.name} · {hostOf(entry)}
      </p>
      <ModelScores scores={entry.scores} />
      {failure && (
        <p className="model-problem" role="alert">
          {failureText(t, failure)}
        </p>
      )}
      {download === null || hasNothing(download) ? (
        <div className="model-removal">
          <Button onClick={() => setAsking(true)}>{t('catalogue.download')}</Button>
        </div>
      ) : (
        <Transfer
          entry={entry}
          download={download}
          onContinue={() => void start()}
          onStop={() => void stop()}
          onDiscard={() => void discard()}
        />
      )}
      {asking && (
        <CatalogueQuestion entry={entry} onNo={() => setAsking(false)} onYes={() => void start()} />
      )}
    </li>
  );
}

/** A download that has ended and left nothing to go on with. */
function hasNothing({ state, receivedBytes }: DownloadProgress): boolean {
  return (state === 'failed' || state === 'stopped') && receivedBytes === 0;
}

interface TransferProps {
  readonly entry: CatalogueEntry;
  readonly download: DownloadProgress;
  readonly onContinue: () => void;
  readonly onStop: () => void;
  readonly onDiscard: () => void;
}

function Transfer({ entry, download, onContinue, onStop, onDiscard }: TransferProps) {
  const { t, i18n } = useTranslation();
  const { state, receivedBytes, totalBytes } = download;
  const received = megabytesOf(receivedBytes, i18n.language);
  const total = megabytesOf(totalBytes, i18n.language);
  const host = hostOf(entry);
  if (state === 'checking') {
    return (
      <div className="catalogue-transfer" role="status">
        <progress aria-label={t('models.checking')} />
        <p>{t('models.checking')}</p>
      </div>
    );
  }
  const running = state === 'downloading';
  const words = running
    ? t('catalogue.downloading', { host, received, total })
    : t('catalogue.stopped', { received, total });
  return (
    <div className="catalogue-transfer">
      <progress max={totalBytes} value={receivedBytes} aria-label={words} />
      <p>{words}</p>
      <div className="catalogue-buttons">
        {running ? (
          <Button onClick={onStop}>{t('catalogue.stop')}</Button>
        ) : (
          <>
            <Button onClick={onContinue}>{t('catalogue.continue', { host })}</Button>
            <Button kind="quiet" onClick={onDiscard}>
              {t('catalogue.discard')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
