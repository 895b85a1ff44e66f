// Which of the installed models translates.
import { fail, type Result, succeed } from '../contract/result.ts';
import type { Language } from '../corpus/document.ts';
import type { Direction, ModelId } from './model.ts';
import type { InstalledModel } from './models.node.ts';

function canTranslate({ summary }: InstalledModel, from: Language, to: Language): boolean {
  return (
    summary.problem === null &&
    summary.directions.some((direction) => direction.from === from && direction.to === to)
  );
}

/**
 * The model that translates where none is named: of those that can the one that is wanted, else the first that the
 * reader added, who had a reason to, else a built-in one.
 */
export function modelInUse(
  models: readonly InstalledModel[],
  wanted: ModelId | null,
  { from, to }: Direction,
): InstalledModel | undefined {
  const able = models.filter((model) => canTranslate(model, from, to));
  return (
    able.find(({ summary }) => summary.id === wanted) ??
    able.find(({ summary }) => summary.origin === 'added') ??
    able[0]
  );
}

/**
 * The model that is named, or with null the one in use. Where none can and one is broken, the failure says what is wrong
 * with that.
 */
export function chooseModel(
  models: readonly InstalledModel[],
  modelId: ModelId | null,
  wanted: ModelId | null,
  { from, to }: Direction,
): Result<InstalledModel> {
  if (modelId === null) {
    const inUse = modelInUse(models, wanted, { from, to });
    const problem = models.find(({ summary }) => summary.problem !== null)?.summary.problem;
    if (inUse === undefined) {
      return problem ? { ok: false, error: problem } : fail('model-none', {});
    }
    return succeed(inUse);
  }
  const named = models.find(({ summary }) => summary.id === modelId);
  if (named === undefined) {
    return fail('model-not-found', { model: modelId });
  }
  if (named.summary.problem !== null) {
    return { ok: false, error: named.summary.problem };
  }
  return canTranslate(named, from, to)
    ? succeed(named)
    : fail('model-direction-missing', { model: modelId, from, to });
}
