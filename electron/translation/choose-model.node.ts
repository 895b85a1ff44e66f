// Which of the installed models translates.
import { fail, type Result, succeed } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import type { ModelId } from './model.ts';
import type { InstalledModel } from './models.node.ts';

/** The model that is named, or with null the first that can. */
export function chooseModel(
  models: readonly InstalledModel[],
  modelId: ModelId | null,
  from: Language,
  to: Language,
): Result<InstalledModel> {
  const can = ({ summary }: InstalledModel) =>
    summary.problem === null &&
    summary.directions.some((direction) => direction.from === from && direction.to === to);
  if (modelId === null) {
    const first = models.find(can);
    return first === undefined ? fail('model-none', {}) : succeed(first);
  }
  const named = models.find(({ summary }) => summary.id === modelId);
  if (named === undefined) {
    return fail('model-not-found', { model: modelId });
  }
  if (named.summary.problem !== null) {
    return { ok: false, error: named.summary.problem };
  }
  return can(named)
    ? succeed(named)
    : fail('model-direction-missing', { model: modelId, from, to });
}
