// The directions of a model, and which of them it is used for: where several can, the reader chooses.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../electron/contract/result.ts';
import type { Direction, ListedModel } from '../../electron/translation/model.ts';
import { useClient, useModels } from '../api/queries.ts';
import { failureText } from '../app/failure-text.ts';
import { Button } from '../ui/Button.tsx';

export function ModelUse({ model }: { readonly model: ListedModel }) {
  const { t } = useTranslation();
  const client = useClient();
  const models = useModels().data ?? [];
  const [failure, setFailure] = useState<Failure | null>(null);
  const has = (directions: readonly Direction[], { from, to }: Direction) =>
    directions.some((one) => one.from === from && one.to === to);
  const use = async (direction: Direction) => {
    const { id: modelId } = model;
    const result = await client.call('translation.useModel', { modelId, ...direction });
    setFailure(result.ok ? null : result.error);
  };
  return (
    <ul className="model-use">
      {model.directions.map((direction) => {
        const words = `${t(`models.languages.${direction.from}`)} → ${t(`models.languages.${direction.to}`)}`;
        const able = models.filter(
          ({ directions, problem }) => problem === null && has(directions, direction),
        );
        return (
          <li key={words}>
            {words}
            {able.length > 1 &&
              (has(model.inUse, direction) ? (
                <span className="model-in-use">{t('models.in-use')}</span>
              ) : (
                <Button
                  kind="quiet"
                  aria-label={t('models.use-for', { model: model.name, direction: words })}
                  onClick={() => void use(direction)}
                >
                  {t('models.use')}
                </Button>
              ))}
          </li>
        );
      })}
      {failure && <li role="alert">{failureText(t, failure)}</li>}
    </ul>
  );
}
