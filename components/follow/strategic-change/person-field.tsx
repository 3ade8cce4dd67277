"use client";

import { usePeople } from "#components/follow/action-item/use-people.ts";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Field } from "#components/ui/fields/field.tsx";

interface PersonFieldProps {
  label: string;
  /** The id of the person, or empty. */
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
}

/** The person who is named in a decision: who keeps or accepts a risk, or assesses a proposal. */
export function PersonField({ label, value, onChange, error }: PersonFieldProps) {
  const people = usePeople();
  return (
    <Field label={label} error={error}>
      <Combobox
        label={label}
        value={value}
        options={[{ value: "", label: "No one chosen", isNone: true }, ...people.options]}
        onChange={onChange}
        onSearch={people.onSearch}
      />
    </Field>
  );
}
