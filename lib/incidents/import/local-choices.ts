import { twoDigits } from "#lib/base/time/clock.ts";
import { toInstant } from "#lib/base/time/zones.ts";

export interface LocalChoice {
  label: string;
  at: string;
}

interface Asked {
  ambiguity: { reason: string; local: string | null } | null;
  zone: string | null;
}

/**
 * Returns the instants that a stated local time can mean: its two halves of the day, both passes of a repeated time, or
 * the instants around a skipped one. Empty if the time has no time zone or is unambiguous.
 */
export function localChoices({ ambiguity, zone }: Asked): LocalChoice[] {
  if (!ambiguity?.local || zone === null) return [];
  if (ambiguity.reason === "half_day") return halves(ambiguity.local, zone);
  const result = toInstant(ambiguity.local, zone);
  if (result.kind === "fold")
    return [
      { label: "The earlier", at: result.earlier },
      { label: "The later", at: result.later },
    ];
  if (result.kind === "skipped")
    return [
      { label: "Before the jump", at: result.before },
      { label: "After the jump", at: result.after },
    ];
  return [];
}

/** 12:30 without am or pm is 00:30 or 12:30. A half that the clocks skip or repeat is left out. */
function halves(local: string, zone: string): LocalChoice[] {
  const hour = Number(local.slice(11, 13)) % 12;
  return [hour, hour + 12].flatMap((one) => {
    const clock = `${twoDigits(one)}${local.slice(13)}`;
    const result = toInstant(`${local.slice(0, 11)}${clock}`, zone);
    return result.kind === "ok" ? [{ label: clock.slice(0, 5), at: result.instant }] : [];
  });
}
