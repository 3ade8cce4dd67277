"use client";
import { type ReactNode, useState } from "react";
import { Popover } from "../overlays/popover.tsx";
import { ValueList, type ValueListProps, type ValueOption } from "./value-list.tsx";

type Common = {
  label: string;
  options: readonly ValueOption[];
  /** The value as a button. One element that takes a ref. */
  trigger: ReactNode;
  align?: "start" | "end" | undefined;
  placeholder?: string | undefined;
  onSearch?: ((text: string) => void) | undefined;
  empty?: string | undefined;
  onCreate?: ((typed: string) => void) | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
  /** Gets the focus when it closes. By default the trigger does. */
  returnFocus?: (() => void) | undefined;
};
type ValueMenuProps = Common & { value: string | null; onChange: (value: string) => void };

/** A value that opens its own menu. Choosing an option closes it. */
export function ValueMenu({ value, onChange, ...common }: ValueMenuProps) {
  const [opened, setOpened] = useState(false);
  const open = common.open ?? opened;
  const setOpen = common.onOpenChange ?? setOpened;
  const pick = (picked: string) => {
    setOpen(false);
    onChange(picked);
  };
  return (
    <ListPopover
      {...common}
      open={open}
      onOpenChange={setOpen}
      chosen={value === null ? [] : [value]}
      onKeep={() => setOpen(false)}
      onPick={pick}
    />
  );
}

type ValuesMenuProps = Common & { values: readonly string[]; onChange: (values: string[]) => void };

/** The same for several values: choosing toggles, and it stays open. */
export function ValuesMenu({ values, onChange, ...common }: ValuesMenuProps) {
  const toggle = (picked: string) =>
    onChange(values.includes(picked) ? values.filter((one) => one !== picked) : [...values, picked]);
  return <ListPopover {...common} chosen={values} onPick={toggle} />;
}

type ListPopoverProps = Common & Pick<ValueListProps, "chosen" | "onKeep" | "onPick">;

function ListPopover({ trigger, align, open, onOpenChange, returnFocus, ...list }: ListPopoverProps) {
  const popover = { label: list.label, trigger, align, open, onOpenChange, returnFocus };
  return (
    <Popover {...popover} room="list">
      <ValueList {...list} />
    </Popover>
  );
}
