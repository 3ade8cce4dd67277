"use client";

import { ArrowDown, ArrowUp, Pin } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import {
  type Column,
  columnLabel,
  columnsOf,
  fitWidth,
  NARROWEST_PX,
  otherColumns,
  printColumns,
  WIDEST_PX,
} from "#lib/follow/action-item/query/columns.ts";
import styles from "./columns-menu.module.css";

export interface ColumnsMenuProps {
  columns: string | null;
  onChange: (columns: string | null) => void;
}

/** The columns of the table in their order: shown or not, pinned, and how wide. Alt with an arrow moves one. */
export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  const shown = columnsOf(columns);
  const put = (next: readonly Column[]) => next.length > 0 && onChange(printColumns(next));
  const change = (at: number, part: Partial<Column>) =>
    put(shown.map((column, index) => (index === at ? { ...column, ...part } : column)));
  const move = (at: number, by: number) => {
    const to = at + by;
    const column = shown[at];
    if (column && to >= 0 && to < shown.length) put(shown.toSpliced(at, 1).toSpliced(to, 0, column));
  };
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    move(at, by);
  };
  return (
    <div className={styles.columns}>
      <ol aria-label="Shown columns">
        {shown.map((column, at) => {
          const label = columnLabel(column.name);
          return (
            <li key={column.name} onKeyDown={onKeyDown(at)}>
              <Checkbox
                checked
                aria-label={`Show ${label}`}
                disabled={shown.length === 1}
                onChange={() => put(shown.filter((_, index) => index !== at))}
              />
              <span>{label}</span>
              <BareIconButton
                label={`Pin ${label}`}
                aria-pressed={column.pinned}
                icon={<Pin size={14} />}
                onClick={() => change(at, { pinned: !column.pinned })}
              />
              <Width label={label} widthPx={column.widthPx} onChange={(widthPx) => change(at, { widthPx })} />
              <BareIconButton
                label={`Move ${label} up`}
                disabled={at === 0}
                icon={<ArrowUp size={14} />}
                onClick={() => move(at, -1)}
              />
              <BareIconButton
                label={`Move ${label} down`}
                disabled={at === shown.length - 1}
                icon={<ArrowDown size={14} />}
                onClick={() => move(at, 1)}
              />
            </li>
          );
        })}
      </ol>
      <ul aria-label="Hidden columns">
        {otherColumns(shown).map((column) => (
          <li key={column.name}>
            <Checkbox
              checked={false}
              aria-label={`Show ${columnLabel(column.name)}`}
              onChange={() => put([...shown, column])}
            />
            <span>{columnLabel(column.name)}</span>
          </li>
        ))}
      </ul>
      <Button kind="ghost" disabled={columns === null} onClick={() => onChange(null)}>
        Reset columns
      </Button>
    </div>
  );
}

interface WidthProps {
  label: string;
  widthPx: number;
  onChange: (widthPx: number) => void;
}

/** A width as it is typed. It applies on Enter or when the field is left, as near as a column can have it. */
function Width({ label, widthPx, onChange }: WidthProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const apply = () => {
    const typed = Number(draft || Number.NaN);
    setDraft(null);
    if (!Number.isNaN(typed)) onChange(fitWidth(typed));
  };
  return (
    <Input
      className={styles.width}
      type="number"
      aria-label={`Width of ${label} in px`}
      min={NARROWEST_PX}
      max={WIDEST_PX}
      step={8}
      value={draft ?? widthPx}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={() => draft !== null && apply()}
      onKeyDown={({ key }) => key === "Enter" && draft !== null && apply()}
    />
  );
}
