"use client";

import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import { ValueMenu } from "#components/ui/value-menu.tsx";
import { zoneOptions } from "./zone-options.ts";

/** A time zone that is its own menu. The list is made when it is opened. */
export function ZoneMenu({ value, onChange }: { value: string; onChange: (zone: string) => void }) {
  const [open, setOpen] = useState(false);
  const options = useMemo(() => (open ? zoneOptions(new Date()) : []), [open]);
  const name = value.replaceAll("_", " ");
  return (
    <ValueMenu
      label="Time zone"
      value={value}
      options={options}
      onChange={onChange}
      open={open}
      onOpenChange={setOpen}
      placeholder="City or region"
      trigger={
        <button type="button" className="val" aria-label={`Time zone: ${name}`}>
          {name}
          <ChevronDown className="i s" />
        </button>
      }
    />
  );
}
