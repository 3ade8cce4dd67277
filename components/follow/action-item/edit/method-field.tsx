import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";

interface MethodFieldProps {
  value: string;
  /** Whether someone tried to send it, so an empty field is an error. */
  isTried: boolean;
  onChange: (method: string) => void;
}

/** How a piece of evidence was checked. */
export function MethodField({ value, isTried, onChange }: MethodFieldProps) {
  return (
    <Field
      label="How it was checked"
      hint="For example, a test, a drill, observed in production, or a metric over 7 days"
      error={isTried && !value.trim() ? "Enter how it was checked" : undefined}
    >
      <Input maxLength={LENGTHS.actionItem.method} value={value} onChange={({ target }) => onChange(target.value)} />
    </Field>
  );
}
