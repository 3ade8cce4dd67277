import { createHash } from "node:crypto";
import type { MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import {
  type MilestoneSuggestion,
  type SuggestibleEvent,
  suggestMilestones,
} from "#lib/incidents/timeline/milestones/suggest/suggest-milestones.ts";
import { type Task, workers } from "#server/base/worker/index.ts";

/** A timeline and what people said about its milestones, as plain data. */
interface Asked {
  events: SuggestibleEvent[];
  times: MilestoneTimes;
  notApplicable: MilestoneName[];
  refusals: { name: MilestoneName; eventId: string }[];
}

export const SUGGEST_MILESTONES: Task<Asked, MilestoneSuggestion[], undefined> = { name: "suggest-milestones" };

const suggest = ({ events, times, notApplicable, refusals }: Asked): MilestoneSuggestion[] =>
  suggestMilestones(events, times, notApplicable, refusals);

/** Returns the suggestions as a task for a worker. */
export function* suggestInWorker(asked: Asked): Generator<MilestoneSuggestion[]> {
  yield suggest(asked);
}

/** The texts of this many events are read within milliseconds. */
const FEW_EVENTS = 300;
/** Readers of timelines share a place among the threads, so a long import of one of them doesn't hold them up. */
const OWNER = "suggestions";
const MOST_KEPT = 500;

/** The suggestions of timelines shown last, by what was asked: between two edits, a timeline is shown many times. */
const kept = new Map<string, Promise<MilestoneSuggestion[]>>();

/**
 * Returns suggested milestones. The events of a long timeline are read in a worker thread, which isn't ended for a
 * reader who leaves: others may wait for the same suggestions.
 */
export function suggestionsFor(asked: Asked): Promise<MilestoneSuggestion[]> {
  const events = asked.events.map(({ id, at, precision, kind, title, body = "", hidden = false, section = null }) => {
    return { id, at, precision, kind, title, body, hidden, section };
  });
  const plain: Asked = { ...asked, events };
  const name = createHash("sha256").update(JSON.stringify(plain)).digest("base64");
  const suggestions = kept.get(name) ?? suggestionsOf(plain);
  kept.delete(name);
  kept.set(name, suggestions);
  for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
  suggestions.catch(() => kept.delete(name));
  return suggestions;
}

async function suggestionsOf(asked: Asked): Promise<MilestoneSuggestion[]> {
  return asked.events.length <= FEW_EVENTS
    ? suggest(asked)
    : workers().result(SUGGEST_MILESTONES, asked, { owner: OWNER });
}
