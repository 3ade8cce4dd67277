import { type EventKind, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Saying } from "../statements/saying.ts";
import type { Found, ToldEvent } from "../statements/told-event.ts";

/** A way to find a milestone: by kinds of the event, or by statements in its text. */
export interface Rule {
  kinds?: readonly EventKind[];
  says?: readonly Saying[];
}

/** Reasons for a suggestion that is based on the text. */
const REASONS: Partial<Record<Saying, string>> = {
  noticed: "Its text mentions that trouble was noticed",
  seen_failing: "Its text mentions a failure",
  impact_label: "Its text mentions the start of the impact",
  fails_wholly: "Nothing got through after it",
  end_label: "Its text mentions the end of the outage",
  said_resolved: "Its text mentions that it was resolved",
  well: "Its text states that everything works, and nothing failed after it",
  heard: "The first sign of it",
  works: "It works again, and nothing failed after it",
};

/** Returns the first or last event that a rule matches. Rules are tried in order. */
export function pick(which: "first" | "last", events: readonly ToldEvent[], rules: readonly Rule[]): Found | null {
  for (const { kinds = [], says = [] } of rules) {
    const found = events.filter(
      (event) => kinds.some((kind) => event.kinds.has(kind)) || says.some((one) => event.says.has(one)),
    );
    const event = which === "first" ? found[0] : found.at(-1);
    if (event) return { event, reason: reasonFor(event, which, found, { kinds, says }) };
  }
  return null;
}

function reasonFor(
  event: ToldEvent,
  which: "first" | "last",
  found: readonly ToldEvent[],
  { kinds = [], says = [] }: Rule,
): string {
  if (kinds.includes(event.kind)) {
    const alike = found.filter(({ kind }) => kind === event.kind).length;
    const ofKind = `of kind “${wordsOfKind(event.kind)}”`;
    return alike === 1 ? `The only event ${ofKind}` : `The ${which} of ${alike} events ${ofKind}`;
  }
  const kind = kinds.find((one) => event.kinds.has(one));
  if (kind) return `Its text also suggests “${wordsOfKind(kind).toLowerCase()}”`;
  const saying = says.find((one) => event.says.has(one));
  return (saying && REASONS[saying]) ?? "Its text suggests it";
}
