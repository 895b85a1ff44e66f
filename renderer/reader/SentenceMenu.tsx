// The menu of the sentence in focus: a right click, or the menu key.
import { useTranslation } from 'react-i18next';
import { CommandMenu } from '../app/CommandMenu.tsx';
import { useReader, useReaderStore } from '../app/reader-state.ts';

const groups = [
  ['link.make', 'link.confirm', 'link.reject', 'link.show', 'link.lock', 'link.remove'],
  ['link.add-sentence', 'link.take-out', 'link.split', 'link.merge'],
  ['link.start-earlier', 'link.start-later', 'link.end-earlier', 'link.end-later'],
  ['sentence.split', 'sentence.merge', 'sentence.correct'],
  ['note.write', 'translate.sentence'],
] as const;

export function SentenceMenu() {
  const { t } = useTranslation();
  const store = useReaderStore();
  const place = useReader((state) => state.sentenceMenu);
  return (
    place && (
      <CommandMenu
        key={`${place.left} ${place.top}`}
        label={t('sentences.menu')}
        groups={groups}
        anchor={{ ...place, width: 0, height: 0 }}
        onClose={() => store.setState({ sentenceMenu: null })}
      />
    )
  );
}
