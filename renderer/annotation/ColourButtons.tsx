// The four colours of the highlighter, a button each.
import { useTranslation } from 'react-i18next';
import { type Colour, colours } from '../../electron/annotation/annotation.ts';
import './colour-buttons.css';

interface ColourButtonsProps {
  /** The colour that is set, where one is. */
  readonly current?: Colour | null;
  readonly onChoose: (colour: Colour) => void;
}

export function ColourButtons({ current, onChoose }: ColourButtonsProps) {
  const { t } = useTranslation();
  return colours.map((colour) => (
    <button
      key={colour}
      type="button"
      className="colour-button"
      data-colour={colour}
      title={t(`commands.note.highlight-${colour}`)}
      aria-label={t(`commands.note.highlight-${colour}`)}
      aria-pressed={current === undefined ? undefined : current === colour}
      onClick={() => onChoose(colour)}
    />
  ));
}
