"use client";
import { Command } from "cmdk";
import { Check, Plus } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import input from "../fields/input.module.css";
import { Kbd } from "../keys/kbd.tsx";
import menu from "../overlays/menu.module.css";
import layoutStyles from "../roles/layout.module.css";
import textStyles from "../roles/text.module.css";
import { canCreate, matchScore, rankByWords } from "./match-words.ts";
import styles from "./value-list.module.css";

export type ValueOption = {
  value: string;
  label: string;
  /** Muted second line. */
  detail?: string | undefined;
  icon?: ReactNode;
  keys?: string | undefined;
  disabled?: boolean | undefined;
  /** It means none of the others, and isn't among what a server finds by words. */
  isNone?: boolean | undefined;
};

export type ValueListProps = {
  label: string;
  options: readonly ValueOption[];
  chosen: readonly string[];
  /** For a list of one value, which starts at the chosen one. Picking that changes nothing and calls this. */
  onKeep?: (() => void) | undefined;
  /** The chosen value, for options from a server: it can be on a page that isn't loaded. */
  current?: ValueOption | undefined;
  onPick: (value: string) => void;
  placeholder?: string | undefined;
  /** Called with the typed text, for options from a server. The list then doesn't filter. */
  onSearch?: ((text: string) => void) | undefined;
  empty?: string | undefined;
  /** Offers the typed text as a new value, last, if no option has that name. */
  onCreate?: ((typed: string) => void) | undefined;
};

const CREATE = "+create";
const FILTER_FROM = 7;
const NONE = "";
/** Names an option in the list, which takes an empty name for none: the arrow keys would stay on it. */
const nameOf = (value: string) => `=${value}`;
/** Returns what picking a value of a list does. */
export const pickerOf =
  ({ chosen, onKeep, onPick }: Pick<ValueListProps, "chosen" | "onKeep" | "onPick">) =>
  (value: string) =>
    onKeep && chosen.includes(value) ? onKeep() : onPick(value);

const MOVES = /^(Arrow(Up|Down)|Home|End|[jknp])$/;

/** A list with a filter and arrow keys, used by menus and comboboxes. A short list shows the filter once it is used. */
export function ValueList(props: ValueListProps) {
  const { label, chosen, onKeep, current, placeholder, onSearch, empty, onCreate } = props;
  const [typed, setTyped] = useState("");
  const [moved, setMoved] = useState(NONE);
  const isAdded = current && (typed === "" || !onSearch) && !props.options.some(({ value }) => value === current.value);
  const found = props.options.filter(({ isNone, label: name }) => !isNone || matchScore(name, typed) > 0);
  const options = isAdded ? [current, ...found] : found;
  const showsFilter = options.length >= FILTER_FROM || onSearch !== undefined || onCreate !== undefined || typed !== "";
  const shown = onSearch
    ? options
    : rankByWords(options, (option) => matchScore(option.label, typed, option.detail ? [option.detail] : []));
  const enabled = shown.filter((option) => !option.disabled);
  const fresh = onCreate && canCreate(options, typed) ? typed.trim() : NONE;
  const values = [...enabled.map(({ value }) => nameOf(value)), ...(fresh === NONE ? [] : [CREATE])];
  const [first] = onKeep && typed === "" ? chosen : [];
  const start = first === undefined ? NONE : nameOf(first);
  const highlighted = [moved, start].find((one) => values.includes(one)) ?? values[0] ?? NONE;
  // The list also reports its automatic highlight. Only a person's choice is kept when the options change.
  const isByHand = useRef(false);
  const byHand = (event: KeyboardEvent) => {
    if (MOVES.test(event.key)) isByHand.current = true;
    // It sends the form, and would first undo the choice that Enter has just made.
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.preventDefault();
  };
  const type = (text: string) => {
    setTyped(text);
    setMoved(NONE);
    isByHand.current = false;
    onSearch?.(text);
  };
  const pick = pickerOf(props);
  return (
    <Command
      label={label}
      shouldFilter={false}
      value={highlighted}
      onValueChange={(value) => (isByHand.current ? setMoved(value) : undefined)}
      onKeyDown={byHand}
      onPointerMove={() => {
        isByHand.current = true;
      }}
      loop
    >
      <div className={showsFilter ? styles.filter : textStyles.visuallyHidden}>
        <Command.Input
          className={input.input}
          placeholder={placeholder ?? "Filter"}
          value={typed}
          onValueChange={type}
        />
      </div>
      <Command.List label={label}>
        <Command.Empty className={styles.none}>{empty ?? "No matches"}</Command.Empty>
        {shown.map((option) => (
          <Command.Item
            key={option.value}
            className={menu.item}
            value={nameOf(option.value)}
            disabled={option.disabled ?? false}
            onSelect={() => pick(option.value)}
          >
            {option.icon}
            <span className={layoutStyles.fill}>
              {option.label}
              {option.detail ? <small>{option.detail}</small> : null}
            </span>
            {option.keys ? <Kbd keys={option.keys} /> : null}
            {chosen.includes(option.value) ? (
              <>
                <span className={textStyles.visuallyHidden}>, chosen</span>
                <Check size={14} className={menu.tick} />
              </>
            ) : null}
          </Command.Item>
        ))}
        {fresh === NONE ? null : (
          <Command.Item
            className={menu.item}
            value={CREATE}
            onSelect={() => {
              onCreate?.(fresh);
              type("");
            }}
          >
            <Plus size={14} />
            <span className={layoutStyles.fill}>Add “{fresh}”</span>
          </Command.Item>
        )}
      </Command.List>
    </Command>
  );
}
