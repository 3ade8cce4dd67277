import type { FoundInSource } from "#server/incidents/finding/index.ts";
import type { Goes } from "./answers.ts";

/** What a source offers next to its events, for one place where it goes. */
export type SortedFindings = (goes: string) => FoundInSource;

/** Which place something goes to, as one word. */
export const placeOf = (goes: Goes): string => (typeof goes === "string" ? goes : goes.key);

/** Parts what a source offers next to its events as its events are parted. */
export function sortFindings(
  { passages, factors, actions }: FoundInSource,
  goesAt: (place: { line: number; file?: string }) => Goes,
): SortedFindings {
  return (place) => {
    const fits = (found: { line: number; file?: string }) => placeOf(goesAt(found)) === place;
    return { passages: passages.filter(fits), factors: factors.filter(fits), actions: actions.filter(fits) };
  };
}
