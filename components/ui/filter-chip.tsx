"use client";
import { X } from "lucide-react";
import { useEffect, useState } from "react";
import type { FilterField } from "./filter-field.ts";
import { ValueMenu, ValuesMenu } from "./value-menu.tsx";

type FilterChipProps = {
  field: FilterField;
  values: readonly string[];
  startsOpen: boolean;
  onChange: (values: readonly string[]) => void;
  onRemove: () => void;
};

const FOCUS_SETTLES_MS = 60;

/** One condition. A condition without a value is dropped when its menu closes. */
export function FilterChip({ field, values, startsOpen, onChange, onRemove }: FilterChipProps) {
  const [open, setOpen] = useState(false);
  // The menu that added this chip still gives its focus back; a menu that is open by then would take that for a way out.
  useEffect(() => {
    if (!startsOpen) return;
    const timer = setTimeout(() => setOpen(true), FOCUS_SETTLES_MS);
    return () => clearTimeout(timer);
  }, [startsOpen]);
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
      <button type="button" className="part">
        <span className="op">{field.label} is </span>
        {words || "anything"}
      </button>
    ),
  };
  const pickOne = (value: string) => {
    setOpen(false);
    onChange([value]);
  };
  return (
    <span className="chip">
      {field.multiple ? (
        <ValuesMenu {...shared} values={values} onChange={onChange} />
      ) : (
        <ValueMenu {...shared} onOpenChange={setOpen} value={values[0] ?? null} onChange={pickOne} />
      )}
      <button type="button" aria-label={`Remove ${field.label}`} onClick={onRemove}>
        <X size={14} />
      </button>
    </span>
  );
}
