// Answers the calls on preferences and on the place in the text.
import * as v from 'valibot';
import type { Emit, FeatureHandlers } from '../contract/contract.ts';
import { succeed } from '../contract/result.ts';
import type { Database, ReadDb } from '../storage/database.node.ts';
import {
  type Preferences,
  PreferencesSchema,
  type ReadingState,
  ReadingStateSchema,
} from './settings.ts';
import { findSetting, putSetting } from './store.node.ts';

export interface SettingsContext {
  readonly database: Database;
  readonly emit: Emit;
}

/** The handlers of `settings.*`. A value that is missing, or no longer fits, reads as its default. */
export function createSettingsService({
  database,
  emit,
}: SettingsContext): FeatureHandlers<'settings'> {
  return {
    'settings.get': () =>
      succeed({ preferences: preferencesOf(database.read), reading: readingOf(database.read) }),
    'settings.changePreferences': (changes) => {
      const preferences = database.write((db) => {
        const named = Object.entries(changes).filter(([, value]) => value !== undefined);
        const merged = { ...preferencesOf(db), ...Object.fromEntries(named) };
        putSetting(db, 'preferences', merged);
        return merged;
      });
      emit('shell.changed', { features: ['settings'] });
      return succeed(preferences);
    },
    'settings.saveReading': (reading) => {
      database.write((db) => putSetting(db, 'reading', reading));
      return succeed(null);
    },
  };
}

function preferencesOf(db: ReadDb): Preferences {
  const stored = v.safeParse(PreferencesSchema, findSetting(db, 'preferences'));
  return stored.success ? stored.output : v.parse(PreferencesSchema, {});
}

function readingOf(db: ReadDb): ReadingState {
  const stored = v.safeParse(ReadingStateSchema, findSetting(db, 'reading'));
  return stored.success ? stored.output : v.parse(ReadingStateSchema, {});
}
