// What the reader is doing in this window: panes, focus, selection, what is open. Saved in part (see persist.ts).
import { createContext, useContext } from 'react';
import { createStore, type StoreApi, useStore } from 'zustand';
import type { AlignmentId, LinkId } from '../../electron/alignment/alignment.ts';
import type { PhraseId } from '../../electron/alignment/phrase.ts';
import type { AlignmentPlan } from '../../electron/alignment/plan.ts';
import type { SnapshotId, Version } from '../../electron/alignment/snapshot.ts';
import type { Annotation, AnnotationId } from '../../electron/annotation/annotation.ts';
import type { Failure } from '../../electron/contract/result.ts';
import { type DocumentId, documentOf, type SegmentId } from '../../electron/corpus/document.ts';
import type { Layout, PaneState, RailTab, ReadingState } from '../../electron/settings/settings.ts';
import type { TranslationProgress } from '../../electron/translation/api.ts';
import type { JobId } from '../../electron/translation/model.ts';
import type { TextSpan } from '../reader/text-selection.ts';

export type PaneNumber = 0 | 1;
export type Overlay = 'palette' | 'shortcuts' | 'settings' | 'models' | 'about' | 'alignments';

/** `run`: the aligner's, of the whole texts or between two links; `restore`: going back to a snapshot. */
export type ProposalSource =
  | {
      readonly kind: 'run';
      /** The links that a run goes no further than, a null for the texts' beginning or end; null for no such links. */
      readonly between: { readonly after: LinkId | null; readonly before: LinkId | null } | null;
    }
  | { readonly kind: 'restore'; readonly snapshotId: SnapshotId; readonly name: string };

/** A change of the alignment that the reader is shown before it is taken. */
export interface Proposal {
  /** The alignment that would be changed. */
  readonly alignmentId: AlignmentId;
  readonly source: ProposalSource;
  /** Whether it stands for an earlier one that could not be taken, because the links had changed meanwhile. */
  readonly again: boolean;
  /** Null while it is being made. */
  readonly plan: AlignmentPlan | null;
}

/** Two versions of an alignment that the reader compares, with what they are called. */
export interface Compared {
  readonly left: { readonly version: Version; readonly name: string };
  readonly right: { readonly version: Version; readonly name: string };
}

/** `text`: all of the document, as it was when the words were chosen. */
export interface HeldPhrase extends TextSpan {
  readonly text: string;
}

export interface UnansweredWish {
  /** The sentences that were asked for; with `document`, all of its text. */
  readonly segmentIds: readonly SegmentId[];
  readonly document: DocumentId | null;
}

export interface ReaderState extends ReadingState {
  /** Sentences chosen for a link, in both panes, in the order they were chosen. */
  readonly selection: readonly SegmentId[];
  /** Whether the rail lies over the texts of a narrow window; in a wide one `railOpen` counts. */
  readonly railCalled: boolean;
  readonly hovered: SegmentId | null;
  /** Whether the focus came with the pointer: what is pointed at is in view, and must not move away under it. */
  readonly focusedByPointer: boolean;
  readonly focusedLink: LinkId | null;
  readonly editedNote: AnnotationId | null;
  /** The note that was begun last, for as long as it is being written; drawn from here until the core knows it. */
  readonly freshNote: Annotation | null;
  readonly overlay: Overlay | null;
  readonly findOpen: boolean;
  /** The sentence whose words are being corrected. */
  readonly corrected: SegmentId | null;
  /** A correction that could not be saved: its field opens again with these words. */
  readonly unsaved: { readonly segmentId: SegmentId; readonly text: string } | null;
  /** The words of one text that wait for those of the other to be linked with; gone with that text. */
  readonly heldPhrase: HeldPhrase | null;
  /** The phrase link that is pointed at, or that holds the selected words. */
  readonly litPhrase: PhraseId | null;
  readonly proposal: Proposal | null;
  readonly compared: Compared | null;
  /** Where the menu of the sentence in focus stands, in px of the window; null while it is closed. */
  readonly sentenceMenu: { readonly left: number; readonly top: number } | null;
  /** What the reader should know of what was just asked for, where nothing else shows it. */
  readonly notice: string;
  /** Why what was asked for last could not be done, where that is no failure; gone with the next command or focus. */
  readonly refusal: string;
  /** What the reader asked to have translated when no model could; asked again as soon as one can. */
  readonly unanswered: UnansweredWish | null;
  /** Every translation job of this window's time, by its id: those that ended too, for answers that come late. */
  readonly jobs: ReadonlyMap<JobId, TranslationProgress>;
  /** The last failure that the reader has not put away. */
  readonly failure: Failure | null;
  /** What a screen reader is told next. */
  readonly announcement: string;
}

export type ReaderStore = StoreApi<ReaderState>;

export function createReaderStore(reading: ReadingState): ReaderStore {
  return createStore<ReaderState>(() => ({
    ...reading,
    selection: [],
    railCalled: false,
    hovered: null,
    focusedByPointer: false,
    focusedLink: null,
    editedNote: null,
    freshNote: null,
    overlay: null,
    findOpen: false,
    corrected: null,
    unsaved: null,
    heldPhrase: null,
    litPhrase: null,
    proposal: null,
    compared: null,
    sentenceMenu: null,
    notice: '',
    refusal: '',
    unanswered: null,
    jobs: new Map(),
    failure: null,
    announcement: '',
  }));
}

