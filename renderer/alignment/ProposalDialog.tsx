// What a run of the aligner, or going back to a snapshot, would change: seen first, then taken whole, in part or left.
import type { TFunction } from 'i18next';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AlignmentCounts } from '../../electron/alignment/alignment.ts';
import type { AlignmentPlan } from '../../electron/alignment/plan.ts';
import { type ReaderData, useReaderData } from '../app/reader-data.ts';
import { type Proposal, useReader } from '../app/reader-state.ts';
import { useCommandContext } from '../app/run-command.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { countsAfter } from './alignment-after.ts';
import { readingOrder } from './gesture.ts';
import { LinkChangeRows, LinkRow } from './LinkRow.tsx';
import {
  changesPhrases,
  isDoubtfulPlace,
  isEmptyPlan,
  type PlanPlace,
  partOfPlan,
  placesOfPlan,
} from './plan-places.ts';
import { summaryOf } from './plan-summary.ts';
import { dropProposal, takePlan } from './proposals.ts';
import { bodySentences } from './standing.ts';
import './changes.css';

export function ProposalDialog() {
  const { t } = useTranslation();
  const context = useCommandContext();
  const proposal = useReader((state) => state.proposal);
  if (proposal === null) {
    return null;
  }
  const { source, plan } = proposal;
  const title =
    source.kind === 'run' ? t('proposal.run') : t('proposal.restore', { name: source.name });
  const close = () => dropProposal(context());
  return plan === null ? (
    <Dialog
      key="waiting"
      title={title}
      closeLabel={t('dialogs.close')}
      content="text"
      closesByClick={false}
      onClose={close}
      footer={<Button onClick={close}>{t('status.stop')}</Button>}
    >
      <p className="proposal-waiting" role="status">
        {t('proposal.waiting')}
        <progress aria-label={t('proposal.waiting')} />
      </p>
    </Dialog>
  ) : (
    <PlanView key="plan" title={title} proposal={proposal} plan={plan} onClose={close} />
  );
}

/** Places that are drawn at once; more on request. */
const firstPlaces = 150;

interface PlanViewProps {
  readonly title: string;
  readonly proposal: Proposal;
  readonly plan: AlignmentPlan;
  readonly onClose: () => void;
}

