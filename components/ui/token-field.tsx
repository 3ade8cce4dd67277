"use client";
import { Plus, X } from "lucide-react";
import { useFieldProps } from "./field-context.tsx";
import type { ValueOption } from "./value-list.tsx";
import { ValuesMenu } from "./value-menu.tsx";

type TokenFieldProps = {
  label: string;
  values: readonly string[];
  options: readonly ValueOption[];
  onChange: (values: string[]) => void;
  /** Words of the button that adds one: "Add a service". */
  addLabel: string;
  /** Names a value that a search left out of the options. */
  nameOf?: ((value: string) => string | undefined) | undefined;
  onSearch?: ((text: string) => void) | undefined;
  onCreate?: ((typed: string) => void) | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  returnFocus?: (() => void) | undefined;
};

/** Several values as chips, each with its own remove button, and a menu to add more. */
export function TokenField({ label, values, options, onChange, addLabel, nameOf, ...menu }: TokenFieldProps) {
  const field = useFieldProps();
  const labelOf = (value: string) =>
    options.find((option) => option.value === value)?.label ?? nameOf?.(value) ?? value;
  return (
    <fieldset className="tok" aria-label={label} data-invalid={field["aria-invalid"]}>
      {values.map((value) => (
        <span key={value} className="chip">
          {labelOf(value)}
          <button
            type="button"
            aria-label={`Remove ${labelOf(value)}`}
            onClick={() => onChange(values.filter((one) => one !== value))}
          >
            <X size={14} />
          </button>
        </span>
      ))}
      <ValuesMenu
        label={label}
        values={values}
        options={options}
        onChange={onChange}
        {...menu}
        trigger={
          <button {...field} type="button" className="chip add" aria-label={`${label}: ${addLabel}`}>
            <Plus size={14} />
            {addLabel}
          </button>
        }
      />
    </fieldset>
  );
}
