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
    let resting: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      const reading = readingStateOf(store.getState());
      const text = JSON.stringify(reading);
      if (text !== saved) {
        saved = text;
        void client.call('settings.saveReading', reading).then((result) => {
          if (!result.ok) {
            saved = ''; // tried again at the next change
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
    window.addEventListener('pagehide', save);
    return () => {
      stop();
      clearTimeout(resting);
      save();
      window.removeEventListener('pagehide', save);
    };
  }, [store, client]);
}
