// Adding a model from this computer's disk: by the system's own dialog where there is one, or by its path.
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../electron/contract/result.ts';
import type { ModelSummary } from '../../electron/translation/model.ts';
import { useClient, useModels, useShellInfo } from '../api/queries.ts';
import { failureText } from '../app/failure-text.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { Button } from '../ui/Button.tsx';
import { tellOutside } from './tell-outside.ts';

type Attempt =
  | { readonly state: 'none' }
  | { readonly state: 'checking' }
  | { readonly state: 'added'; readonly model: ModelSummary }
  | { readonly state: 'failed'; readonly failure: Failure };

export function AddModel() {
  const { t } = useTranslation();
  const client = useClient();
  const store = useReaderStore();
  const canChoose = useShellInfo().data?.canChooseFiles === true;
  const [path, setPath] = useState('');
  const [attempt, setAttempt] = useState<Attempt>({ state: 'none' });
  const pathId = useId();
  const checking = attempt.state === 'checking';
  const models = useModels().data ?? [];

  const add = async (from: string | null) => {
    setAttempt({ state: 'checking' });
    const result = await client.call('translation.addModel', { path: from });
    if (result.ok) {
      setPath('');
      setAttempt({ state: 'added', model: result.value });
    } else if (result.error.code === 'choosing-cancelled') {
      setAttempt({ state: 'none' });
    } else {
      setAttempt({ state: 'failed', failure: result.error });
      tellOutside(store, result.error);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = pathOf(path);
    if (words !== '' && !checking) {
      void add(words);
    }
  };

  return (
    <section className="add-model">
      <h3>{t('models.add')}</h3>
      <p className="models-remark">{t('models.add-what')}</p>
      {canChoose ? (
        <Button kind="main" disabled={checking} onClick={() => void add(null)}>
          {t('models.choose')}
        </Button>
      ) : (
        <form className="add-model-path" onSubmit={submit}>
          <label htmlFor={pathId}>{t('models.path')}</label>
          <input
            id={pathId}
            className="text-field"
            value={path}
            spellCheck={false}
            autoComplete="off"
            aria-describedby={`${pathId}-outcome`}
            onChange={(event) => setPath(event.target.value)}
          />
          <Button type="submit" kind="main" disabled={checking}>
            {t('models.add-path')}
          </Button>
        </form>
      )}
      <div id={`${pathId}-outcome`} role="status" className="add-model-outcome">
        {checking && (
          <>
            <progress aria-label={t('models.checking')} />
            <p>{t('models.checking')}</p>
          </>
        )}
        {attempt.state === 'added' && models.some(({ id }) => id === attempt.model.id) && (
          <p>{t('models.added', { model: attempt.model.name })}</p>
        )}
        {attempt.state === 'failed' && (
          <p className="model-problem">{failureText(t, attempt.failure)}</p>
        )}
      </div>
    </section>
  );
}

/** The path without the blanks and quotation marks that come along when it is pasted from a file manager. */
function pathOf(typed: string): string {
  return typed.trim().replace(/^(["'])(.*)\1$/, '$2');
}
