"use client";

import { type ComponentProps, type KeyboardEvent, useState } from "react";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { cx } from "#components/ui/cx.ts";
import { Input } from "#components/ui/fields/input.tsx";
import { Popover } from "#components/ui/overlays/popover.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./slot.module.css";

type SlotButtonProps = ComponentProps<"button"> & {
  /** A name or text from a machine. */
  isCode?: boolean | undefined;
  /** Without a value. */
  isEmpty?: boolean | undefined;
};

/** A pressable part of the sentence. */
export function SlotButton({ isCode, isEmpty, ...rest }: SlotButtonProps) {
  return (
    <button
      type="button"
      data-slot
      {...rest}
      className={cx(styles.slot, isCode && styles.code, isEmpty && styles.empty)}
    />
  );
}

type ChoiceSlotProps = {
  label: string;
  value: string;
  options: readonly ValueOption[];
  onChange: (value: string) => void;
  onSearch?: ((words: string) => void) | undefined;
  /** Shown instead of the chosen option's label. */
  shown?: string | undefined;
  isCode?: boolean | undefined;
};

/** A part of the sentence that is its own menu. */
export function ChoiceSlot({ label, value, options, onChange, onSearch, shown, isCode }: ChoiceSlotProps) {
  const words = shown ?? options.find((option) => option.value === value)?.label ?? "choose";
  return (
    <ValueMenu
      label={label}
      value={value}
      options={options}
      onChange={onChange}
      onSearch={onSearch}
      trigger={
        <SlotButton isCode={isCode} aria-label={`${label}: ${words}`}>
          {words}
        </SlotButton>
      }
    />
  );
}

type TextSlotProps = {
  label: string;
  value: string;
  placeholder: string;
  hint?: string | undefined;
  maxLength?: number | undefined;
  onChange: (value: string) => void;
};

/** A part of the sentence that is typed. Enter or leaving saves it. */
export function TextSlot({ label, value, placeholder, hint, maxLength, onChange }: TextSlotProps) {
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState(value);
  const change = (next: boolean) => {
    if (next) setTyped(value);
    else if (typed !== value) onChange(typed);
    setOpen(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    change(false);
  };
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={change}
      trigger={
        <SlotButton isCode isEmpty={value === ""} aria-label={`${label}: ${value || placeholder}`}>
          {value || placeholder}
        </SlotButton>
      }
    >
      <Input
        aria-label={label}
        value={typed}
        maxLength={maxLength}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {hint ? <p className={cx(textStyles.note, styles.hint)}>{hint}</p> : null}
    </Popover>
  );
}