function PlanView({ title, proposal, plan, onClose }: PlanViewProps) {
  const { t } = useTranslation();
  const context = useCommandContext();
  const data = useReaderData();
  const [all, setAll] = useState(false);
  const places = useMemo(() => {
    const order = readingOrder(data);
    return order ? placesOfPlan(plan, order) : [];
  }, [plan, data]);
  // The aligner finds something for any two texts: what it is not sure of is for the reader to tick.
  const daring = proposal.source.kind === 'run' && data.alignment?.kind === 'subject';
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(daring ? places.filter(isDoubtfulPlace).map(({ key }) => key) : []),
  );
  const taken = places.filter(({ key }) => !left.has(key));
  const part = left.size === 0 ? plan : partOfPlan(plan, taken);
  const phrases = changesPhrases(plan);
  const take = () => void takePlan(context(), proposal, part);
  const toggle = ({ key }: PlanPlace) =>
    setLeft((known) => {
      const next = new Set(known);
      if (!next.delete(key)) {
        next.add(key);
      }
      return next;
    });
  const shown = all ? places : places.slice(0, firstPlaces);
  return (
    <Dialog
      title={title}
      closeLabel={t('dialogs.close')}
      width="wide"
      closesByClick={false}
      onClose={onClose}
      footer={
        isEmptyPlan(plan) ? (
          <Button onClick={onClose}>{t('dialogs.close')}</Button>
        ) : (
          <>
            {places.length > 1 && (
              <Every
                taken={taken.length}
                of={places.length}
                onToggle={(every) => setLeft(new Set(every ? [] : places.map(({ key }) => key)))}
              />
            )}
            <Button
              kind={daring ? 'plain' : 'main'}
              data-first-focus={daring ? undefined : true}
              disabled={taken.length === 0 && !phrases}
              onClick={take}
            >
              {takeWords(t, taken.length, places.length, phrases)}
            </Button>
            <Button
              kind={daring ? 'main' : 'plain'}
              data-first-focus={daring ? true : undefined}
              onClick={onClose}
            >
              {t('proposal.leave')}
            </Button>
            <span className="proposal-undo">{t('proposal.one-step')}</span>
          </>
        )
      }
    >
      {proposal.again && <p role="status">{t('proposal.again')}</p>}
      {daring && !isEmptyPlan(plan) && <p className="proposal-warning">{t('proposal.subject')}</p>}
      <p className="proposal-summary">{summaryOf(t, plan)}</p>
      {places.length > 0 && (
        <BeforeAfter
          before={plan.before}
          after={part === plan ? plan.after : afterPart(data, part)}
        />
      )}
      <ul className="proposal-places">
        {shown.map((place) => (
          <Place
            key={place.key}
            place={place}
            taken={!left.has(place.key)}
            onToggle={() => toggle(place)}
          />
        ))}
      </ul>
      {places.length > shown.length && (
        <Button onClick={() => setAll(true)}>
          {t('proposal.show-all', { count: places.length })}
        </Button>
      )}
      {plan.omitted.length > 0 && (
        <details className="proposal-omitted">
          <summary>{t('proposal.omitted', { count: plan.omitted.length })}</summary>
          <ul>
            {plan.omitted.map(({ texts, why }) => (
              <li key={`${why} ${texts.join(' ')}`}>
                {t(`proposal.omitted-why.${why}`)}: {texts.join(' ↔ ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Dialog>
  );
}

/** The counts where only a part of a plan is taken. */
function afterPart(data: ReaderData, part: AlignmentPlan): AlignmentCounts {
  const { alignment, panes } = data;
  const bodies = alignment?.documentIds.map((id) => {
    const index = panes.find((pane) => pane?.document.summary.id === id);
    return index ? bodySentences(index) : [];
  });
  const [first, second] = bodies ?? [];
  return alignment && first && second ? countsAfter(alignment, part, [first, second]) : part.after;
}

/** What the button says that takes so many of the places. */
function takeWords(t: TFunction, taken: number, of: number, phrases: boolean): string {
  if (taken === 0) {
    return phrases ? t('proposal.take-phrases') : t('proposal.take-none');
  }
  return taken === of
    ? t('proposal.take-all', { count: of })
    : t('proposal.take-some', { count: taken });
}

interface EveryProps {
  readonly taken: number;
  readonly of: number;
  readonly onToggle: (every: boolean) => void;
}

/** Ticks or unticks every place, those that are not drawn too. */
function Every({ taken, of, onToggle }: EveryProps) {
  const { t } = useTranslation();
  const every = taken === of;
  return (
    <label className="proposal-every">
      <input
        ref={(box) => {
          if (box) {
            box.indeterminate = taken > 0 && !every;
          }
        }}
        type="checkbox"
        checked={every}
        onChange={() => onToggle(!every)}
      />
      {t('proposal.every', { count: of })}
    </label>
  );
}

interface PlaceProps {
  readonly place: PlanPlace;
  readonly taken: boolean;
  readonly onToggle: () => void;
}

function Place({ place, taken, onToggle }: PlaceProps) {
  const { t } = useTranslation();
  const rowsId = useId();
  return (
    <li className="proposal-place" data-taken={taken}>
      <input
        type="checkbox"
        checked={taken}
        aria-label={t('proposal.take-place')}
        aria-describedby={rowsId}
        onChange={onToggle}
      />
      <div id={rowsId}>
        {place.before.map((link) => {
          const after = place.after.find(({ id }) => id === link.id);
          return after ? (
            <LinkChangeRows
              key={link.id}
              before={link}
              after={after}
              changes={['removed', 'added']}
            />
          ) : (
            <LinkRow key={link.id} link={link} change="removed" />
          );
        })}
        {place.after
          .filter((link) => place.before.every(({ id }) => id !== link.id))
          .map((link) => (
            <LinkRow key={link.id} link={link} change="added" />
          ))}
      </div>
    </li>
  );
}

interface BeforeAfterProps {
  readonly before: AlignmentCounts;
  readonly after: AlignmentCounts;
}

/** The counts before and after, one beside the other. */
function BeforeAfter({ before, after }: BeforeAfterProps) {
  const { t } = useTranslation();
  const rows = [
    [t('links.standings.confirmed'), before.confirmed, after.confirmed],
    [t('links.standings.suggested'), before.suggested, after.suggested],
    [t('proposal.unlinked'), before.unlinked.join(' + '), after.unlinked.join(' + ')],
  ] as const;
  return (
    <table className="before-after">
      <thead>
        <tr>
          <td />
          <th scope="col">{t('proposal.before')}</th>
          <th scope="col">{t('proposal.after')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([what, first, second]) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td>{first}</td>
            <td>{second}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
