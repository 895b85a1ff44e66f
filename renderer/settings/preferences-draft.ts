// Preferences while they are being changed: shown at once, saved at once, one call after the other.
import { useEffect, useRef, useState } from 'react';
import type { Preferences } from '../../electron/settings/settings.ts';
import { useClient } from '../api/queries.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { changePreferences } from './change-preferences.ts';

/** The preferences as the reader has just set them, and what changes some of them. A failure to save is told. */
export function usePreferencesDraft(): readonly [
  Preferences,
  (changes: Partial<Preferences>) => void,
] {
  const client = useClient();
  const store = useReaderStore();
  const { preferences } = useReaderData();
  const [draft, setDraft] = useState(preferences);
  const savingCount = useRef(0);
  useEffect(() => {
    // While a slider is drawn along, what the core tells is behind what the reader sees.
    if (savingCount.current === 0) {
      setDraft(preferences);
    }
  }, [preferences]);
  const change = (changes: Partial<Preferences>) => {
    setDraft((known) => ({ ...known, ...changes }));
    savingCount.current += 1;
    void changePreferences({ client, store }, changes).then((saved) => {
      savingCount.current -= 1;
      if (!saved) {
        setDraft(preferences);
      }
    });
  };
  return [draft, change];
}
