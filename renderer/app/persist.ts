// Keeps the reader's place and choices between runs: saved a moment after each change, and when the page goes.
import { useEffect } from 'react';
import { useClient } from '../api/queries.ts';
import { readingStateOf, useReaderStore } from './reader-state.ts';

const settleMs = 300;

export function useKeptReading(): void {
  const store = useReaderStore();
  const client = useClient();
  useEffect(() => {
    let saved = JSON.stringify(readingStateOf(store.getState()));
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      const reading = readingStateOf(store.getState());
      const text = JSON.stringify(reading);
      if (text !== saved) {
        saved = text;
        void client.call('settings.saveReading', reading);
      }
    };
    const stop = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(save, settleMs);
    });
    window.addEventListener('pagehide', save);
    return () => {
      stop();
      save();
      window.removeEventListener('pagehide', save);
    };
  }, [store, client]);
}
