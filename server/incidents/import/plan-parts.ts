import { setImmediate } from "node:timers/promises";
import type { ArchivedFile, ContextLine, NormalizedEvent, ParseResult, Reject } from "#importers/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { SourcePiece } from "#server/incidents/reading/index.ts";
import type { KnownEvent } from "./plan.ts";
import { countPlan, type PlanCounts, type PlannedEvent, planImport } from "./plan.ts";
import { storedEvents } from "./stored-events.ts";

interface Source {
  format: string;
  events: readonly NormalizedEvent[];
}

/** Events of the incident that the source names again. Those of an Afterword file are looked up below the source they had there. */
async function storedOf(
  ctx: Ctx,
  incidentId: string,
  { format, events }: Source,
  identities: readonly string[],
): Promise<Map<string, KnownEvent>> {
  const origins = new Map<string, string[]>();
  for (const { curated } of events) {
    if (!curated) continue;
    const { type, identity } = curated.source;
    const known = origins.get(type);
    if (known) known.push(identity);
    else origins.set(type, [identity]);
  }
  if (origins.size === 0) return storedEvents(ctx, incidentId, format, identities);
  const stored = new Map<string, KnownEvent>();
  for (const [type, own] of origins) {
    for (const [identity, event] of await storedEvents(ctx, incidentId, type, own)) {
      stored.set(`${type}\n${identity}`, event);
    }
  }
  return stored;
}

const REJECTS_KEPT = 2000;
const CONTEXT_KEPT = 500;

export interface PlannedParts {
  counts: PlanCounts & { rejected: number; context: number };
  /** The first of them. */
  rejects: Reject[];
  context: ContextLine[];
}

export interface Part {
  plan: PlannedEvent[];
  /** Comes with the first piece of a part. */
  story: ParseResult["story"];
  /** The part goes on in the next piece. */
  goesOn: boolean;
  /** The file of a zip that the part is of. */
  file: ArchivedFile | undefined;
  /** Days that its text names elsewhere, where the day of some times is asked. */
  days: ParseResult["days"];
}

/** Plans a source piece by piece, hands each to `take`, and answers what there was in all. */
export async function planParts(
  ctx: Ctx,
  pieces: AsyncIterable<SourcePiece>,
  incidentId: string,
  take: (part: Part) => Promise<void> | void,
): Promise<PlannedParts> {
  const all: PlannedParts = {
    counts: { created: 0, known: 0, ambiguous: 0, rejected: 0, context: 0 },
    rejects: [],
    context: [],
  };
  const known = new Map<string, Set<string>>();
  for await (const { events, identities, format, rejects, context, story, file, days, goesOn } of pieces) {
    // Files of one zip that are read by different importers have identities of their own.
    const inFile = known.get(format) ?? new Set<string>();
    known.set(format, inFile);
    // What an earlier piece of this file brought is no event that was known before.
    const unseen = identities.filter((identity) => !inFile.has(identity));
    const stored = await storedOf(ctx, incidentId, { format, events }, unseen);
    const plan = planImport(events, identities, stored, inFile);
    addTo(all, countPlan(plan), rejects, context);
    await take({ plan, story, file, days, goesOn });
    // Whoever else waits for this thread has a turn between two pieces.
    await setImmediate();
  }
  return all;
}

function addTo(all: PlannedParts, plan: PlanCounts, rejects: Reject[], context: ContextLine[]): void {
  all.counts.created += plan.created;
  all.counts.known += plan.known;
  all.counts.ambiguous += plan.ambiguous;
  all.counts.rejected += rejects.length;
  all.counts.context += context.length;
  all.rejects.push(...rejects.slice(0, REJECTS_KEPT - all.rejects.length));
  all.context.push(...context.slice(0, CONTEXT_KEPT - all.context.length));
}
