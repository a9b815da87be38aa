import './choice-bar.css';

export interface ChoiceBarProps<K extends string> {
  readonly label: string;
  readonly options: readonly { readonly key: K; readonly label: string }[];
  /** null: none of them. */
  readonly value: K | null;
  readonly onChange: (key: K) => void;
}

/** A few choices side by side, of which one or none is pressed. */
export function ChoiceBar<K extends string>({ label, options, value, onChange }: ChoiceBarProps<K>) {
  return (
    <div role="group" aria-label={label} className="cc-choices">
      {options.map((option) => (
        <button
          key={option.key}
          type="button"
          className="cc-plain-button cc-choice"
          aria-pressed={option.key === value}
          onClick={() => onChange(option.key)}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
