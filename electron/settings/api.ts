// Calls on preferences and on the place in the text.
import * as v from 'valibot';
import { call } from '../contract/call.ts';
import {
  GivenPreferencesSchema,
  GivenReadingStateSchema,
  type Preferences,
  type ReadingState,
} from './settings.ts';

export const settingsCalls = {
  'settings.get': call<{ readonly preferences: Preferences; readonly reading: ReadingState }>()(
    v.strictObject({}),
  ),
  /** Changes the preferences that are named and answers them all. */
  'settings.changePreferences': call<Preferences>()(v.partial(GivenPreferencesSchema)),
  'settings.saveReading': call<null>()(GivenReadingStateSchema),
} as const;
