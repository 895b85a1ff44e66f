// The bottom line: what is going on, and nothing else.
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../electron/corpus/document.ts';
import { countLinks } from '../alignment/standing.ts';
import { languageNames } from '../i18n/i18n.ts';
import { pointsHere } from '../reader/view-commands.ts';
import { changePreferences } from '../settings/change-preferences.ts';
import { CatalogueStatus } from '../translation/CatalogueStatus.tsx';
import { FailureMessage } from './FailureMessage.tsx';
import { useReaderData } from './reader-data.ts';
import { useReader, useReaderStore } from './reader-state.ts';
import { useCommandContext, useRunCommand } from './run-command.ts';
import './status-line.css';

export function StatusLine() {
  const { t } = useTranslation();
  const run = useRunCommand();
  return (
    <footer className="status-line">
      <LinkCounts />
      <Selection />
      <Progress />
      <Message />
      <ScrollState />
      <span className="status-gap" />
      <CatalogueStatus />
      <button type="button" className="status-button" onClick={() => run('view.shortcuts')}>
        <kbd>?</kbd> {t('status.keys')}
      </button>
      <LanguageSwitch />
    </footer>
  );
}

function LinkCounts() {
  const { t } = useTranslation();
  const { alignment, panes, linksBySegment } = useReaderData();
  const [left, right] = panes;
  const isOneText = useReader(({ panes: [one, other] }) => one.documentId === other.documentId);
  if (isOneText) {
    return <span>{t('status.one-text')}</span>;
  }
  if (!alignment || !left || !right) {
    return null; // on its way
  }
  const counts = countLinks(alignment.links, linksBySegment, [left, right]);
  const sentences = ({ document }: typeof left, count: number) =>
    t(`links.sentences.${document.summary.language}`, { count });
  return (
    <span className="status-counts">
      {[
        t('status.linked', { count: counts.confirmed }),
        counts.suggested > 0 && t('status.suggested', { count: counts.suggested }),
        counts.doubtful > 0 && t('status.doubtful', { count: counts.doubtful }),
        t('status.without', {
          first: sentences(left, counts.unlinked[0]),
          second: sentences(right, counts.unlinked[1]),
        }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}

function Selection() {
  const { t } = useTranslation();
  const count = useReader((state) => state.selection.length);
  return count === 0 ? null : (
    <span className="status-selection">{t('status.selected', { count })}</span>
  );
}

function Progress() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const jobs = useReader((state) => state.jobs);
  const running = [...jobs.values()].filter((job) => job.state === 'running');
  if (running.length === 0) {
    return null;
  }
  const done = running.reduce((sum, job) => sum + job.doneCount, 0);
  const total = running.reduce((sum, job) => sum + job.totalCount, 0);
  return (
    <span className="status-progress">
      {t('status.translating', { done, total })}
      <progress max={total} value={done} aria-label={t('status.translating', { done, total })} />
      <button type="button" className="status-button" onClick={() => run('translate.stop')}>
        {t('status.stop')}
      </button>
    </span>
  );
}

/** The failure that the reader has not put away, and what was just asked for and has nothing else to show for itself. */
function Message() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const notice = useReader((state) => (state.refusal === '' ? state.notice : state.refusal));
  const putAway = () =>
    store.setState(({ refusal }) => (refusal === '' ? { notice: '' } : { refusal: '' }));
  return (
    <>
      <FailureMessage />
      {notice !== '' && (
        // The announcer says it.
        <span className="status-message status-notice">
          {notice}
          <button
            type="button"
            className="status-button"
            aria-label={t('status.put-notice-away')}
            onClick={putAway}
          >
            <X aria-hidden size={14} />
          </button>
        </span>
      )}
    </>
  );
}

/** Said only where it is not as usual: panes apart, one frozen, meeting points set by hand. */
function ScrollState() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const layout = useReader((state) => state.layout);
  const synchronised = useReader((state) => state.synchronised);
  const frozenPane = useReader((state) => state.frozenPane);
  const meetings = useReader((state) => pointsHere(state).length);
  if (layout !== 'columns') {
    return null;
  }
  return (
    <>
      {!synchronised && (
        <button type="button" className="status-button" onClick={() => run('view.synchronise')}>
          {t('status.apart')}
        </button>
      )}
      {frozenPane !== null && (
        <button type="button" className="status-button" onClick={() => run('view.freeze')}>
          {t(frozenPane === 0 ? 'status.left-frozen' : 'status.right-frozen')}
        </button>
      )}
      {meetings > 0 && (
        <button
          type="button"
          className="status-button"
          title={t('commands.view.clear-meeting-points')}
          onClick={() => run('view.clear-meeting-points')}
        >
          {t('status.meeting-points', { count: meetings })}
        </button>
      )}
    </>
  );
}

function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not go inside a line of text
    <span className="status-languages" role="group" aria-label={t('status.language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          className="status-button"
          lang={language}
          aria-pressed={i18n.language === language}
          onClick={() => {
            // What was said last was said in the other language.
            store.setState({ notice: '', refusal: '' });
            void changePreferences(context(), { interfaceLanguage: language });
          }}
        >
          {languageNames[language]}
        </button>
      ))}
    </span>
  );
}
