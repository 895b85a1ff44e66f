// Failures of what was begun in the dialog of models.
import type { Failure } from '../../electron/contract/result.ts';
import type { ReaderStore } from '../app/reader-state.ts';

/** Tells a failure in the bottom line where the dialog that would show it has been closed meanwhile. */
export function tellOutside(store: ReaderStore, failure: Failure): void {
  if (store.getState().overlay !== 'models') {
    store.setState({ failure });
  }
}
