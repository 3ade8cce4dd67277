"use client";

import { ChevronDown } from "lucide-react";
import { useMemo, useState } from "react";
import type { ValueOption } from "#components/ui/choices/value-list.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { regionZones } from "#lib/base/time/zone-names.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";

/** Time zones by name with their current time, the reader's own first. */
function zoneOptions(now: Date): ValueOption[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = new Set([own, "UTC", ...regionZones()]);
  return [...names].map((value) => {
    const clock = clockIn(now.getTime(), value).time.slice(0, 5);
    return { value, label: value.replaceAll("_", " "), detail: value === own ? `${clock}, this browser` : clock };
  });
}

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
        <ValueButton aria-label={`Time zone: ${name}`}>
          {name}
          <ChevronDown size={14} />
        </ValueButton>
      }
    />
  );
}
