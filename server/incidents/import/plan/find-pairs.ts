import { sourceLabel } from "#importers/index.ts";
import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { EventPair } from "#lib/contract/import.ts";
import { ApartPairs } from "#lib/incidents/timeline/merges/apart.ts";
import { findBursts } from "#lib/incidents/timeline/merges/bursts.ts";
import { type Candidate, timedOnes } from "#lib/incidents/timeline/merges/candidate.ts";
import { pairsInText } from "#lib/incidents/timeline/merges/pairs-in-text.ts";
import { suggestMerges } from "#lib/incidents/timeline/merges/suggest-merges.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { type StoryFact, storyFacts } from "#server/incidents/timeline/index.ts";
import type { Part } from "./plan-parts.ts";

/** Most rows and events that are compared, which takes some milliseconds. */
const MOST_ROWS = 1000;
const MOST_EVENTS = 1500;
/** An event of the timeline further away than this matches no row of the source. */
const NEAR_MS = 90 * MINUTE_MS;
/** Formats in which a summary and a timeline describe the same events. */
const TEXTS: ReadonlySet<string> = new Set(["notes", "html"]);

type Side = EventPair["other"];
interface Row {
  candidate: Candidate;
  side: Side;
}
type FoundPair = [one: string, other: string, certainty: number, reason: string];

/** Finds rows of a source about the same event as another row of it, or as an event of the timeline. */
export class PairFinder {
  readonly #rows = new Map<string, Row>();
  readonly #source: { format: string; label: string; letter: string };

  constructor(source: { format: string; label: string; letter: string }) {
    this.#source = source;
  }

  add({ plan, file }: Pick<Part, "plan" | "file">): void {
    const { format, label, letter } = file ?? this.#source;
    for (const { row, state, goes, event } of plan) {
      if (row === null || state === "known" || goes !== "here" || event.at === null) continue;
      if (this.#rows.size >= MOST_ROWS) return;
      const { at, precision, kind, title, body, url, actor, line } = event;
      const id = `row ${row}`;
      const source = { sourceType: format, sourceLabel: label, hidden: false, leadId: null };
      this.#rows.set(id, {
        candidate: { id, number: row, at, precision, kind, title, body, url, ...source },
        side: {
          ...{ row, eventNumber: null, at, precision, shape: shapeOfKind(kind), title, actor, letter, label, line },
        },
      });
    }
  }

  /** Returns the pairs, the most certain first. Each starts with a row of the source. */
  async find(ctx: Ctx, incidentId: string): Promise<EventPair[]> {
    if (this.#rows.size === 0) return [];
    const rows = [...this.#rows.values()].map(({ candidate }) => candidate);
    const events = (await storyFacts(ctx, incidentId)).filter(near(rows)).slice(0, MOST_EVENTS);
    const apart = await ctx.db.keptApart.findMany({ where: { incidentId }, select: { firstId: true, secondId: true } });
    const all = [...rows, ...events.map(candidateOf)];
    const found = suggestMerges(
      all,
      apart.map(({ firstId, secondId }) => [firstId, secondId] as const),
    ).flatMap(({ relation, leadId, eventIds, certainty, reason }): FoundPair[] =>
      relation === "merged" ? eventIds.map((id) => [leadId, id, certainty, reason]) : [],
    );
    const within = pairsInText(timedOnes(rows.filter(({ sourceType }) => TEXTS.has(sourceType))));
    const bursts = new Set(
      findBursts(timedOnes(rows), new ApartPairs([])).flatMap((one) => [one.leadId, ...one.eventIds]),
    );
    const stated = within
      .filter(({ a, b }) => !bursts.has(a.id) || !bursts.has(b.id))
      .map(({ a, b, certainty }): FoundPair => [a.id, b.id, certainty, sameText(a.at === b.at)]);
    return this.#present(ctx, incidentId, [...found, ...stated], events);
  }

  async #present(
    ctx: Ctx,
    incidentId: string,
    found: readonly FoundPair[],
    events: readonly StoryFact[],
  ): Promise<EventPair[]> {
    const ids = new Set(found.flatMap(([one, other]) => [one, other]));
    const wanted = events.filter(({ id }) => ids.has(id)).map(({ id }) => id);
    const stored = await ctx.db.timelineEvent.findMany({
      where: { incidentId, id: { in: wanted } },
      select: { id: true, number: true, actor: true, sourceLetter: true, line: true },
    });
    const facts = new Map(events.map((event) => [event.id, event]));
    const sides = new Map([...this.#rows].map(([id, { side }]) => [id, side]));
    for (const { id, number, actor, sourceLetter, line } of stored) {
      const fact = facts.get(id);
      if (!fact || fact.at === null) continue;
      const { at, precision, kind, title, sourceType } = fact;
      const named = { letter: sourceLetter, label: sourceLabel(sourceType), line };
      sides.set(id, {
        row: null,
        eventNumber: number,
        at,
        precision,
        shape: shapeOfKind(kind),
        title,
        actor,
        ...named,
      });
    }
    return found
      .flatMap(([a, b, certainty, reason]): EventPair[] => {
        const [first, second] = [sides.get(a), sides.get(b)].sort((x, y) => Number(isStored(x)) - Number(isStored(y)));
        if (!first || !second || first.row === null) return [];
        return [{ one: { ...first, row: first.row }, other: second, certainty, reason }];
      })
      .sort((x, y) => y.certainty - x.certainty || x.one.row - y.one.row);
  }
}

const isStored = (side: Side | undefined) => side?.row === null;
const sameText = (isAtOnce: boolean) =>
  `Same text, ${isAtOnce ? "at the same time" : "within a minute"}, in one source`;

const candidateOf = (event: StoryFact): Candidate => ({ ...event, sourceLabel: sourceLabel(event.sourceType) });

/** Returns whether an event of the timeline is near enough to the rows. */
function near(rows: readonly Candidate[]) {
  const times = rows.map(({ at }) => Date.parse(at ?? ""));
  const from = times.reduce((least, ms) => Math.min(least, ms), Number.POSITIVE_INFINITY) - NEAR_MS;
  const until = times.reduce((most, ms) => Math.max(most, ms), Number.NEGATIVE_INFINITY) + NEAR_MS;
  return ({ at }: StoryFact) => at !== null && Date.parse(at) >= from && Date.parse(at) <= until;
}
