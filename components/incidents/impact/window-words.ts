import { formatDuration } from "#lib/base/time/duration.ts";
import { shortDay } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import { IMPACT_BASIS_WORDS, weightWords } from "#lib/base/vocabulary/impact.ts";
import type { ImpactWindow } from "#lib/contract/impact.ts";
import type { WindowFields } from "./patch-impact.ts";

/** "09:42:00", with its day if it isn't `knownDay`: "3 Feb 00:10:00". */
export function clockWords(at: string | number, zone: string, knownDay: string | null = null): string {
  const { day, time } = clockIn(at, zone);
  return knownDay === null || day === knownDay ? time : `${shortDay(day)} ${time}`;
}

/** "09:42:00 to 09:51:00", "09:42:00, still open". */
export function spanWords(
  { from, to }: Pick<ImpactWindow, "from" | "to">,
  zone: string,
  knownDay: string | null,
): string {
  const start = clockWords(from, zone, knownDay);
  if (to === null) return `${start}, still open`;
  const startDay = knownDay === null ? null : clockIn(from, zone).day;
  return `${start} to ${clockWords(to, zone, startDay)}`;
}

export const lengthSeconds = ({ from, to }: Pick<ImpactWindow, "from" | "to">, nowMs: number): number =>
  Math.max(0, (to === null ? nowMs : Date.parse(to)) - Date.parse(from)) / 1000;

/** "Measured, both regions": where the weight comes from. */
export const basisWords = ({ basis, reason }: Pick<ImpactWindow, "basis" | "reason">): string =>
  reason === "" ? IMPACT_BASIS_WORDS[basis] : `${IMPACT_BASIS_WORDS[basis]}, ${lowerFirst(reason)}`;

const lowerFirst = (text: string) => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text);

/** One window as a sentence, for screen readers. */
export function windowWords(window: ImpactWindow, zone: string, nowMs: number): string {
  const length = formatDuration(lengthSeconds(window, nowMs));
  const words = `${window.service.name}, weight ${weightWords(window.weight)}, ${spanWords(window, zone, null)}, ${length}`;
  return window.covered ? `${words}, covered` : words;
}

/** Describes how the other person's version differs from mine. */
export function differences(newer: ImpactWindow, mine: WindowFields, zone: string): string {
  const shown = (name: keyof WindowFields, value: unknown) => {
    if (typeof value === "number") return weightWords(value);
    if ((name === "from" || name === "to") && typeof value === "string") return clockWords(value, zone);
    if (name === "to" && value === null) return "still open";
    return String(value);
  };
  const parts = (Object.keys(mine) as (keyof WindowFields)[])
    .filter((name) => newer[name] !== mine[name])
    .map((name) => `${name}: theirs ${shown(name, newer[name])}, yours ${shown(name, mine[name])}`);
  return parts.length > 0 ? `${parts.join("; ")}.` : "It now has the same values as yours.";
}
