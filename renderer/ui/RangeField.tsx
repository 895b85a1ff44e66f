// A number chosen on a line, its value in words beside it.
import { useId } from 'react';
import './ui.css';

interface RangeFieldProps {
  readonly label: string;
  /** The value as the reader should read it: `18 px`. */
  readonly valueText: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly onChange: (value: number) => void;
}

export function RangeField({
  label,
  valueText,
  value,
  least,
  most,
  step,
  onChange,
}: RangeFieldProps) {
  const id = useId();
  return (
    <div className="range-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={value}
        aria-valuetext={valueText}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      <output htmlFor={id} aria-hidden="true">
        {valueText}
      </output>
    </div>
  );
}
