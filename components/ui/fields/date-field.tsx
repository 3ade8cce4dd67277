"use client";
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useState } from "react";
import { type LocalDate, localToday, wordsOfDate } from "#lib/base/time/local-date.ts";
import { cx } from "../cx.ts";
import styles from "./date-field.module.css";
import { FieldFrame } from "./field.tsx";
import { Input } from "./input.tsx";
import { parseDate } from "./parse-date.ts";

type DateFieldProps = {
  label: string;
  labelHidden?: boolean | undefined;
  value: LocalDate | null;
  /** Called when a day was read, or with null when the field was emptied. */
  onChange: (value: LocalDate | null) => void;
  /** Called while typing: whether the text isn't a day. */
  onUnread?: ((isUnread: boolean) => void) | undefined;
  /** Called with the day that was read when Enter is pressed, which then doesn't send the form. */
  onEnter?: ((value: LocalDate | null) => void) | undefined;
  hint?: ReactNode;
  /** An error from elsewhere, shown if the text itself is valid. */
  error?: string | undefined;
  optional?: boolean | undefined;
  placeholder?: string | undefined;
  autoFocus?: boolean | undefined;
  /** The reader's day; today when left out. */
  today?: LocalDate | undefined;
};

const focusNow = (input: HTMLInputElement | null) => input?.focus();

/** A day in words: "next fri" shows the day it means, and is written out when the field is left. */
export function DateField(props: DateFieldProps) {
  const {
    label,
    labelHidden,
    value,
    onChange,
    onUnread,
    onEnter,
    hint,
    error,
    optional,
    autoFocus,
    today = localToday(),
  } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(true);
  const [kept, setKept] = useState("");
  const reading = typed === null ? null : parseDate(typed, today);
  const current = (left && reading?.ok === false ? reading.reason : undefined) ?? error;
  const refusal = useSteady(current, typed !== null);

  const echo = reading?.ok ? wordsOfDate(reading.date, today) : "";

  const type = (text: string | null) => {
    setTyped(text);
    onUnread?.(text !== null && parseDate(text, today)?.ok === false);
  };
  const leave = () => {
    setLeft(true);
    if (typed === null || reading?.ok === false) return value;
    setTyped(null);
    setKept(echo);
    const next = reading?.date ?? null;
    if (next !== value) onChange(next);
    return next;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") type(null);
    if (event.key !== "Enter") return;
    const read = leave();
    if (!onEnter) return;
    event.preventDefault();
    onEnter(read);
  };
  const describedBy = cx(typed !== null && `${id}-echo`, refusal && `${id}-error`, Boolean(hint) && `${id}-hint`);
  return (
    <FieldFrame id={id} label={label} labelHidden={labelHidden} optional={optional} hint={hint} error={refusal}>
      <div className={styles.date}>
        <Input
          id={id}
          autoComplete="off"
          placeholder={props.placeholder ?? "next Fri, in 2 weeks, 17 Feb"}
          ref={autoFocus ? focusNow : undefined}
          value={typed ?? (value ? wordsOfDate(value, today) : "")}
          aria-describedby={describedBy}
          aria-invalid={refusal ? true : undefined}
          data-unread={reading?.ok === false || undefined}
          onChange={(event) => {
            type(event.target.value);
            setLeft(false);
          }}
          onBlur={leave}
          onKeyDown={onKeyDown}
        />
        {/* Its place stays once the field is left, or a button below would move away from under the pointer. */}
        <output id={`${id}-echo`} data-kept={typed === null || undefined}>
          {typed === null ? kept : echo}
        </output>
      </div>
    </FieldFrame>
  );
}

/**
 * Returns a value as it was when the mouse was pressed, until its click is over. An error that comes or goes between the
 * two would move a button away from under the pointer.
 */
function useSteady<Value>(value: Value, isWatched: boolean): Value {
  const [held, setHeld] = useState<{ value: Value } | null>(null);
  const hold = useEffectEvent(() => setHeld({ value }));
  useEffect(() => {
    if (!isWatched) return undefined;
    const press = () => {
      hold();
      const release = () => {
        removeEventListener("click", release);
        setHeld(null);
      };
      addEventListener("click", release);
      // After a press that ends elsewhere, no click comes.
      addEventListener("mouseup", () => setTimeout(release), { once: true, capture: true });
    };
    addEventListener("mousedown", press, { capture: true });
    return () => removeEventListener("mousedown", press, { capture: true });
  }, [isWatched]);
  return held ? held.value : value;
}
