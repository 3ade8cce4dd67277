import type {
  ArchivedFile,
  ContextLine,
  NormalizedEvent,
  OpenedSource,
  ParseResult,
  Reject,
} from "#importers/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { KnownEvent } from "./plan.ts";
import { countPlan, identitiesOf, type PlanCounts, type PlannedEvent, planImport } from "./plan.ts";
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
  story: ParseResult["story"];
  /** The file of a zip that the part is of. */
  file: ArchivedFile | undefined;
  /** Days that its text names elsewhere, where the day of some times is asked. */
  days: ParseResult["days"];
}

interface Target {
  incidentId: string;
  zone: string | null;
}

/** Plans a source part by part, hands each plan to `take`, and answers what there was in all. */
export async function planParts(
  ctx: Ctx,
  source: OpenedSource,
  { incidentId, zone }: Target,
  take: (part: Part) => Promise<void> | void,
): Promise<PlannedParts> {
  const all: PlannedParts = {
    counts: { created: 0, known: 0, ambiguous: 0, rejected: 0, context: 0 },
    rejects: [],
    context: [],
  };
  const known = new Map<string, { seen: Map<string, number>; inFile: Set<string> }>();
  for (const { events, rejects, context, story, file, days } of source.parts()) {
    // Files of one zip that are read by different importers have identities of their own.
    const format = file?.format ?? source.format;
    const { seen, inFile } = known.get(format) ?? { seen: new Map<string, number>(), inFile: new Set<string>() };
    known.set(format, { seen, inFile });
    const identities = identitiesOf(format, events, zone ?? undefined, seen);
    // What an earlier part of this file brought is no event that was known before.
    const unseen = identities.filter((identity) => !inFile.has(identity));
    const stored = await storedOf(ctx, incidentId, { format, events }, unseen);
    const plan = planImport(events, identities, stored, inFile);
    addTo(all, countPlan(plan), rejects, context);
    await take({ plan, story, file, days });
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
