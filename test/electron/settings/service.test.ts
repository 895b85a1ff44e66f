// Preferences and the place in the text: defaults, changes, and what no longer fits.
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { calls } from '../../../electron/contract/contract.ts';
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

test.each([
  ['settings.changePreferences', { fontSizePx: 999 }],
  ['settings.changePreferences', { theme: 'neon' }],
  ['settings.changePreferences', { interfaceLanguage: 'fr' }],
  ['settings.changePreferences', { forgotten: 1 }],
  ['settings.saveReading', {}],
  ['settings.saveReading', { ...reading, panes: 'nonsense' }],
  ['settings.saveReading', { ...reading, panes: [reading.panes[0], {}] }],
  ['settings.saveReading', { ...reading, railTab: 'none' }],
] as const)('%s refuses %j', (name, input) => {
  expect(v.safeParse(calls[name].input, input).success).toBe(false);
});

test('the calls take what the core itself answers, whole or, of preferences, in part', () => {
  expect(v.parse(calls['settings.saveReading'].input, reading)).toEqual(reading);
  const change = calls['settings.changePreferences'].input;
  expect(v.parse(change, preferences)).toEqual(preferences);
  expect(v.parse(change, { fontSizePx: 14 })).toEqual({ fontSizePx: 14 });
  expect(v.parse(change, {})).toEqual({});
});

test('what no longer fits reads as its default, the rest as it is', async () => {
  storeRaw('preferences', '{"theme": "neon", "fontSizePx": 20, "forgotten": 1}');
  storeRaw('reading', '["not", "an", "object"]');
  expect(await get()).toEqual({ preferences: { ...preferences, fontSizePx: 20 }, reading });
});
