"use client";

import { useId } from "react";
import { cx } from "#components/ui/cx.ts";
import { FieldFrame } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { When } from "./use-when.ts";
import styles from "./when-field.module.css";
import { readingWords } from "./when-words.ts";
import { ZoneField } from "./zone-field.tsx";

type WhenFieldProps = {
  label: string;
  labelHidden?: boolean | undefined;
  when: When;
  placeholder?: string | undefined;
  /** Time zones offered first. */
  zones: readonly string[];
  /** An error from elsewhere. */
  error?: string | undefined;
  /** Shown while the field is empty. */
  emptyWords?: string | undefined;
  autoFocus?: boolean | undefined;
};

const focusNow = (input: HTMLInputElement | null) => input?.focus();

/** A moment in words with its time zone. Its meaning is shown next to it. */
export function WhenField(props: WhenFieldProps) {
  const { label, labelHidden, when, placeholder = "today 12:31, 31 Jan 2017 18:00", zones, error, emptyWords } = props;
  const id = useId();
  const refusal = when.reading?.ok === false ? when.reading.reason : error;
  const echo = when.reading?.ok ? readingWords(when.reading) : when.reading === null ? (emptyWords ?? "") : "";
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} error={refusal}>
      <div className={styles.row}>
        <Input
          id={id}
          ref={props.autoFocus ? focusNow : undefined}
          autoComplete="off"
          placeholder={placeholder}
          value={when.text}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={cx(`${id}-echo`, refusal && `${id}-error`)}
          onChange={(event) => when.setText(event.target.value)}
        />
        <ZoneField
          label={`Time zone of ${label.toLowerCase()}`}
          value={when.zone}
          atHand={zones}
          onChange={when.setZone}
        />
        <output id={`${id}-echo`} className={textStyles.figure}>
          {echo}
        </output>
      </div>
    </FieldFrame>
  );
}
