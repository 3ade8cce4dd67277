import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { LENGTHS } from "#lib/contract/lengths.ts";

interface AddressFieldProps {
  value: string;
  hint?: string | undefined;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The address of a link or link card. It is selected at first, so typing replaces it. */
export function AddressField({ value, hint, error, onChange }: AddressFieldProps) {
  return (
    <Field label="Address" hint={hint} error={error}>
      <Input
        type="url"
        inputMode="url"
        autoFocus
        autoComplete="off"
        maxLength={LENGTHS.url}
        value={value}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => onChange(target.value)}
      />
    </Field>
  );
}
