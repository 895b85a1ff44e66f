// The reader's preferences, and where the reader was: kept between runs, not part of the history.
import * as v from 'valibot';
import { DocumentIdSchema, LanguageSchema, SegmentIdSchema } from '../corpus/document.ts';

export const themes = ['system', 'light', 'sepia', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export const layouts = ['columns', 'rows', 'interleaved', 'single'] as const;
/** Side by side with curves; side by side with linked rows level; one below the other; one text. */
export type Layout = (typeof layouts)[number];

export const PreferencesSchema = v.object({
  /** Null follows the system. */
  interfaceLanguage: v.fallback(v.nullable(LanguageSchema), null),
  theme: v.fallback(v.picklist(themes), 'system'),
  fontSizePx: v.fallback(v.pipe(v.number(), v.minValue(14), v.maxValue(32)), 18),
  lineHeight: v.fallback(v.pipe(v.number(), v.minValue(1.3), v.maxValue(2.2)), 1.6),
  /** The longest line, in characters. */
  measureCh: v.fallback(v.pipe(v.number(), v.minValue(40), v.maxValue(90)), 66),
});
export type Preferences = Readonly<v.InferOutput<typeof PreferencesSchema>>;

const PaneSchema = v.object({
  documentId: v.fallback(v.nullable(DocumentIdSchema), null),
  /** The sentence in focus. */
  focus: v.fallback(v.nullable(SegmentIdSchema), null),
  /** The sentence at the top of the pane, and how far it is scrolled past, as a share of its height (0 to 1). */
  top: v.fallback(v.nullable(v.object({ segmentId: SegmentIdSchema, share: v.number() })), null),
});

export const railTabs = ['notes', 'links', 'versions'] as const;
export type RailTab = (typeof railTabs)[number];

export const ReadingStateSchema = v.object({
  layout: v.fallback(v.picklist(layouts), 'columns'),
  panes: v.fallback(v.tuple([PaneSchema, PaneSchema]), [
    { documentId: null, focus: null, top: null },
    { documentId: null, focus: null, top: null },
  ]),
  activePane: v.fallback(v.picklist([0, 1]), 0),
  /** Whether the panes scroll together. */
  synchronised: v.fallback(v.boolean(), true),
  /** Pairs of sentences, one of each pane's document, that the reader set to stand level. */
  meetingPoints: v.fallback(v.array(v.tuple([SegmentIdSchema, SegmentIdSchema])), []),
  railOpen: v.fallback(v.boolean(), true),
  railTab: v.fallback(v.picklist(railTabs), 'notes'),
  /** Documents whose machine translation is shown. */
  translationShown: v.fallback(v.array(DocumentIdSchema), []),
});
export type ReadingState = v.InferOutput<typeof ReadingStateSchema>;
export type PaneState = ReadingState['panes'][number];
