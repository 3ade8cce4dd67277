"use client";
import { type CSSProperties, type ReactNode, useId } from "react";
import field from "../fields/field.module.css";
import textStyles from "../roles/text.module.css";
import styles from "./option.module.css";

export type OptionChoice = {
  value: string;
  label: ReactNode;
  /** The effect of choosing it. */
  consequence?: ReactNode;
  disabled?: boolean | undefined;
};

type OptionsProps = {
  label: string;
  /** Hides the label if the layout already shows it. */
  labelHidden?: boolean | undefined;
  value: string | null;
  options: readonly OptionChoice[];
  onChange: (value: string) => void;
  /** Columns on a wide screen. Two when narrow, one on a phone. */
  columns?: number | undefined;
};

/** Radio options that each state their consequence. */
export function Options({ label, labelHidden, value, options, onChange, columns = options.length }: OptionsProps) {
  const name = useId();
  // A dialog that looks for its first control finds the chosen one, as Tab does.
  const isChosen = options.some((option) => option.value === value);
  return (
    <fieldset className={field.field} data-form-field>
      <legend className={labelHidden ? textStyles.visuallyHidden : field.label}>{label}</legend>
      <div
        className={styles.options}
        style={{ "--cols": columns } as CSSProperties}
        data-pairs={columns === 4 || undefined}
      >
        {options.map((option) => (
          <label key={option.value} className={styles.option} data-chosen={option.value === value || undefined}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              tabIndex={isChosen && option.value !== value ? -1 : undefined}
              onChange={() => onChange(option.value)}
            />
            <b>{option.label}</b>
            {option.consequence ? <small>{option.consequence}</small> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
