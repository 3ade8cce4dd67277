"use client";

import { ArrowDown, ArrowUp, Pin } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import { columnLabel, NARROWEST_PX, WIDEST_PX } from "#lib/follow/action-item/query/columns.ts";
import styles from "./columns-menu.module.css";
import { nameOf, useColumnTable } from "./use-column-table.ts";

export interface ColumnsMenuProps {
  columns: string | null;
  onChange: (columns: string | null) => void;
}

/**
 * The columns of the table in their order: shown or not, pinned, and how wide. Alt with an arrow moves one. A button at its
 * end keeps the focus, so it isn't disabled.
 */
export function ColumnsMenu({ columns, onChange }: ColumnsMenuProps) {
  const { table, move } = useColumnTable(columns, onChange);
  const shown = table.getVisibleLeafColumns();
  const menu = useRef<HTMLDivElement>(null);
  useKeptFocus(menu);
  const moveBy = (at: number, by: number) => {
    const [column, other] = [shown[at], shown[at + by]];
    if (column && other) move(column.id, other.id, by > 0);
  };
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    moveBy(at, by);
  };
  return (
    <div ref={menu} className={styles.columns}>
      <ol aria-label="Shown columns">
        {shown.map((column, at) => {
          const label = columnLabel(nameOf(column));
          const isPinned = column.getIsPinned() !== false;
          return (
            <li key={column.id} onKeyDown={onKeyDown(at)}>
              <Checkbox
                checked
                aria-label={`Show ${label}`}
                disabled={shown.length === 1}
                onChange={() => column.toggleVisibility(false)}
              />
              <span>{label}</span>
              <BareIconButton
                label={`Pin ${label}`}
                aria-pressed={isPinned}
                icon={<Pin size={14} />}
                onClick={() => column.pin(isPinned ? false : "start")}
              />
              <Width
                label={label}
                widthPx={column.getSize()}
                onChange={(widthPx) => table.setColumnSizing((widths) => ({ ...widths, [column.id]: widthPx }))}
              />
              <BareIconButton
                label={`Move ${label} up`}
                aria-disabled={at === 0}
                icon={<ArrowUp size={14} />}
                onClick={() => moveBy(at, -1)}
              />
              <BareIconButton
                label={`Move ${label} down`}
                aria-disabled={at === shown.length - 1}
                icon={<ArrowDown size={14} />}
                onClick={() => moveBy(at, 1)}
              />
            </li>
          );
        })}
      </ol>
      <ul aria-label="Hidden columns">
        {table
          .getAllLeafColumns()
          .filter((column) => !column.getIsVisible())
          .map((column) => (
            <li key={column.id}>
              <Checkbox
                checked={false}
                aria-label={`Show ${columnLabel(nameOf(column))}`}
                onChange={() => column.toggleVisibility(true)}
              />
              <span>{columnLabel(nameOf(column))}</span>
            </li>
          ))}
      </ul>
      <Button kind="ghost" aria-disabled={columns === null} onClick={() => onChange(null)}>
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
    if (!Number.isNaN(typed)) onChange(typed);
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
