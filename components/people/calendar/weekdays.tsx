import { useId } from "react";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { WEEK } from "./working-days.ts";

type WeekdaysProps = {
  label: string;
  /** 0 is Sunday. */
  days: readonly number[];
  error?: string | undefined;
  onDays: (days: number[]) => void;
};

/** A choice of weekdays, from Monday. */
export function Weekdays({ label, days, error, onDays }: WeekdaysProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className={textStyles.secondary}>{label}</legend>
      <span className={layoutStyles.wrappingRow}>
        {WEEK.map(({ day, name, short }) => (
          <Checkbox
            key={day}
            label={short}
            aria-label={name}
            checked={days.includes(day)}
            onChange={({ target }) => onDays(target.checked ? [...days, day] : days.filter((one) => one !== day))}
          />
        ))}
      </span>
      <FieldError id={id} message={error} />
    </fieldset>
  );
}
