import { setImmediate } from "node:timers/promises";
import {
  type ArchivedFile,
  type ContextLine,
  eventOfReject,
  identitiesOf,
  type NormalizedEvent,
  type ParseResult,
} from "#importers/index.ts";
import type { PreviewReject } from "#lib/contract/import.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { SourcePiece } from "../read/read-source.ts";
import type { Answers, Sorted, SortedReject } from "./answers.ts";
import { type KnownEvent, type PlannedEvent, planImport } from "./plan.ts";
import { storedEvents } from "./stored-events.ts";

interface Source {
  format: string;
  events: readonly NormalizedEvent[];
}

/**
 * Returns events of the incident that the source contains again. Those of an Afterword file are looked up by the source
 * they had there.
 */
async function storedOf(
  find: FindStored,
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
  if (origins.size === 0) return find(format, identities);
  const stored = new Map<string, KnownEvent>();
  for (const [type, own] of origins) {
    for (const [identity, event] of await find(type, own)) {
      stored.set(`${type}\n${identity}`, event);
    }
  }
  return stored;
}

type FindStored = (sourceType: string, identities: readonly string[]) => Promise<Map<string, KnownEvent>>;

/** Looks up events of an incident, and queries only once about a source type that it has no events of. */
function storedIn(ctx: Ctx, incidentId: string): FindStored {
  const isThere = new Map<string, boolean>();
  return async (sourceType, identities) => {
    if (!isThere.has(sourceType)) {
      const one = await ctx.db.timelineEvent.findFirst({ where: { incidentId, sourceType }, select: { id: true } });
      isThere.set(sourceType, one !== null);
    }
    return isThere.get(sourceType) ? storedEvents(ctx, incidentId, sourceType, identities) : new Map();
  };
}

const REJECTS_KEPT = 2000;
const CONTEXT_KEPT = 500;
const QUOTE_LENGTH = 5000;

/** A planned event with its incident after the answers. */
export type SortedPlan = Omit<PlannedEvent, "section" | "saidTime"> &
  Sorted & {
    /** The incident that an earlier import created from its part. */
    splitBefore: string | null;
  };

interface PlanCounts {
  created: number;
  known: number;
  ambiguous: number;
  leftOut: number;
}

function countPlan(plan: readonly SortedPlan[]): PlanCounts {
  const counts = { created: 0, known: 0, ambiguous: 0, leftOut: 0 };
  for (const { state, goes } of plan) {
    if (state === "known") counts.known += 1;
    else if (goes === "left_out") counts.leftOut += 1;
    else if (goes === "here") {
      counts.created += 1;
      if (state === "ambiguous") counts.ambiguous += 1;
    }
  }
  return counts;
}

export interface PlannedParts {
  counts: PlanCounts & { rejected: number; context: number };
  /** The first of them, including those that became events. */
  rejects: PreviewReject[];
  context: ContextLine[];
}

export interface Part {
  plan: SortedPlan[];
  /** Comes with the first piece of a part. */
  story: ParseResult["story"];
  /** The part continues in the next piece. */
  goesOn: boolean;
  /** The file in a zip that the part belongs to. */
  file: ArchivedFile | undefined;
  /** Days that its text mentions elsewhere, if the day of some times is asked for. */
  days: ParseResult["days"];
}

export interface ToPlan {
  incidentId: string;
  pieces: AsyncIterable<SourcePiece>;
  answers: Answers;
  /** Keys of the incidents that parts of this source became before. */
  splitsBefore: ReadonlyMap<string, string>;
}

/** Plans a source piece by piece, passes each piece to `take`, and returns the totals. */
export async function planParts(
  ctx: Ctx,
  { incidentId, pieces, answers, splitsBefore }: ToPlan,
  take: (part: Part) => Promise<void> | void,
): Promise<PlannedParts> {
  const all: PlannedParts = {
    counts: { created: 0, known: 0, ambiguous: 0, leftOut: 0, rejected: 0, context: 0 },
    rejects: [],
    context: [],
  };
  const known = new Map<string, Set<string>>();
  const seenRejects = new Map<string, number>();
  const find = storedIn(ctx, incidentId);
  let isBegun = false;
  for await (const { format, rejects, context, story, file, days, goesOn, ...piece } of pieces) {
    if (!isBegun) answers.open(piece.incidents, file?.path);
    isBegun = goesOn;
    const refused = rejects.map((reject) => answers.sortReject(reject));
    const given = answers.givesRejects ? givenRejects(format, refused, seenRejects) : [];
    const sorted = [...piece.events.map((event) => answers.sort(event)), ...given.map((one) => one.sorted)];
    const identities = [...piece.identities, ...given.map(({ identity }) => identity)];
    const events = sorted.map(({ event }) => event);
    // Files of one zip with different importers have separate identities.
    const inFile = known.get(format) ?? new Set<string>();
    known.set(format, inFile);
    // An event of an earlier piece of this file doesn't count as known.
    const unseen = identities.filter((identity) => !inFile.has(identity));
    const stored = await storedOf(find, { format, events }, unseen);
    const plan = planImport(events, identities, stored, inFile).map((planned, at) =>
      withSorted(planned, sorted[at] as Sorted, splitsBefore),
    );
    addTo(all, countPlan(plan), refused, context);
    await take({ plan, story, file, days, goesOn });
    // Other work gets a turn on this thread between two pieces.
    await setImmediate();
  }
  return all;
}

function withSorted(planned: PlannedEvent, sorted: Sorted, splitsBefore: ReadonlyMap<string, string>): SortedPlan {
  const { goes } = sorted;
  if (typeof goes === "string") return { ...planned, ...sorted, splitBefore: null };
  const splitBefore = splitsBefore.get(goes.key) ?? null;
  // An event of another incident doesn't restore what an undone import removed from this timeline.
  const known = planned.state === "known" ? planned.known : null;
  return { ...planned, ...sorted, known, splitBefore, state: splitBefore === null ? planned.state : "known" };
}

/** Returns the rejected rows that became events. Rows with the same text have different identities, answered or not. */
function givenRejects(format: string, refused: readonly SortedReject[], seen: Map<string, number>) {
  const events = refused.map(({ answered }) => eventOfReject(answered));
  const identities = identitiesOf(format, events, undefined, seen);
  return refused.flatMap(({ sorted }, at) => (sorted ? [{ sorted, identity: `rejected ${identities[at]}` }] : []));
}

function addTo(
  all: PlannedParts,
  plan: PlanCounts,
  refused: readonly SortedReject[],
  context: readonly ContextLine[],
): void {
  all.counts.created += plan.created;
  all.counts.known += plan.known;
  all.counts.ambiguous += plan.ambiguous;
  all.counts.leftOut += plan.leftOut;
  all.counts.rejected += refused.filter(({ sorted }) => sorted === null).length;
  all.counts.context += context.length;
  all.rejects.push(...refused.slice(0, REJECTS_KEPT - all.rejects.length).map(({ answered }) => quoted(answered)));
  all.context.push(...context.slice(0, CONTEXT_KEPT - all.context.length).map(quoted));
}

/** Quotes a file of one line by its start, because no one reads more and a response would be as large as the file. */
const quoted = <Line extends { text: string }>(line: Line): Line =>
  line.text.length <= QUOTE_LENGTH ? line : { ...line, text: `${line.text.slice(0, QUOTE_LENGTH).toWellFormed()}…` };
