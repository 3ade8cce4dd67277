"use client";
import { ListFilter } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { ValueMenu, ValuesMenu } from "../choices/value-menu.tsx";
import { cx } from "../cx.ts";
import { Kbd } from "../keys/kbd.tsx";
import { useKeys } from "../keys/use-keys.ts";
import { Chip, ChipButton, ChipPart } from "../labels/chip.tsx";
import layoutStyles from "../roles/layout.module.css";
import textStyles from "../roles/text.module.css";
import styles from "./filter-bar.module.css";
import type { Filter, FilterField } from "./filter-field.ts";

type FilterChipProps = {
  field: FilterField;
  values: readonly string[];
  startsOpen: boolean;
  onChange: (values: readonly string[]) => void;
  onRemove: () => void;
};

/** One condition. A condition without a value is removed when its menu closes. */
function FilterChip({ field, values, startsOpen, onChange, onRemove }: FilterChipProps) {
  const [open, setOpen] = useState(startsOpen);
  const words = values
    .map((value) => field.options.find((option) => option.value === value)?.label ?? value)
    .join(", ");
  const onOpenChange = (opens: boolean) => {
    setOpen(opens);
    if (!opens && values.length === 0) onRemove();
  };
  const shared = {
    label: field.label,
    options: field.options,
    open,
    onOpenChange,
    trigger: (
      <ChipPart>
        <span className={textStyles.muted}>{field.label} is </span>
        {words || "anything"}
      </ChipPart>
    ),
  };
  const pickOne = (value: string) => {
    setOpen(false);
    onChange([value]);
  };
  return (
    <Chip remove={{ label: `Remove ${field.label}`, run: onRemove }}>
      {field.multiple ? (
        <ValuesMenu {...shared} values={values} onChange={onChange} />
      ) : (
        <ValueMenu {...shared} onOpenChange={setOpen} value={values[0] ?? null} onChange={pickOne} />
      )}
    </Chip>
  );
}

type FilterBarProps = {
  fields: readonly FilterField[];
  filters: readonly Filter[];
  onChange: (filters: Filter[]) => void;
  /** A search field before the chips. */
  left?: ReactNode;
  /** Group, sort and columns at the right end. */
  right?: ReactNode;
  className?: string | undefined;
};

/** "Field is value" chips, each part a menu, and a dashed chip that adds one. F opens it. */
export function FilterBar({ fields, filters, onChange, left, right, className }: FilterBarProps) {
  const [adding, setAdding] = useState(false);
  const [fresh, setFresh] = useState<string | null>(null);
  const addChip = useRef<HTMLButtonElement>(null);
  const openAdd = () => {
    addChip.current?.scrollIntoView({ block: "nearest" });
    setAdding(true);
  };
  useKeys([{ keys: "f", label: "Add a filter", group: "List", run: openAdd }]);
  const free = fields.filter((field) => !filters.some((filter) => filter.field === field.key));
  const set = (field: string, values: readonly string[]) =>
    onChange(filters.map((filter) => (filter.field === field ? { field, values } : filter)));
  const remove = (field: string) => onChange(filters.filter((filter) => filter.field !== field));
  const add = (field: string) => {
    setAdding(false);
    setFresh(field);
    onChange([...filters, { field, values: [] }]);
  };
  return (
    <fieldset className={cx(styles.filters, className)} aria-label="Filters">
      {left}
      {filters.map((filter) => {
        const field = fields.find((one) => one.key === filter.field);
        if (!field) return null;
        return (
          <FilterChip
            key={filter.field}
            field={field}
            values={filter.values}
            startsOpen={fresh === filter.field}
            onChange={(values) => set(filter.field, values)}
            onRemove={() => remove(filter.field)}
          />
        );
      })}
      {free.length > 0 ? (
        <ValueMenu
          label="Filter by"
          value={null}
          options={free.map((field) => ({ value: field.key, label: field.label }))}
          onChange={add}
          open={adding}
          onOpenChange={setAdding}
          trigger={
            <ChipButton ref={addChip} dashed aria-keyshortcuts="F">
              <ListFilter size={14} />
              Filter
              <Kbd keys="F" />
            </ChipButton>
          }
        />
      ) : null}
      {right ? <span className={cx(layoutStyles.atEnd, layoutStyles.row)}>{right}</span> : null}
    </fieldset>
  );
}
