// The whole page: waits for the settings, then hands them to the window; a failure at the start is one sentence.
import { useEffect, useState } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { Failure } from '../../electron/contract/result.ts';
import type { Preferences, ReadingState } from '../../electron/settings/settings.ts';
import { CallFailure } from '../api/client.ts';
import { useCoreEvents, useDocuments, useSettings, useShellInfo } from '../api/queries.ts';
import { createI18n, interfaceLanguage } from '../i18n/i18n.ts';
import { useAppearance } from '../settings/appearance.ts';
import { failureText } from './failure-text.ts';
import { firstReading } from './first-reading.ts';
import { ReaderWindow } from './ReaderWindow.tsx';
import { createReaderStore, ReaderProvider } from './reader-state.ts';
import './app.css';

export function App() {
  useCoreEvents();
  const settings = useSettings();
  const shell = useShellInfo();
  const documents = useDocuments();
  const preferences = settings.data?.preferences;
  const systemLanguage = shell.data?.systemLanguage ?? navigator.language;
  const language = interfaceLanguage(preferences?.interfaceLanguage ?? null, systemLanguage);
  const [i18n] = useState(() => createI18n(language));
  useEffect(() => {
    void i18n.changeLanguage(language);
    document.documentElement.lang = language;
  }, [i18n, language]);
  // Only where there is nothing to show: a question that failed later leaves the window as it is.
  const error = [settings, shell, documents].find(({ data }) => data === undefined)?.error;
  return (
    <I18nextProvider i18n={i18n}>
      {error && <StartFailure failure={failureOf(error)} />}
      {!error && preferences && settings.data && documents.data && shell.data && (
        <Opened
          preferences={preferences}
          reading={firstReading(settings.data.reading, documents.data)}
        />
      )}
    </I18nextProvider>
  );
}

interface OpenedProps {
  readonly preferences: Preferences;
  readonly reading: ReadingState;
}

function Opened({ preferences, reading }: OpenedProps) {
  useAppearance(preferences);
  const [store] = useState(() => createReaderStore(reading));
  return (
    <ReaderProvider value={store}>
      <ReaderWindow preferences={preferences} />
    </ReaderProvider>
  );
}

function StartFailure({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation();
  return (
    <main className="start-failure" role="alert">
      <h1>Song Hành</h1>
      <p>{failureText(t, failure)}</p>
    </main>
  );
}

function failureOf(error: Error): Failure {
  return error instanceof CallFailure ? error.failure : { code: 'internal', params: {} };
}
