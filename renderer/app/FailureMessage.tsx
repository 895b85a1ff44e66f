// The sentence of the last failure, with a button that puts it away: in the bottom line, and in whatever dialog is open.
import { X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureText } from './failure-text.ts';
import { useReader, useReaderStore } from './reader-state.ts';

export function FailureMessage() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const failure = useReader((state) => state.failure);
  return (
    <span role="alert" className="status-message status-failure">
      {failure && (
        <>
          {failureText(t, failure)}
          <button
            type="button"
            className="status-button"
            aria-label={t('status.put-away')}
            onClick={() => store.setState({ failure: null })}
          >
            <X aria-hidden size={14} />
          </button>
        </>
      )}
    </span>
  );
}

/** The failures of what was done in a dialog: one from before it was opened stays in the bottom line. */
export function FailureInDialog() {
  const [earlier] = useState(useReader((state) => state.failure));
  const failure = useReader((state) => state.failure);
  return failure === earlier ? null : <FailureMessage />;
}
