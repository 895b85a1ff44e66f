// The small bar beside words that the reader has just selected: four colours and a note.
import { Link2, MessageSquarePlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRunCommand } from '../app/run-command.ts';
import { selectedWords } from '../reader/text-selection.ts';
import { ColourButtons } from './ColourButtons.tsx';
import './selection-toolbar.css';

interface Spot {
  readonly left: number;
  readonly top: number;
}

/** Half of the bar's width and a little more: it never leaves the window. */
const halfWidth = 180;
/** Room above the words; where there is none the bar stands below them. */
const barHeight = 44;

export function SelectionToolbar() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const spot = useSelectionSpot();
  if (spot === null) {
    return null;
  }
  return (
    <div
      className="selection-toolbar"
      role="toolbar"
      aria-label={t('selection.toolbar')}
      style={{ left: spot.left, top: spot.top }}
      // A press on the bar must leave the words selected.
      onPointerDown={(event) => event.preventDefault()}
    >
      <ColourButtons onChoose={(colour) => run(`note.highlight-${colour}`)} />
      <button type="button" className="selection-note" onClick={() => run('note.write')}>
        <MessageSquarePlus aria-hidden size={16} />
        {t('selection.note')}
      </button>
      <button type="button" className="selection-note" onClick={() => run('phrase.link')}>
        <Link2 aria-hidden size={16} />
        {t('phrases.link')}
      </button>
    </div>
  );
}

/** Where the bar stands, in px of the window; null while nothing is selected or the pointer is still selecting. */
function useSelectionSpot(): Spot | null {
  const [spot, setSpot] = useState<Spot | null>(null);
  useEffect(() => {
    let pressed = false;
    const place = () => {
      const box = pressed || selectedWords().kind !== 'span' ? null : selectionBox();
      setSpot(
        box && {
          left: Math.min(
            Math.max(box.left + box.width / 2, halfWidth),
            window.innerWidth - halfWidth,
          ),
          top: box.top > barHeight + 60 ? box.top - barHeight : box.bottom + 8,
        },
      );
    };
    const press = (event: PointerEvent) => {
      pressed = !(event.target instanceof Element && event.target.closest('.selection-toolbar'));
      if (pressed) {
        setSpot(null);
      }
    };
    const release = () => {
      pressed = false;
      // The browser settles the selection after the event.
      setTimeout(place);
    };
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    document.addEventListener('pointercancel', release);
    document.addEventListener('selectionchange', place);
    document.addEventListener('scroll', place, { capture: true, passive: true });
    return () => {
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      document.removeEventListener('pointercancel', release);
      document.removeEventListener('selectionchange', place);
      document.removeEventListener('scroll', place, { capture: true });
    };
  }, []);
  return spot;
}

function selectionBox(): DOMRect | null {
  const selection = window.getSelection();
  return selection && selection.rangeCount > 0
    ? selection.getRangeAt(0).getBoundingClientRect()
    : null;
}