const ReaderContext = createContext<ReaderStore | null>(null);
export const ReaderProvider = ReaderContext.Provider;

export function useReaderStore(): ReaderStore {
  const store = useContext(ReaderContext);
  if (store === null) {
    throw new Error('no reader above this component');
  }
  return store;
}

/** A part of the reader's state; the component draws again when it changes. */
export function useReader<Value>(select: (state: ReaderState) => Value): Value {
  return useStore(useReaderStore(), select);
}

export function otherPane(pane: PaneNumber): PaneNumber {
  return pane === 0 ? 1 : 0;
}

/** The pane that shows the document of a sentence; the active one where both do. */
export function paneOf(state: ReaderState, segmentId: SegmentId): PaneNumber | null {
  const documentId = documentOf(segmentId);
  if (state.panes[state.activePane].documentId === documentId) {
    return state.activePane;
  }
  const other = otherPane(state.activePane);
  return state.panes[other].documentId === documentId ? other : null;
}

/** The state with one pane changed. */
export function withPane(
  state: Pick<ReaderState, 'panes'>,
  pane: PaneNumber,
  change: Partial<PaneState>,
): Pick<ReaderState, 'panes'> {
  const [left, right] = state.panes;
  return pane === 0
    ? { panes: [{ ...left, ...change }, right] }
    : { panes: [left, { ...right, ...change }] };
}

/** Focuses a sentence in its pane, which becomes the active one. */
export function focusSegment(
  store: ReaderStore,
  pane: PaneNumber,
  segmentId: SegmentId,
  focusedByPointer = false,
): void {
  store.setState((state) => ({
    ...withPane(state, pane, { focus: segmentId }),
    focusedByPointer,
    activePane: pane,
    focusedLink: null,
    refusal: '',
  }));
}

/**
 * Opens a document in a pane: at a sentence if one is named, else where the reader last was in it. The pair's
 * selection goes with the text that left.
 */
export function openDocument(
  store: ReaderStore,
  pane: PaneNumber,
  documentId: DocumentId,
  focus: SegmentId | null = null,
): void {
  store.setState((state) => {
    const places = withPlace(state.places, state.panes[pane]);
    const last = focus === null ? places[documentId] : undefined;
    return {
      places,
      ...withPane(state, pane, { documentId, focus: last?.focus ?? focus, top: last?.top ?? null }),
      activePane: pane,
      selection: [],
      focusedLink: null,
      hovered: null,
      heldPhrase: null,
    };
  });
}

/** The places with that of a pane's text. */
function withPlace(places: ReadingState['places'], pane: PaneState): ReadingState['places'] {
  const { documentId, focus, top } = pane;
  return documentId === null ? places : { ...places, [documentId]: { focus, top } };
}

export function swapPanes(store: ReaderStore): void {
  store.setState(({ panes: [left, right], activePane, frozenPane }) => ({
    panes: [right, left],
    activePane: otherPane(activePane),
    frozenPane: frozenPane === null ? null : otherPane(frozenPane),
  }));
}

export function setLayout(store: ReaderStore, layout: Layout): void {
  store.setState({ layout });
}

export function openRail(store: ReaderStore, railTab: RailTab): void {
  store.setState({ railTab, ...(isNarrow() ? { railCalled: true } : { railOpen: true }) });
}

/** Turns the rail to a tab, and opens it where it stands beside the texts; it is not laid over them. */
export function showRail(store: ReaderStore, railTab: RailTab): void {
  store.setState({ railTab, ...(isNarrow() ? {} : { railOpen: true }) });
}

export function toggleRail(store: ReaderStore): void {
  store.setState(({ railOpen, railCalled }) =>
    isNarrow() ? { railCalled: !railCalled } : { railOpen: !railOpen },
  );
}

/** Too narrow for a rail beside the texts; the same width as in rail.css. */
export const narrowWindow = '(max-width: 1199px)';

function isNarrow(): boolean {
  return window.matchMedia(narrowWindow).matches;
}

/** Puts an item into a list, or takes it out where it is there. */
export function toggled<Item>(list: readonly Item[], item: Item): Item[] {
  return list.includes(item) ? list.filter((other) => other !== item) : [...list, item];
}

/** The jobs that run, oldest first. */
export function runningJobs({ jobs }: ReaderState): readonly TranslationProgress[] {
  return [...jobs.values()].filter((job) => job.state === 'running');
}

/** The part of the state that is kept between runs. */
export function readingStateOf(state: ReaderState): ReadingState {
  return {
    layout: state.layout,
    panes: state.panes,
    activePane: state.activePane,
    synchronised: state.synchronised,
    frozenPane: state.frozenPane,
    meetingPoints: state.meetingPoints,
    places: state.places,
    railOpen: state.railOpen,
    railTab: state.railTab,
    matterShown: state.matterShown,
    translationShown: state.translationShown,
    translationAsked: state.translationAsked,
  };
}
