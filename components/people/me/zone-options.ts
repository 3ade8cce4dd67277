import type { ValueOption } from "#components/ui/value-list.tsx";

/** Time zones by name with their clock now, the reader's own first. */
export function zoneOptions(now: Date): ValueOption[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const names = new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")]);
  return [...names].map((value) => ({
    value,
    label: value.replaceAll("_", " "),
    detail: value === own ? `${clockIn(value, now)}, this browser` : clockIn(value, now),
  }));
}

/** "12:41", the clock in a zone; empty for one that this browser does not know. */
export function clockIn(timeZone: string, now: Date): string {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(now);
  } catch {
    return "";
  }
}
