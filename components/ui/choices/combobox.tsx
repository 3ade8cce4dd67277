"use client";
import { cx } from "../cx.ts";
import { useFieldProps } from "../fields/field-context.tsx";
import textStyles from "../roles/text.module.css";
import { ChoiceButton } from "./choice-button.tsx";
import type { ValueOption } from "./value-list.tsx";
import { ValueMenu } from "./value-menu.tsx";

type ComboboxProps = {
  label: string;
  value: string | null;
  options: readonly ValueOption[];
  onChange: (value: string) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined;
  onSearch?: ((text: string) => void) | undefined;
  /** Names a value that isn't among the options of the current search. */
  nameOf?: ((value: string) => string | undefined) | undefined;
  disabled?: boolean | undefined;
  autoFocus?: boolean | undefined;
};

/** A field that opens a filtered list, inside a `Field` or alone with its label as name. */
export function Combobox({
  label,
  value,
  options,
  onChange,
  placeholder = "Choose",
  onSearch,
  nameOf,
  disabled,
  autoFocus,
}: ComboboxProps) {
  const field = useFieldProps();
  const chosen =
    options.find((option) => option.value === value)?.label ?? (value === null ? undefined : nameOf?.(value));
  const trigger = (
    <ChoiceButton
      {...field}
      wide
      disabled={disabled}
      autoFocus={autoFocus}
      aria-label={`${label}: ${chosen ?? placeholder}`}
    >
      {chosen ? (
        <span className={textStyles.truncated}>{chosen}</span>
      ) : (
        <span className={cx(textStyles.truncated, textStyles.muted)}>{placeholder}</span>
      )}
    </ChoiceButton>
  );
  return (
    <ValueMenu
      label={label}
      value={value}
      options={options}
      onChange={onChange}
      onSearch={onSearch}
      trigger={trigger}
    />
  );
}
