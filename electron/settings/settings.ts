// The reader's preferences, and where the reader was: kept between runs, not part of the history.
import * as v from 'valibot';
import { DocumentIdSchema, LanguageSchema, SegmentIdSchema } from '../corpus/document.ts';

export const themes = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export const layouts = ['columns', 'rows', 'interleaved', 'single'] as const;
/** Side by side with curves; side by side with linked rows level; one below the other; one text. */
export type Layout = (typeof layouts)[number];

/** Preferences as they are given: one that is named has a value that fits. */
export const GivenPreferencesSchema = v.strictObject({
  /** Null follows the system. */
  interfaceLanguage: v.nullable(LanguageSchema),
  theme: v.picklist(themes),
  fontSizePx: v.pipe(v.number(), v.minValue(14), v.maxValue(32)),
  lineHeight: v.pipe(v.number(), v.minValue(1.3), v.maxValue(2.2)),
  /** The longest line, in characters. */
  measureCh: v.pipe(v.number(), v.minValue(40), v.maxValue(90)),
});
export type Preferences = Readonly<v.InferOutput<typeof GivenPreferencesSchema>>;

/** Preferences as they were stored: what is missing or no longer fits is the default's. */
export const PreferencesSchema = v.object({
  interfaceLanguage: v.fallback(GivenPreferencesSchema.entries.interfaceLanguage, null),
  theme: v.fallback(GivenPreferencesSchema.entries.theme, 'system'),
  fontSizePx: v.fallback(GivenPreferencesSchema.entries.fontSizePx, 18),
  lineHeight: v.fallback(GivenPreferencesSchema.entries.lineHeight, 1.6),
  measureCh: v.fallback(GivenPreferencesSchema.entries.measureCh, 66),
});

const GivenPaneSchema = v.strictObject({
  documentId: v.nullable(DocumentIdSchema),
  /** The sentence in focus. */
  focus: v.nullable(SegmentIdSchema),
  /** The sentence at the top of the pane, and how far it is scrolled past, as a share of its height (0 to 1). */
  top: v.nullable(v.strictObject({ segmentId: SegmentIdSchema, share: v.number() })),
});

/** Where the reader was in a text that stands in no pane now. */
const GivenPlaceSchema = v.strictObject({
  focus: GivenPaneSchema.entries.focus,
  top: GivenPaneSchema.entries.top,
});

const PaneSchema = v.object({
  documentId: v.fallback(GivenPaneSchema.entries.documentId, null),
  focus: v.fallback(GivenPaneSchema.entries.focus, null),
  top: v.fallback(GivenPaneSchema.entries.top, null),
});

export const railTabs = ['notes', 'links', 'versions'] as const;
export type RailTab = (typeof railTabs)[number];

/** The place in the text as it is given: whole. */
export const GivenReadingStateSchema = v.strictObject({
  layout: v.picklist(layouts),
  panes: v.tuple([GivenPaneSchema, GivenPaneSchema]),
  activePane: v.picklist([0, 1]),
  /** Whether the panes scroll together. */
  synchronised: v.boolean(),
  /** Pairs of sentences, one of each pane's document, that the reader set to stand level. */
  meetingPoints: v.array(v.tuple([SegmentIdSchema, SegmentIdSchema])),
  railOpen: v.boolean(),
  railTab: v.picklist(railTabs),
  /** The pane that scrolling in the other one does not move. */
  frozenPane: v.nullable(v.picklist([0, 1])),
  /** The last place in every text that was open, by its document's id. */
  places: v.record(v.string(), GivenPlaceSchema),
  /** Documents whose front and back matter is unfolded. */
  matterShown: v.array(DocumentIdSchema),
  /** Documents whose machine translation is shown. */
  translationShown: v.array(DocumentIdSchema),
  /** Sentences whose machine translation was asked for one by one. */
  translationAsked: v.array(SegmentIdSchema),
});
export type ReadingState = v.InferOutput<typeof GivenReadingStateSchema>;
export type PaneState = ReadingState['panes'][number];

/** The place in the text as it was stored: what is missing or no longer fits is the default's. */
export const ReadingStateSchema = v.object({
  layout: v.fallback(GivenReadingStateSchema.entries.layout, 'columns'),
  panes: v.fallback(v.tuple([PaneSchema, PaneSchema]), [
    { documentId: null, focus: null, top: null },
    { documentId: null, focus: null, top: null },
  ]),
  activePane: v.fallback(GivenReadingStateSchema.entries.activePane, 0),
  synchronised: v.fallback(GivenReadingStateSchema.entries.synchronised, true),
  meetingPoints: v.fallback(GivenReadingStateSchema.entries.meetingPoints, []),
  railOpen: v.fallback(GivenReadingStateSchema.entries.railOpen, true),
  railTab: v.fallback(GivenReadingStateSchema.entries.railTab, 'notes'),
  frozenPane: v.fallback(GivenReadingStateSchema.entries.frozenPane, null),
  places: v.fallback(GivenReadingStateSchema.entries.places, {}),
  matterShown: v.fallback(GivenReadingStateSchema.entries.matterShown, []),
  translationShown: v.fallback(GivenReadingStateSchema.entries.translationShown, []),
  translationAsked: v.fallback(GivenReadingStateSchema.entries.translationAsked, []),
});
