// One of a few: a radio group that looks like a row of joined buttons.
import { type ReactNode, useId } from 'react';
import './ui.css';

interface ChoiceProps<Value extends string> {
  readonly legend: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Where the label is in another language than the page. */
  readonly language?: string | undefined;
  /** Something to see above the label. */
  readonly picture?: ReactNode;
}

export function Choice<Value extends string>({
  legend,
  options,
  value,
  onChoose,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <div className="choice-options">
        {options.map((option) => (
          <label key={option.value} className="choice-option" lang={option.language}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            {option.picture}
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
