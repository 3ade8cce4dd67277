"use client";
import { useState } from "react";
import { ValueMenu, ValuesMenu } from "../choices/value-menu.tsx";
import { Chip, ChipPart } from "../labels/chip.tsx";
import textStyles from "../roles/text.module.css";
import type { FilterField } from "./filter-field.ts";

type FilterChipProps = {
  field: FilterField;
  values: readonly string[];
  startsOpen: boolean;
  onChange: (values: readonly string[]) => void;
  onRemove: () => void;
};

/** One condition. A condition without a value is removed when its menu closes. */
export function FilterChip({ field, values, startsOpen, onChange, onRemove }: FilterChipProps) {
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
