"use client";
import { Command } from "cmdk";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { holdsWords } from "./holds-words.ts";
import { Kbd } from "./kbd.tsx";

export type ValueOption = {
  value: string;
  label: string;
  /** Muted second line. */
  detail?: string | undefined;
  icon?: ReactNode;
  keys?: string | undefined;
  disabled?: boolean | undefined;
};

type ValueListProps = {
  label: string;
  options: readonly ValueOption[];
  chosen: readonly string[];
  onPick: (value: string) => void;
  placeholder?: string | undefined;
  /** Called with what was typed, for options that come from a server; the list then does not filter. */
  onSearch?: ((text: string) => void) | undefined;
  empty?: string | undefined;
};

const FILTER_FROM = 7;

/** A list with a filter and arrow keys, as menus and comboboxes open it. Short lists hide the filter. */
export function ValueList({ label, options, chosen, onPick, placeholder, onSearch, empty }: ValueListProps) {
  const long = options.length >= FILTER_FROM || onSearch !== undefined;
  return (
    <Command label={label} shouldFilter={onSearch === undefined} filter={rank} loop>
      <div className={long ? "mq" : "vh"}>
        <Command.Input
          className="in"
          placeholder={placeholder ?? "Filter"}
          {...(onSearch ? { onValueChange: onSearch } : {})}
        />
      </div>
      <Command.List label={label}>
        <Command.Empty className="none">{empty ?? "Nothing matches"}</Command.Empty>
        {options.map((option) => (
          <Command.Item
            key={option.value}
            className="mi"
            value={option.value}
            keywords={option.detail ? [option.label, option.detail] : [option.label]}
            disabled={option.disabled ?? false}
            onSelect={() => onPick(option.value)}
          >
            {option.icon}
            <span className="grow">
              {option.label}
              {option.detail ? <small>{option.detail}</small> : null}
            </span>
            {option.keys ? <Kbd keys={option.keys} /> : null}
            {chosen.includes(option.value) ? (
              <>
                <span className="vh">, chosen</span>
                <Check className="i s tick" />
              </>
            ) : null}
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

/** The value is an id, so only label and detail count. */
function rank(_value: string, typed: string, words: string[] = []): number {
  return holdsWords(words.join(" "), typed) ? 1 : 0;
}
