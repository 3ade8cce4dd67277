import type { MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import {
  type MilestoneSuggestion,
  type SuggestibleEvent,
  suggestMilestones,
} from "#lib/incidents/timeline/milestones/suggest/suggest-milestones.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
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

/** Returns suggested milestones. The events of a long timeline are read in a worker thread. */
export async function suggestionsFor({ signal }: Pick<Ctx, "signal">, asked: Asked): Promise<MilestoneSuggestion[]> {
  if (asked.events.length <= FEW_EVENTS) return suggest(asked);
  const events = asked.events.map(({ id, at, precision, kind, title, body = "", hidden = false, section = null }) => {
    return { id, at, precision, kind, title, body, hidden, section };
  });
  return workers().result(SUGGEST_MILESTONES, { ...asked, events }, { owner: OWNER, signal });
}
