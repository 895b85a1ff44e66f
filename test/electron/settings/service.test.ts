// Preferences and the place in the text: defaults, changes, and what no longer fits.
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSettingsService } from '../../../electron/settings/service.node.ts';
import {
  type Preferences,
  PreferencesSchema,
  type ReadingState,
  ReadingStateSchema,
} from '../../../electron/settings/settings.ts';
import type { Database } from '../../../electron/storage/database.node.ts';
import { makeTemporaryFolder } from '../../helpers/temporary-folder.ts';
import { openTestDatabase } from '../../helpers/test-database.ts';
import { unwrap } from '../../helpers/unwrap.ts';

const preferences: Preferences = v.parse(PreferencesSchema, {});
const reading: ReadingState = v.parse(ReadingStateSchema, {});

let database: Database;
let events: unknown[];
let folder: string;

beforeEach(() => {
  folder = makeTemporaryFolder();
  database = openTestDatabase(folder);
  events = [];
});
afterEach(() => database.close());

const service = () =>
  createSettingsService({ database, emit: (name, payload) => events.push([name, payload]) });
const get = async () => unwrap(await service()['settings.get']({}));
const storeRaw = (key: string, json: string) =>
  database.write((db) => db.run('INSERT INTO settings VALUES (?, ?)', key, json));

test('are the defaults where nothing is stored', async () => {
  expect(await get()).toEqual({ preferences, reading });
});

test('a change of preferences changes what it names, is told, and is there after reopening', async () => {
  const changed = await service()['settings.changePreferences']({ theme: 'sepia' });
  expect(unwrap(changed)).toEqual({ ...preferences, theme: 'sepia' });
  await service()['settings.changePreferences']({ fontSizePx: 22, interfaceLanguage: 'vi' });
  expect(events).toEqual(Array(2).fill(['shell.changed', { features: ['settings'] }]));
  database.close();
  database = openTestDatabase(folder);
  expect((await get()).preferences).toEqual({
    ...preferences,
    theme: 'sepia',
    fontSizePx: 22,
    interfaceLanguage: 'vi',
  });
});

test('the place in the text is kept, and not told', async () => {
  const place: ReadingState = { ...reading, layout: 'single', activePane: 1, railOpen: false };
  unwrap(await service()['settings.saveReading'](place));
  expect((await get()).reading).toEqual(place);
  expect(events).toEqual([]);
});

test('what no longer fits reads as its default, the rest as it is', async () => {
  storeRaw('preferences', '{"theme": "neon", "fontSizePx": 20, "forgotten": 1}');
  storeRaw('reading', '["not", "an", "object"]');
  expect(await get()).toEqual({ preferences: { ...preferences, fontSizePx: 20 }, reading });
});
