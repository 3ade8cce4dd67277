import type { FoundInSource } from "#server/incidents/finding/index.ts";
import type { Goes } from "./answers.ts";

/** Returns the content of a source in addition to its events, for one destination. */
export type SortedFindings = (goes: string) => FoundInSource;

/** Returns a destination as one word. */
export const placeOf = (goes: Goes): string => (typeof goes === "string" ? goes : goes.key);

/** Divides what a source contains in addition to its events by the destination of its events. */
export function sortFindings(
  { passages, factors, actions }: FoundInSource,
  goesAt: (place: { line: number; file?: string }) => Goes,
): SortedFindings {
  return (place) => {
    const fits = (found: { line: number; file?: string }) => placeOf(goesAt(found)) === place;
    return { passages: passages.filter(fits), factors: factors.filter(fits), actions: actions.filter(fits) };
  };
}
