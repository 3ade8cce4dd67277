import type { ReactNode } from "react";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";

type PasswordFieldProps = {
  label: string;
  value: string;
  onChange: (password: string) => void;
  error?: string | undefined;
  aside?: ReactNode;
  autoFocus?: boolean;
  className?: string | undefined;
};

/** The current password, as a password manager fills it in. */
export function PasswordField({ label, value, onChange, error, aside, autoFocus, className }: PasswordFieldProps) {
  return (
    <Field label={label} error={error} aside={aside} className={className}>
      <Input
        size="lg"
        type="password"
        name="password"
        autoComplete="current-password"
        required
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
