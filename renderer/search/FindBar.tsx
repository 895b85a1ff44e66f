// Find in page: a slim bar over the texts; both are searched, what is found is tinted and gone through in order.
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createFinder } from '../../electron/search/find.ts';
import { commandById } from '../app/commands.ts';
import { commandFor } from '../app/keymap.ts';
import { useReaderData } from '../app/reader-data.ts';
import { focusSegment, type ReaderStore, useReader, useReaderStore } from '../app/reader-state.ts';
import { elementOf } from '../reader/scroll-place.ts';
import { selectedWords } from '../reader/text-selection.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { tintMatches } from './match-tints.ts';
import {
  collectMatches,
  type Match,
  matchFrom,
  type ReadingPlace,
  searchedPanes,
} from './matches.ts';
import './find-bar.css';

/** A longer selection is a passage to read, not words to look for. */
const longestPrefill = 80;

export function FindBar() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const input = useRef<HTMLInputElement>(null);
  const countId = useId();
  const [words, setWords] = useState(wordsToBeginWith);
  // What is looked for: `words`, but for those that an input method is still composing.
  const [query, setQuery] = useState(words);
  const { matches, current, step } = useFound(query);
  const match = matches[current];

  const close = () => {
    store.setState({ findOpen: false });
    const state = store.getState();
    const pane = match?.pane ?? state.activePane;
    const id = match?.segmentId ?? state.panes[pane].focus;
    const box = document.querySelector(`.scroll-pane[data-pane~="${pane}"]`);
    if (box && id !== null) {
      elementOf(box, id)?.focus({ preventScroll: true });
    }
  };
  useFindKeys(input, step);

  return (
    <search className="find-bar" aria-label={t('find.title')}>
      <input
        ref={input}
        className="text-field find-words"
        type="text"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('find.title')}
        aria-label={t('find.title')}
        aria-describedby={countId}
        value={words}
        onChange={({ target, nativeEvent }) => {
          setWords(target.value);
          if (!(nativeEvent instanceof InputEvent && nativeEvent.isComposing)) {
            setQuery(target.value);
          }
        }}
        onCompositionEnd={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) {
            return;
          }
          if (event.key === 'Enter') {
            step(event.shiftKey ? -1 : 1);
            event.preventDefault();
          } else if (event.key === 'Escape') {
            close();
            event.preventDefault();
          }
        }}
      />
      <span id={countId} className="find-count" role="status">
        {query !== '' &&
          (match
            ? [
                t('find.count', { current: current + 1, total: matches.length }),
                t(match.pane === 0 ? 'find.left' : 'find.right'),
              ].join(' · ')
            : t('find.none'))}
      </span>
      <IconButton
        label={t('find.previous')}
        keys="Shift+Enter"
        disabled={matches.length === 0}
        onClick={() => step(-1)}
      >
        <ChevronUp size={16} />
      </IconButton>
      <IconButton
        label={t('find.next')}
        keys="Enter"
        disabled={matches.length === 0}
        onClick={() => step(1)}
      >
        <ChevronDown size={16} />
      </IconButton>
      <IconButton label={t('find.close')} keys="Escape" onClick={close}>
        <X size={16} />
      </IconButton>
    </search>
  );
}

/** What is found, which of it is current, and going on from there. */
function useFound(query: string) {
  const store = useReaderStore();
  const { panes } = useReaderData();
  const single = useReader((state) => state.layout === 'single');
  const activePane = useReader((state) => state.activePane);
  const shown = searchedPanes(panes, single, activePane).join('');
  const finders = useMemo(
    () => panes.map((index) => (index ? createFinder(index.document.text) : null)),
    [panes],
  );
  const matches = useMemo(() => {
    const numbers = ([0, 1] as const).filter((pane) => shown.includes(String(pane)));
    return collectMatches(panes, numbers, (pane) => finders[pane]?.(query) ?? []);
  }, [panes, finders, shown, query]);
  const [current, setCurrent] = useState(-1);
  // Where looking begins: where the reader was, then where the reader last stepped to, so that typing on stays there.
  const origin = useRef<ReadingPlace>(null);
  origin.current ??= placeOfReader(store, panes);

  const goTo = (number: number) => {
    setCurrent(number);
    const match = matches[number];
    if (match) {
      reveal(store, match);
    }
  };
  // The reader is taken to what other words find; not where the texts change while the bar is open.
  const sought = useRef('');
  const find = () => {
    const number = origin.current ? matchFrom(matches, origin.current) : -1;
    if (query === sought.current) {
      setCurrent(number);
    } else {
      goTo(number);
    }
    sought.current = query;
  };
  const latest = useRef(find);
  latest.current = find;
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each new list of matches
  useEffect(() => latest.current(), [matches]);

  const layout = useReader((state) => state.layout);
  const matterShown = useReader((state) => state.matterShown);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is on the page depends on layout and matter
  useEffect(() => tintMatches(matches, matches[current]), [matches, current, layout, matterShown]);

  const step = (by: 1 | -1) => {
    if (matches.length > 0) {
      const next = (current + by + matches.length) % matches.length;
      const match = matches[next];
      origin.current = match ? { pane: match.pane, offset: match.start } : null;
      goTo(next);
    }
  };
  return { matches, current, step };
}

/** Brings the sentence of a match into focus, unfolding what hides it. */
function reveal(store: ReaderStore, { inMatter, documentId, pane, segmentId }: Match): void {
  if (inMatter && !store.getState().matterShown.includes(documentId)) {
    store.setState(({ matterShown }) => ({ matterShown: [...matterShown, documentId] }));
  }
  focusSegment(store, pane, segmentId);
}

/** F3 goes on from anywhere in the window; the key that opens the bar brings the typing back to it. */
function useFindKeys(
  input: React.RefObject<HTMLInputElement | null>,
  step: (by: 1 | -1) => void,
): void {
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    const begin = () => {
      input.current?.focus();
      input.current?.select();
    };
    begin();
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (document.querySelector('dialog:modal')) {
        return;
      }
      const opener = commandById('view.find');
      const inField = target?.closest('input, textarea, select') !== null;
      if (event.key === 'F3') {
        latest.current(event.shiftKey ? -1 : 1);
        event.preventDefault();
      } else if (opener && commandFor([opener], event, inField)) {
        begin();
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [input]);
}

function placeOfReader(
  store: ReaderStore,
  panes: ReturnType<typeof useReaderData>['panes'],
): ReadingPlace {
  const { activePane, panes: states } = store.getState();
  const { focus, top } = states[activePane];
  const id = focus ?? top?.segmentId;
  const place = id === undefined ? undefined : panes[activePane]?.places.get(id);
  return { pane: activePane, offset: place?.segment.startOffset ?? 0 };
}

function wordsToBeginWith(): string {
  const selected =
    selectedWords().kind === 'span' ? (window.getSelection()?.toString().trim() ?? '') : '';
  return selected.length <= longestPrefill ? selected : '';
}
