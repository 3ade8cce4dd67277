import { listWords } from "#lib/base/text/sentence.ts";
import { formatDuration } from "#lib/base/time/duration.ts";
import { ApartPairs } from "./apart.ts";
import { findBursts } from "./bursts.ts";
import { type Candidate, isPlain, type Timed, timedOnes } from "./candidate.ts";
import { type Pair, pairsByTrait, pairsByWords } from "./pairs.ts";
import type { Suggestion } from "./suggestion.ts";

/** Suggestions below this confidence aren't shown. */
const LEAST_CERTAIN = 0.45;

interface Group {
  events: Timed[];
  certainty: number;
  facts: Set<string>;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const comparePairs = (one: Pair, other: Pair) =>
  other.certainty - one.certainty ||
  Math.abs(one.a.ms - one.b.ms) - Math.abs(other.a.ms - other.b.ms) ||
  one.a.number - other.a.number ||
  one.b.number - other.b.number ||
  compareText(one.fact, other.fact);

/** Joins pairs to groups, the most certain pairs first: one event per source, without dismissed pairs. */
function groupPairs(pairs: readonly Pair[], sourcesBelow: SourcesBelow, apart: ApartPairs): Set<Group> {
  const groupOf = new Map<string, Group>();
  const groups = new Set<Group>();
  const alone = (event: Timed): Group => ({ events: [event], certainty: 1, facts: new Set() });
  const sourcesOf = ({ events }: Group) =>
    events.flatMap(({ id, sourceType }) => [sourceType, ...(sourcesBelow.get(id) ?? [])]);
  for (const { a, b, certainty, fact } of [...pairs].sort(comparePairs)) {
    if (certainty < LEAST_CERTAIN) break;
    const [one, other] = [groupOf.get(a.id) ?? alone(a), groupOf.get(b.id) ?? alone(b)];
    if (one === other) {
      if (fact !== "words") one.facts.add(fact);
      continue;
    }
    const taken = new Set(sourcesOf(one));
    if (
      sourcesOf(other).some((source) => taken.has(source)) ||
      other.events.some((event) => apart.isApart(event, one.events))
    )
      continue;
    const group: Group = {
      events: [...one.events, ...other.events],
      certainty: Math.min(one.certainty, other.certainty, certainty),
      facts: new Set([...one.facts, ...other.facts, fact]),
    };
    groups.delete(one);
    groups.delete(other);
    groups.add(group);
    for (const { id } of group.events) groupOf.set(id, group);
  }
  return groups;
}

/** "Same alert name SignInErrorRate, 7 s apart, Alertmanager and PagerDuty". */
function reasonOf({ facts, events }: Group): string {
  const times = events.map(({ ms }) => ms);
  const apart = (Math.max(...times) - Math.min(...times)) / 1000;
  const when = apart === 0 ? "at the same time" : `${formatDuration(Math.max(1, apart))} apart`;
  const sources = listWords([...new Set(events.map(({ sourceLabel }) => sourceLabel))]);
  return `Same ${listWords([...facts].slice(0, 3))}, ${when}, ${sources}`;
}

/** The kinds of source already merged into a lead, by its id. */
export type SourcesBelow = ReadonlyMap<string, readonly string[]>;

function suggestionOf(group: Group, sourcesBelow: SourcesBelow): Suggestion {
  const holds = ({ id }: Timed) => (sourcesBelow.has(id) ? 0 : 1);
  const [lead, ...others] = [...group.events].sort(
    (a, b) => holds(a) - holds(b) || Number(isPlain(a)) - Number(isPlain(b)) || a.ms - b.ms || a.number - b.number,
  );
  return {
    relation: "merged",
    leadId: lead?.id ?? "",
    eventIds: others.sort((a, b) => a.ms - b.ms || a.number - b.number).map(({ id }) => id),
    certainty: group.certainty,
    reason: reasonOf(group),
  };
}

/** Returns the kinds of source of all events below a lead. */
function sourcesByLead(events: readonly Candidate[]): SourcesBelow {
  const below = events.filter(({ leadId }) => leadId !== null);
  return new Map(
    [...Map.groupBy(below, ({ leadId }) => leadId ?? "")].map(([id, held]) => [id, held.map((one) => one.sourceType)]),
  );
}

/**
 * Returns events that seem to be one fact from several sources, and repeats of one alert, the most certain first.
 * Events that are hidden, below another or dismissed are left out.
 */
export function suggestMerges(
  events: readonly Candidate[],
  keptApart: Iterable<readonly [string, string]> = [],
): Suggestion[] {
  const timed = timedOnes(events);
  const apart = new ApartPairs(keptApart);
  const sourcesBelow = sourcesByLead(events);
  const groups = groupPairs([...pairsByTrait(timed), ...pairsByWords(timed)], sourcesBelow, apart);
  const merged = [...groups].map((group) => suggestionOf(group, sourcesBelow));
  return [...merged, ...findBursts(timed, apart)].sort(
    (a, b) => b.certainty - a.certainty || compareText(a.leadId, b.leadId) || compareText(a.relation, b.relation),
  );
}
