import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Saying } from "../statements/saying.ts";
import type { ToldEvent } from "../statements/told-event.ts";

const CLOCK = /\b\d{1,2}[:.]\d\d(?=\b|[ap]\.?m\b)/gi;
const BEGINNINGS: readonly EventKind[] = ["impact_started", "error_observed", "alert_fired", "customer_report"];
const ENDS: readonly EventKind[] = ["mitigated", "impact_ended", "resolved", "closed"];
const OF_BEGINNINGS: readonly Saying[] = [
  "impact_label",
  "harmed",
  "noticed",
  "heard",
  "bad",
  "breaks",
  "seen_failing",
];
const OF_ENDS: readonly Saying[] = ["well", "over", "partly_well", "works", "partly_works", "eased", "end_label"];

/** "Down from 10:02 until 11:40" is over at the second time. */
const SPAN = /\b(?:until|till|between|from)\b/i;

const without = <T>(all: ReadonlySet<T>, some: readonly T[]): ReadonlySet<T> =>
  new Set([...all].filter((one) => !some.includes(one)));
const key = ({ title, section }: ToldEvent) => `${section ?? ""} ${title}`;

/**
 * A sentence with two times, "down from 10:02 until 11:40", gives two events with the same text: the first isn't an
 * end, and the last isn't a start.
 */
export function apartInTime(events: readonly ToldEvent[]): ToldEvent[] {
  const twice = Map.groupBy(
    events.filter(({ title }) => (title.match(CLOCK)?.length ?? 0) > 1),
    key,
  );
  return events.map((event) => {
    if (isEndOf(event)) return endOf(event);
    if (EASTERN_SPAN.test(event.title))
      return { ...event, kinds: without(event.kinds, ENDS), says: without(event.says, OF_ENDS) };
    const told = twice.get(key(event)) ?? [];
    if (told.length < 2) return event;
    const { kinds, says } = event;
    if (event === told[0]) return { ...event, kinds: without(kinds, ENDS), says: without(says, OF_ENDS) };
    if (event !== told.at(-1)) return event;
    const isSpan = SPAN.test(event.title) && (says.has("harmed") || kinds.has("impact_started"));
    return isSpan ? endOf(event) : notBegun(event);
  });
}

const notBegun = (event: ToldEvent): ToldEvent => ({
  ...event,
  kinds: without(event.kinds, BEGINNINGS),
  says: without(event.says, OF_BEGINNINGS),
});

function endOf(event: ToldEvent): ToldEvent {
  const left = notBegun(event);
  return { ...left, says: new Set<Saying>([...left.says, "over", "end_label"]) };
}

const UNTIL =
  /\b(?:outage|downtime|disruption|down|offline|unavailable|unreachable|inaccessible)\b[^.;]{0,40}\buntil (?:(?:about|around|approximately) )?\d{1,2}[:.](\d\d)(?:\s?[ap]\.?m\b)?/i;

/** "6月21日12時発生~6月23日12時解消": the time is that of the start. */
const EASTERN_SPAN =
  /\d ?[時时點点시分분]?(?:ごろ|頃)?に?(?:発生|开始|開始|발생)(?:し)?\s?(?:[~〜～–—-]|から|至|부터).{2,30}(?:解消|復旧|恢复|恢復|회복|복구)/u;

/** "It was down until 12:20", at that minute. Elsewhere such words are about a time to come. */
function isEndOf({ title, at }: ToldEvent): boolean {
  const minute = (title.match(CLOCK)?.length ?? 0) === 1 ? UNTIL.exec(title)?.[1] : undefined;
  return minute !== undefined && at.slice(14, 16) === minute;
}
