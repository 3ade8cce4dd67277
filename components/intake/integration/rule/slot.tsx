"use client";

import { type KeyboardEvent, useState } from "react";
import { cx } from "#components/ui/cx.ts";
import { Input } from "#components/ui/input.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { ValueOption } from "#components/ui/value-list.tsx";
import { ValueMenu } from "#components/ui/value-menu.tsx";

type ChoiceSlotProps = {
  label: string;
  value: string;
  options: readonly ValueOption[];
  onChange: (value: string) => void;
  onSearch?: ((words: string) => void) | undefined;
  /** In place of the chosen option's label. */
  shown?: string | undefined;
  className?: string | undefined;
};

/** A part of the sentence that is its own menu. */
export function ChoiceSlot({ label, value, options, onChange, onSearch, shown, className }: ChoiceSlotProps) {
  const words = shown ?? options.find((option) => option.value === value)?.label ?? "choose";
  return (
    <ValueMenu
      label={label}
      value={value}
      options={options}
      onChange={onChange}
      onSearch={onSearch}
      trigger={
        <button type="button" className={cx("slot", className)} aria-label={`${label}: ${words}`}>
          {words}
        </button>
      }
    />
  );
}

type TextSlotProps = {
  label: string;
  value: string;
  placeholder: string;
  hint?: string | undefined;
  onChange: (value: string) => void;
};

/** A part of the sentence that is typed: Enter or leaving keeps it. */
export function TextSlot({ label, value, placeholder, hint, onChange }: TextSlotProps) {
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
        <button
          type="button"
          className={cx("slot mono", value === "" && "add")}
          aria-label={`${label}: ${value || placeholder}`}
        >
          {value || placeholder}
        </button>
      }
    >
      <Input
        aria-label={label}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {hint ? <p className="fld-h">{hint}</p> : null}
    </Popover>
  );
}
