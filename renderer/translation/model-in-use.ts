// Which of the installed models translates, and which sentences it has not translated yet although another has.
import type { Language, SegmentId } from '../../electron/corpus/document.ts';
import type { ListedModel, Translation } from '../../electron/translation/model.ts';

/** The model that translates from a language where none is named, or undefined. */
export function modelInUse(
  models: readonly ListedModel[],
  from: Language,
): ListedModel | undefined {
  return models.find(({ inUse }) => inUse.some((direction) => direction.from === from));
}

/** Whether a model has made one of these translations. */
export function isBy(
  model: ListedModel | undefined,
  made: readonly Translation[] | undefined,
): boolean {
  return made?.some(({ fingerprint }) => fingerprint === model?.fingerprint) === true;
}

/** The sentences that some model has translated, but not this one: the reader has switched since. */
export function madeByOthers(
  ids: readonly SegmentId[],
  translations: ReadonlyMap<SegmentId, readonly Translation[]>,
  model: ListedModel | undefined,
): readonly SegmentId[] {
  return ids.filter((id) => {
    const made = translations.get(id);
    return made !== undefined && !isBy(model, made);
  });
}
