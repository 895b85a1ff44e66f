// Keeps the reader's place and choices between runs: saved at once, then at most every so often, and when the page goes.
import { useEffect } from 'react';
import { useClient } from '../api/queries.ts';
import { readingStateOf, useReaderStore } from './reader-state.ts';

const restMs = 250;

export function useKeptReading(): void {
  const store = useReaderStore();
  const client = useClient();
  useEffect(() => {
    let saved = JSON.stringify(readingStateOf(store.getState()));
    /** What could not be saved: tried again with the next change of it, and when the page goes. */
    let failed = '';
    let resting: ReturnType<typeof setTimeout> | undefined;
    const save = (again = false) => {
      const reading = readingStateOf(store.getState());
      const text = JSON.stringify(reading);
      if (text !== saved && (again || text !== failed)) {
        saved = text;
        failed = '';
        void client.call('settings.saveReading', reading).then((result) => {
          if (!result.ok) {
            saved = '';
            failed = text;
            store.setState({ failure: result.error });
          }
        });
      }
    };
    const stop = store.subscribe(() => {
      if (resting === undefined) {
        save();
        resting = setTimeout(() => {
          resting = undefined;
          save();
        }, restMs);
      }
    });
    const saveLast = () => save(true);
    window.addEventListener('pagehide', saveLast);
    return () => {
      stop();
      clearTimeout(resting);
      saveLast();
      window.removeEventListener('pagehide', saveLast);
    };
  }, [store, client]);
}
