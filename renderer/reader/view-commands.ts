// Layouts, scrolling together, meeting points, size of type, and what is open.
import { type Layout, layouts } from '../../electron/settings/settings.ts';
import { always, type Command, type CommandContext } from '../app/command.ts';
import {
  otherPane,
  type ReaderState,
  setLayout,
  swapPanes,
  toggled,
  toggleRail,
} from '../app/reader-state.ts';
import { changePreferences, latestPreferences } from '../settings/change-preferences.ts';
import { isBetween, type MeetingPoint, toggleMeetingPoint } from './meeting-points.ts';

export const viewCommands: readonly Command[] = [
  {
    id: 'view.find',
    group: 'view',
    keys: ['/', 'Mod+F'],
    inFields: true,
    enabled: always,
    run: ({ store }) => store.setState({ findOpen: true }),
  },
  {
    id: 'view.palette',
    group: 'view',
    keys: ['Mod+K'],
    inFields: true,
    enabled: always,
    run: ({ store }) => store.setState({ overlay: 'palette' }),
  },
  {
    id: 'view.shortcuts',
    group: 'view',
    keys: ['?'],
    enabled: always,
    run: ({ store }) => store.setState({ overlay: 'shortcuts' }),
  },
  {
    id: 'view.settings',
    group: 'view',
    keys: [','],
    enabled: always,
    run: ({ store }) => store.setState({ overlay: 'settings' }),
  },
  {
    id: 'view.next-layout',
    group: 'view',
    keys: ['V'],
    enabled: always,
    run: ({ store }) => {
      const at = layouts.indexOf(store.getState().layout);
      setLayout(store, layouts[(at + 1) % layouts.length] ?? 'columns');
    },
  },
  ...layouts.map(
    (layout): Command => ({
      id: `view.layout-${layout}` satisfies `view.layout-${Layout}`,
      group: 'view',
      keys: [],
      enabled: ({ store }) => store.getState().layout !== layout,
      run: ({ store }) => setLayout(store, layout),
    }),
  ),
  {
    id: 'view.synchronise',
    group: 'view',
    keys: ['Y'],
    enabled: inColumns,
    run: ({ store, t }) =>
      store.setState(({ synchronised }) => ({
        synchronised: !synchronised,
        announcement: t(synchronised ? 'reader.scrolls-apart' : 'reader.scrolls-together'),
      })),
  },
  {
    id: 'view.freeze',
    group: 'view',
    keys: ['F'],
    enabled: inColumns,
    run: ({ store, t }) =>
      store.setState(({ frozenPane, activePane }) => ({
        frozenPane: frozenPane === null ? otherPane(activePane) : null,
        announcement: t(frozenPane === null ? 'reader.frozen' : 'reader.not-frozen'),
      })),
  },
  {
    id: 'view.meeting-point',
    group: 'view',
    keys: ['M'],
    enabled: (context) => inColumns(context) && meetingPair(context) !== null,
    run: (context) => {
      const pair = meetingPair(context);
      if (pair) {
        const { points, isSet } = toggleMeetingPoint(context.store.getState().meetingPoints, pair);
        context.store.setState({
          meetingPoints: points,
          announcement: context.t(isSet ? 'reader.meeting-set' : 'reader.meeting-removed'),
        });
      }
    },
  },
  {
    id: 'view.clear-meeting-points',
    group: 'view',
    keys: ['Shift+M'],
    enabled: ({ store }) => pointsHere(store.getState()).length > 0,
    run: ({ store }) =>
      store.setState((state) => {
        const here = new Set(pointsHere(state));
        return { meetingPoints: state.meetingPoints.filter((point) => !here.has(point)) };
      }),
  },
  {
    id: 'view.swap-panes',
    group: 'view',
    keys: ['W'],
    enabled: always,
    run: ({ store }) => swapPanes(store),
  },
  {
    id: 'view.matter',
    group: 'view',
    keys: ['O'],
    enabled: ({ store, data }) => data.panes[store.getState().activePane] !== null,
    run: ({ store, data }) => {
      const id = data.panes[store.getState().activePane]?.document.summary.id;
      if (id !== undefined) {
        store.setState(({ matterShown }) => ({ matterShown: toggled(matterShown, id) }));
      }
    },
  },
  {
    id: 'view.rail',
    group: 'view',
    keys: ['.'],
    enabled: always,
    run: ({ store }) => toggleRail(store),
  },
  size('view.larger-text', ['+', '=', 'Mod+='], 1),
  size('view.smaller-text', ['-', 'Mod+-'], -1),
];

function inColumns({ store }: CommandContext): boolean {
  return store.getState().layout === 'columns';
}

/** The meeting points between the two texts that are open. */
export function pointsHere({ panes, meetingPoints }: ReaderState): readonly MeetingPoint[] {
  const [left, right] = panes.map(({ documentId }) => documentId);
  return left && right ? meetingPoints.filter((point) => isBetween(point, left, right)) : [];
}

/** The sentences in focus on the two sides, to be set level. */
function meetingPair({ store, data }: CommandContext) {
  const [left, right] = store.getState().panes;
  return left.focus !== null &&
    right.focus !== null &&
    data.panes[0]?.places.has(left.focus) &&
    data.panes[1]?.places.has(right.focus) &&
    left.documentId !== right.documentId
    ? ([left.focus, right.focus] as [typeof left.focus, typeof right.focus])
    : null;
}

function size(id: string, keys: readonly string[], step: number): Command {
  return {
    id,
    group: 'view',
    keys,
    enabled: always,
    run: (context) => {
      const { fontSizePx } = latestPreferences(context.client, context.data.preferences);
      void changePreferences(context, {
        fontSizePx: Math.min(32, Math.max(14, fontSizePx + step)),
      });
    },
  };
}
