"use client";
import { Plus } from "lucide-react";
import { useFieldProps } from "../fields/field-context.tsx";
import { Chip, ChipButton } from "../labels/chip.tsx";
import textStyles from "../roles/text.module.css";
import styles from "./token-field.module.css";
import type { ValueOption } from "./value-list.tsx";
import { ValuesMenu } from "./value-menu.tsx";

type TokenFieldProps = {
  label: string;
  values: readonly string[];
  options: readonly ValueOption[];
  onChange: (values: string[]) => void;
  /** Label of the button that adds one: "Add a service". */
  addLabel: string;
  /** Names a value that isn't among the options of the current search. */
  nameOf?: ((value: string) => string | undefined) | undefined;
  onSearch?: ((text: string) => void) | undefined;
  onCreate?: ((typed: string) => void) | undefined;
  /** Shows the values without a way to change them. */
  readOnly?: boolean | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  returnFocus?: (() => void) | undefined;
};

/** Several values as chips, each with a remove button, and a menu to add more. */
export function TokenField(props: TokenFieldProps) {
  const { label, values, options, onChange, addLabel, nameOf, readOnly = false, ...menu } = props;
  const field = useFieldProps();
  const labelOf = (value: string) =>
    options.find((option) => option.value === value)?.label ?? nameOf?.(value) ?? value;
  return (
    <fieldset className={styles.tokens} aria-label={label} data-invalid={field["aria-invalid"]}>
      {values.map((value) => (
        <Chip
          key={value}
          className={styles.token}
          title={labelOf(value)}
          remove={
            readOnly
              ? undefined
              : { label: `Remove ${labelOf(value)}`, run: () => onChange(values.filter((one) => one !== value)) }
          }
        >
          <span className={styles.words}>{labelOf(value)}</span>
        </Chip>
      ))}
      {readOnly && values.length === 0 ? <span className={textStyles.muted}>None</span> : null}
      {readOnly ? null : (
        <ValuesMenu
          label={label}
          values={values}
          options={options}
          onChange={onChange}
          {...menu}
          trigger={
            <ChipButton {...field} dashed aria-label={`${label}: ${addLabel}`}>
              <Plus size={14} />
              {addLabel}
            </ChipButton>
          }
        />
      )}
    </fieldset>
  );
}
