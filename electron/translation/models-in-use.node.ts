// Which model the reader wants for each direction; kept with the settings. Choosing another leaves all that was made.
import * as v from 'valibot';
import { findSetting, putSetting } from '../settings/store.node.ts';
import type { ReadDb, WriteDb } from '../storage/database.node.ts';
import { type Direction, type ModelId, ModelIdSchema } from './model.ts';

const InUseSchema = v.record(v.string(), ModelIdSchema);

const keyOf = ({ from, to }: Direction) => `${from}-${to}`;

function readAll(db: ReadDb): Readonly<Record<string, ModelId>> {
  const stored = v.safeParse(InUseSchema, findSetting(db, 'models-in-use'));
  return stored.success ? stored.output : {};
}

/** The model that the reader wants for a direction, which may be gone by now; null where nothing was chosen. */
export function modelWanted(db: ReadDb, direction: Direction): ModelId | null {
  return readAll(db)[keyOf(direction)] ?? null;
}

export function wantModel(db: WriteDb, direction: Direction, modelId: ModelId): void {
  putSetting(db, 'models-in-use', { ...readAll(db), [keyOf(direction)]: modelId });
}
