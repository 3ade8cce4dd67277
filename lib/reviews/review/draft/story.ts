import { asQuotation } from "#lib/base/text/sentence.ts";
import { formatMetric } from "#lib/base/time/duration.ts";
import { dayWords, whenWords } from "#lib/base/time/instant-words.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { isTooEarly } from "#lib/incidents/timeline/milestones/doubt-milestone.ts";
import { METRIC_ENDS, type MetricName } from "#lib/incidents/timeline/milestones/metrics.ts";
import type { MilestoneName } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { timesWords } from "#lib/incidents/timeline/story/story-lines.ts";
import type { FactEvent, ReviewFacts } from "./facts.ts";
import type { Inline } from "./inline.ts";
import { nameToRole } from "./name-to-role.ts";

/** A milestone as prose needs it. */
export interface Moment {
  at: string;
  /** "at 14:53 UTC". */
  when: string;
  /** The same after "from": "14:53 UTC". */
  since: string;
  /** The event to cite after the text. Empty if the milestone has no event. */
  cite: Inline[];
  event: FactEvent | null;
}

/** Facts arranged for writing, built once for all sections. */
export interface Story {
  facts: ReviewFacts;
  /** Events that aren't hidden. Counts are based on them. */
  visible: FactEvent[];
  /** Pinned events, or all visible ones if none is pinned. Lists are based on them. */
  shown: FactEvent[];
  firstDay: string | null;
  moment(name: MilestoneName): Moment | null;
  /** "18 h 30 m" or "~5 m". Null if it is unknown or contradicted, or if both ends are at the same moment. */
  span(name: MetricName): string | null;
  when(event: FactEvent): string | null;
  quote(event: FactEvent): string;
  withoutNames(text: string): string;
}

/** A sentence names only the day if only the day is known. */
const clockless = (when: string) => when.replace(/, hour not known$/, "");

/**
 * Milestones that contradict another one, or the state that a person set. They are a question for a person, never a
 * sentence.
 */
function deniedMilestones({ metrics, incident, milestones }: ReviewFacts): ReadonlySet<MilestoneName> {
  const denied = new Set<MilestoneName>();
  for (const { kind, earlier, later } of metrics.warnings) if (kind === "order") denied.add(earlier).add(later);
  if (incident.status === "open" && incident.stateGiven === true) denied.add("resolved");
  const mitigation = milestones.mitigation_started;
  if (mitigation && isTooEarly(mitigation.at, milestones)) denied.add("mitigation_started");
  return denied;
}

/** Most items in a list of the prose. The timeline has the rest. */
const LONGEST_LIST = 12;

/** Returns the facts of a review, arranged for its writers. */
export function tellStory(facts: ReviewFacts): Story {
  const visible = facts.events.filter(({ hidden }) => !hidden);
  const pinned = visible.filter(({ pinned }) => pinned);
  const byId = new Map(facts.events.map((event) => [event.id, event]));
  const firstAt = facts.milestones.impact_started?.at ?? facts.incident.startedAt ?? visible.find(({ at }) => at)?.at;
  const firstDay = firstAt ? dayWords(firstAt) : null;
  const withoutNames = nameToRole(facts);
  const denied = deniedMilestones(facts);

  return {
    facts,
    visible,
    shown: pinned.length > 0 ? pinned : visible,
    firstDay,
    moment(name) {
      const time = facts.milestones[name];
      if (!time || time.precision === "unknown" || denied.has(name)) return null;
      const when = clockless(whenWords(time.at, time.precision, firstDay ?? ""));
      return {
        at: time.at,
        when,
        since: when.replace(/^at /, "").replace(/^on /, "some time on "),
        cite: time.eventId === undefined ? [] : [" ", { eventId: time.eventId }],
        event: time.eventId === undefined ? null : (byId.get(time.eventId) ?? null),
      };
    },
    span(name) {
      const metric = facts.metrics.metrics[name];
      if (!metric.seconds || METRIC_ENDS[name].some((end) => denied.has(end))) return null;
      return formatMetric(metric);
    },
    when({ at, precision }) {
      return at === null || precision === "unknown" ? null : clockless(whenWords(at, precision, firstDay ?? ""));
    },
    quote: ({ title, times = 1 }) => `${asQuotation(withoutNames(title))}${timesWords(times)}`,
    withoutNames,
  };
}

/** Returns events of some kinds as list items, each with its time and chip. The last item counts what is left out. */
export function listEvents(
  story: Story,
  kinds: readonly EventKind[],
  isMeant: (event: FactEvent) => boolean = () => true,
): Inline[][] {
  const events = story.shown.filter((event) => kinds.includes(event.kind) && isMeant(event));
  const items: Inline[][] = events.slice(0, LONGEST_LIST).map((event) => {
    const when = story.when(event);
    const lead = when === null ? "" : `${when.charAt(0).toUpperCase() + when.slice(1)}: `;
    return [`${lead}${story.quote(event)} `, { eventId: event.id }];
  });
  const left = events.length - LONGEST_LIST;
  if (left > 0) items.push([`${left} more on the timeline.`]);
  return items;
}
