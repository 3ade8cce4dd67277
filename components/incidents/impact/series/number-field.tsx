"use client";

import { useId, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { Input } from "#components/ui/fields/input.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./series-form.module.css";

type NumberFieldProps = { label: string; value: number; unit: string; max: number; onChange: (value: number) => void };

/** A figure with its unit, in a row of the calculation. Invalid text changes nothing and is reset on leaving. */
export function NumberField({ label, value, unit, max, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const read = (text: string) => {
    const match = /^\s*(\d{1,6}(?:[.,]\d{1,3})?)\s*(?:%|s|sec|seconds)?\s*$/i.exec(text);
    const number = match ? Number((match[1] ?? "").replace(",", ".")) : Number.NaN;
    return number >= 0 && number <= max ? number : null;
  };
  const isWrong = typed !== null && read(typed) === null;
  return (
    <div>
      <dt>
        <label htmlFor={id}>{label}</label>
      </dt>
      <dd>
        <Input
          id={id}
          className={cx(styles.number, textStyles.figure)}
          inputMode="decimal"
          autoComplete="off"
          value={typed ?? (unit === "%" ? `${value}%` : `${value} ${unit}`)}
          aria-invalid={isWrong || undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            const number = read(event.target.value);
            if (number !== null) onChange(number);
          }}
          onBlur={() => setTyped(null)}
        />
      </dd>
    </div>
  );
}
