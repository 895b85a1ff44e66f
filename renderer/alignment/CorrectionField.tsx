// A sentence while its words are corrected, in its own place in the text. Enter saves, Escape leaves it as it was.
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentId } from '../../electron/corpus/document.ts';
import { announce, applyEdits, refuse } from '../app/command.ts';
import { useReaderStore } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { focusText } from '../reader/scroll-place.ts';

interface CorrectionFieldProps {
  readonly segmentId: SegmentId;
  readonly text: string;
}

export function CorrectionField({ segmentId, text }: CorrectionFieldProps) {
  const { t } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const field = useRef<HTMLSpanElement>(null);
  const done = useRef(false);
  // The browser owns what is in the field: an input method composes in it, and nothing draws it anew meanwhile.
  useLayoutEffect(() => {
    const element = field.current;
    if (element) {
      const { unsaved } = store.getState();
      element.textContent = unsaved?.segmentId === segmentId ? unsaved.text : text;
      element.focus({ preventScroll: true });
      window.getSelection()?.selectAllChildren(element);
      window.getSelection()?.collapseToEnd();
    }
  }, [store, segmentId, text]);
  const close = (keep: boolean) => {
    if (done.current) {
      return;
    }
    const words = (field.current?.textContent ?? '').replace(/\s+/g, ' ').trim().normalize('NFC');
    if (keep && words === '' && field.current?.matches(':focus')) {
      refuse(context(), t('sentences.correct-empty'));
      return;
    }
    done.current = true;
    store.setState({ corrected: null, unsaved: null, refusal: '' });
    // The sentence's element has the focus again when it is drawn, unless it is corrected again by then.
    requestAnimationFrame(() => {
      if (store.getState().corrected === null) {
        focusText(store);
      }
    });
    if (keep && words !== '' && words !== text.trim()) {
      void save(words);
    }
  };
  const save = async (words: string) => {
    const saved = await applyEdits(context(), 'correct-sentence', [
      { type: 'segment.correct', segmentId, text: words },
    ]);
    if (saved) {
      announce(context(), t('history.labels.correct-sentence'));
    } else {
      // The words are nowhere else.
      store.setState({ corrected: segmentId, unsaved: { segmentId, text: words } });
    }
  };
  const latest = useRef(close);
  latest.current = close;
  // A window that closes in mid-word keeps what was written.
  useEffect(() => {
    const leave = () => latest.current(true);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a field of the browser's does not flow with the text round it
    <span
      ref={field}
      className="correction"
      role="textbox"
      tabIndex={0}
      aria-label={t('sentences.correct')}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      spellCheck={false}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        if (['Enter', 'Escape'].includes(event.key) && !event.nativeEvent.isComposing) {
          event.preventDefault();
          event.stopPropagation();
          close(event.key === 'Enter');
        }
      }}
    />
  );
}
