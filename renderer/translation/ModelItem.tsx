// One installed model in the list: its facts, what it is used for, why it cannot be used, and its removal in two steps.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../electron/contract/result.ts';
import type { ListedModel } from '../../electron/translation/model.ts';
import { useClient } from '../api/queries.ts';
import { failureText } from '../app/failure-text.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { Button } from '../ui/Button.tsx';
import { ModelAbout } from './ModelAbout.tsx';
import { ModelFiles } from './ModelFiles.tsx';
import { ModelUse } from './ModelUse.tsx';
import { megabytesOf } from './megabytes.ts';
import { tellOutside } from './tell-outside.ts';

/** Enough of the fingerprint to tell two models apart. */
const fingerprintDigits = 12;

interface ModelItemProps {
  readonly model: ListedModel;
  readonly onRemoved: () => void;
}

export function ModelItem({ model, onRemoved }: ModelItemProps) {
  const { t, i18n } = useTranslation();
  const megabytes = megabytesOf(model.sizeBytes, i18n.language);
  return (
    <li className="model" data-problem={model.problem !== null}>
      <h3 className="model-name">{model.name}</h3>
      <ModelUse model={model} />
      <p className="model-facts">
        {t(`models.origins.${model.origin}`)} · {t('models.size', { megabytes })} ·{' '}
        <span title={t('models.fingerprint')}>
          <span className="visually-hidden">{t('models.fingerprint')}: </span>
          <code>{model.fingerprint.slice(0, fingerprintDigits)}</code>
        </span>
      </p>
      {model.about && <ModelAbout about={model.about} />}
      {model.problem ? (
        <p className="model-problem">{failureText(t, model.problem)}</p>
      ) : (
        <ModelFiles modelId={model.id} />
      )}
      {model.origin === 'added' && <RemoveModel model={model} onRemoved={onRemoved} />}
    </li>
  );
}

function RemoveModel({ model, onRemoved }: ModelItemProps) {
  const { t } = useTranslation();
  const client = useClient();
  const store = useReaderStore();
  const [step, setStep] = useState<'offered' | 'asked' | 'removing'>('offered');
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async () => {
    setStep('removing');
    const result = await client.call('translation.removeModel', { modelId: model.id });
    if (result.ok) {
      onRemoved();
    } else {
      setFailure(result.error);
      tellOutside(store, result.error);
      setStep('offered');
    }
  };
  if (step === 'offered') {
    return (
      <div className="model-removal">
        <Button kind="quiet" onClick={() => setStep('asked')}>
          {t('models.remove')}
        </Button>
        {failure && <p role="alert">{failureText(t, failure)}</p>}
      </div>
    );
  }
  return (
    <div className="model-removal">
      <p>{t('models.remove-what', { model: model.name })}</p>
      {/* The button that was pressed is gone: the focus goes to the way back. */}
      <Button autoFocus disabled={step === 'removing'} onClick={() => setStep('offered')}>
        {t('dialogs.keep')}
      </Button>
      <Button disabled={step === 'removing'} onClick={() => void remove()}>
        {t('models.remove-now')}
      </Button>
    </div>
  );
}
