import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { apartMs, canBeOneFact, isPlain, type Timed } from "./candidate.ts";
import { likeness, meaningOf, type Trait, traitsOf } from "./traits.ts";

/** Two events of different sources that seem to be the same fact. */
export interface Pair {
  a: Timed;
  b: Timed;
  certainty: number;
  /** The fact that they share, for use in a sentence: "alert name SignInErrorRate". */
  fact: string;
}

/** How many following events in a bucket an event is compared with. This keeps 10,000 events fast. */
const NEIGHBOURS = 6;
/** A URL or id in more events than this identifies none of them, for example a dashboard or an on-call rota. */
const TELLS_APART = 60;
/** A larger distance than any rule allows, including an hour's uncertainty. */
const NEVER_ONE_MS = 75 * MINUTE_MS;
const ALIKE = 0.62;
const ALIKE_WITHIN_MS = 3 * MINUTE_MS;
const RARE_WORDS = 3;

const round = (value: number) => Math.round(value * 100) / 100;

function certaintyOf(a: Timed, b: Timed, weight: number, withinMs: number): number | null {
  const apart = apartMs(a, b);
  if (apart > withinMs || !canBeOneFact(a, b)) return null;
  const unclear =
    (isPlain(a) || isPlain(b) ? 0.06 : 0) + (a.precision === "exact" && b.precision === "exact" ? 0 : 0.04);
  return round(Math.max(0, weight * (1 - 0.3 * (apart / withinMs)) - unclear));
}

function push<Key, Value>(buckets: Map<Key, Value[]>, key: Key, value: Value): void {
  const bucket = buckets.get(key);
  if (bucket) bucket.push(value);
  else buckets.set(key, [value]);
}

/** Calls `meet` for each event of a bucket, in order of time, with the next few events of another source. */
function meetNeighbours<Item extends { event: Timed }>(
  bucket: readonly Item[],
  meet: (a: Item, b: Item) => void,
): void {
  for (const [index, one] of bucket.entries()) {
    let met = 0;
    const last = Math.min(bucket.length, index + 1 + NEIGHBOURS * 4);
    for (let next = index + 1; next < last && met < NEIGHBOURS; next++) {
      const other = bucket[next];
      if (!other || other.event.ms - one.event.ms > NEVER_ONE_MS) break;
      if (other.event.sourceType === one.event.sourceType) continue;
      met++;
      meet(one, other);
    }
  }
}

/** Returns pairs that share an id, a URL, a version or a name, close in time. `events` are in order of time. */
export function pairsByTrait(events: readonly Timed[]): Pair[] {
  const buckets = new Map<string, { event: Timed; trait: Trait }[]>();
  for (const event of events) {
    const seen = new Set<string>();
    for (const trait of traitsOf(event)) {
      if (seen.has(trait.key)) continue;
      seen.add(trait.key);
      push(buckets, trait.key, { event, trait });
    }
  }
  const pairs: Pair[] = [];
  for (const [key, bucket] of buckets) {
    if (bucket.length > TELLS_APART && !key.startsWith("name ")) continue;
    meetNeighbours(bucket, (a, b) => {
      const certainty = certaintyOf(a.event, b.event, a.trait.weight, a.trait.withinMs);
      const fact = a.trait.words.length >= b.trait.words.length ? a.trait.words : b.trait.words;
      if (certainty !== null) pairs.push({ a: a.event, b: b.event, certainty, fact });
    });
  }
  return pairs;
}

/**
 * Returns pairs with much the same words, close in time. Only events that share one of their rarest words are compared.
 */
export function pairsByWords(events: readonly Timed[]): Pair[] {
  const read = events.map((event) => ({ event, words: meaningOf(`${event.title} ${event.body}`) }));
  const often = new Map<string, number>();
  for (const { words } of read) for (const word of words) often.set(word, (often.get(word) ?? 0) + 1);
  const commonFrom = Math.max(TELLS_APART, events.length / 50);
  const buckets = new Map<string, (typeof read)[number][]>();
  for (const item of read) {
    const rare = [...item.words].sort((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0) || (a < b ? -1 : 1));
    const telling = rare.filter((word) => (often.get(word) ?? 0) > 1).slice(0, RARE_WORDS);
    for (const word of telling) if ((often.get(word) ?? 0) <= commonFrom) push(buckets, word, item);
  }
  const pairs: Pair[] = [];
  for (const bucket of buckets.values()) {
    meetNeighbours(bucket, (a, b) => {
      const alike = likeness(a.words, b.words);
      if (alike < ALIKE) return;
      const certainty = certaintyOf(a.event, b.event, 0.5 + 0.42 * alike, ALIKE_WITHIN_MS);
      if (certainty !== null) pairs.push({ a: a.event, b: b.event, certainty, fact: "words" });
    });
  }
  return pairs;
}
