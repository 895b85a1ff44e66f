// Every version of the sentence in focus that the workspace holds: linked passages of other texts, and what
// each installed model makes of it.
import { useTranslation } from 'react-i18next';
import type { DocumentId, Language, SegmentId } from '../../electron/corpus/document.ts';
import { segmentText } from '../../electron/corpus/document.ts';
import { doubtsOf } from '../../electron/translation/doubts.ts';
import type { Translation } from '../../electron/translation/model.ts';
import { useDocument, useLinksOf } from '../api/queries.ts';
import { useReaderData } from '../app/reader-data.ts';
import { useReader } from '../app/reader-state.ts';
import { useRunCommand } from '../app/run-command.ts';
import { useDoubtWords } from './doubt-words.ts';
import { isBy, modelInUse } from './model-in-use.ts';
import './versions.css';
import { Button } from '../ui/Button.tsx';

export function VersionsPanel() {
  const { t } = useTranslation();
  const run = useRunCommand();
  const { panes, translations, models } = useReaderData();
  const activePane = useReader((state) => state.activePane);
  const focus = useReader((state) => state.panes[state.activePane].focus);
  const index = panes[activePane];
  const links = useLinksOf(index?.document.summary.id ?? null).data ?? [];
  const place = focus === null ? undefined : index?.places.get(focus);
  if (!index || !place || focus === null) {
    return <p className="rail-empty">{t('translation.versions-empty')}</p>;
  }
  const { id, language } = index.document.summary;
  const others = links
    .filter((link) => link.status !== 'rejected')
    .filter((link) => link.sides.some((side) => side.segmentIds.includes(focus)))
    .flatMap((link) => link.sides.filter((side) => side.documentId !== id));
  // Several alignments may join the same passages.
  const passages = new Map(
    others.map((side) => [`${side.documentId} ${side.segmentIds.join(' ')}`, side]),
  );
  const made = translations.get(focus) ?? [];
  const model = modelInUse(models, language);
  return (
    <div className="versions">
      <p className="version-source" lang={language}>
        {segmentText(index.document, place.segment)}
      </p>
      {[...passages].map(([key, { documentId, segmentIds }]) => (
        <LinkedVersion key={key} documentId={documentId} segmentIds={segmentIds} />
      ))}
      {made.map((translation) => (
        <MachineVersion
          key={translation.fingerprint}
          translation={translation}
          source={segmentText(index.document, place.segment)}
          from={language}
        />
      ))}
      {made.length === 0 && (
        <Button onClick={() => run('translate.sentence')}>
          {t('commands.translate.sentence')}
        </Button>
      )}
      {made.length > 0 && model && !isBy(model, made) && (
        <Button onClick={() => run('translate.sentence')}>
          {t('translation.translate-with', { model: model.name })}
        </Button>
      )}
    </div>
  );
}

interface MachineVersionProps {
  readonly translation: Translation;
  readonly source: string;
  readonly from: Language;
}

function MachineVersion({ translation, source, from }: MachineVersionProps) {
  const { t, i18n } = useTranslation();
  const { modelName, text: target, to, split } = translation;
  const doubts = useDoubtWords(doubtsOf({ source, target, from, to, split }));
  return (
    <section className="version" data-machine>
      <h2 className="version-origin">{t('translation.machine-by', { model: modelName })}</h2>
      <p lang={to}>{target}</p>
      {doubts.map((sentence) => (
        <p key={sentence} className="version-doubts" lang={i18n.language}>
          {sentence}
        </p>
      ))}
    </section>
  );
}

interface LinkedVersionProps {
  readonly documentId: DocumentId;
  readonly segmentIds: readonly SegmentId[];
}

function LinkedVersion({ documentId, segmentIds }: LinkedVersionProps) {
  const document = useDocument(documentId).data;
  if (!document) {
    return null;
  }
  const segments = document.paragraphs
    .flatMap((paragraph) => paragraph.segments)
    .filter((segment) => segmentIds.includes(segment.id));
  return (
    <section className="version">
      <h2 className="version-origin" lang={document.summary.language}>
        {document.summary.title}
      </h2>
      <p lang={document.summary.language}>
        {segments.map((segment) => segmentText(document, segment)).join(' … ')}
      </p>
    </section>
  );
}
