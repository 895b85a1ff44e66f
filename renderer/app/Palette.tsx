// The command palette: type a few letters, press Enter.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { rankItems } from '../search/rank-items.ts';
import { recentChoices, rememberChoice } from '../search/recent-choices.ts';
import { KeyCaps } from '../ui/KeyCaps.tsx';
import { useModal } from '../ui/modal.ts';
import { type PaletteItem, paletteItems } from './palette-items.ts';
import { useReaderStore } from './reader-state.ts';
import { useCommandContext } from './run-command.ts';
import './palette.css';

export function Palette() {
  const { t, i18n } = useTranslation();
  const store = useReaderStore();
  const context = useCommandContext();
  const close = () => store.setState({ overlay: null });
  const modal = useModal(close);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  // Taken before the field gets the focus: what can be done depends on the words that are selected.
  const [selection] = useState(selectedRange);
  const [items] = useState(() => {
    const other = i18n.getFixedT(i18n.language === 'vi' ? 'en' : 'vi');
    return paletteItems(t, other, context());
  });
  const [recent] = useState(() => recentChoices(sessionStorage));
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const found = useMemo(() => rankItems(items, typed, recent), [items, typed, recent]);

  const optionId = (at: number) => `${listId}-${at}`;
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const choose = (item: PaletteItem | undefined) => {
    if (item?.enabled) {
      rememberChoice(sessionStorage, item.id);
      // The dialog goes first, so that the focus and the selected words are as they were.
      flushSync(close);
      restoreRange(selection);
      item.run(context());
    }
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      setActive((active + step + found.length) % found.length);
      event.preventDefault();
    } else if (event.key === 'Enter') {
      choose(found[active]);
      event.preventDefault();
    }
  };

  return (
    <dialog
      {...modal}
      className="dialog palette"
      data-width="narrow"
      aria-label={t('palette.title')}
    >
      <input
        className="palette-words"
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? optionId(active) : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.title')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setActive(0);
        }}
        onKeyDown={press}
      />
      <div
        ref={list}
        id={listId}
        className="palette-list scrolls"
        role="listbox"
        aria-label={t('palette.title')}
      >
        {found.map((item, at) => (
          // The keyboard's way is the field's: it names the active option and Enter chooses it.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={item.id}
            id={optionId(at)}
            className="palette-option"
            role="option"
            aria-selected={at === active}
            aria-disabled={!item.enabled}
            onPointerMove={() => setActive(at)}
            onClick={() => choose(item)}
          >
            <span className="palette-label">
              {item.label}
              {item.title && <cite lang={item.title.language}>{item.title.text}</cite>}
            </span>
            <span className="palette-group">{item.group}</span>
            {item.keys !== undefined && <KeyCaps keys={item.keys} />}
          </div>
        ))}
      </div>
      <p className="palette-none" role="status">
        {found.length === 0 && t('palette.none')}
      </p>
    </dialog>
  );
}

function selectedRange(): Range | null {
  const selection = window.getSelection();
  return selection && selection.rangeCount > 0 && !selection.isCollapsed
    ? selection.getRangeAt(0).cloneRange()
    : null;
}

function restoreRange(range: Range | null): void {
  if (range) {
    const selection = window.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }
}
