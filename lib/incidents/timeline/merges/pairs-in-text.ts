import { MINUTE_MS } from "#lib/base/time/spans.ts";
import { apartMs, canBeOneFact, type Timed } from "./candidate.ts";
import type { Pair } from "./pairs.ts";
import { likeness, meaningOf } from "./traits.ts";

const ALIKE = 0.7;
const WITHIN_MS = MINUTE_MS;
/** How many following events an event is compared with. */
const NEIGHBOURS = 8;
const LONGEST = 600;
const NAME = /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/gu;

/** Words with a digit identify a host, a shard or a version. */
const numbersOf = (text: string) =>
  new Set(
    text
      .slice(0, LONGEST)
      .match(NAME)
      ?.filter((name) => /\p{N}/u.test(name)),
  );

/**
 * Returns pairs of events in one text that are about the same thing, as in a summary and a timeline: within a minute,
 * with much the same words, and without numbers that only one of them contains. `events` are in order of time.
 */
export function pairsInText(events: readonly Timed[]): Pair[] {
  const read = events.map((event) => {
    const text = `${event.title} ${event.body}`;
    return { event, words: meaningOf(text), numbers: numbersOf(text) };
  });
  return read.flatMap(({ event: a, words, numbers }, at) =>
    read.slice(at + 1, at + 1 + NEIGHBOURS).flatMap(({ event: b, words: others, numbers: more }): Pair[] => {
      if (a.sourceType !== b.sourceType || apartMs(a, b) > WITHIN_MS || !canBeOneFact(a, b)) return [];
      const alike = likeness(words, others);
      if (alike < ALIKE || (hasOwn(numbers, more) && hasOwn(more, numbers))) return [];
      const far = Math.abs(b.ms - a.ms) / WITHIN_MS;
      return [{ a, b, certainty: round(Math.min(0.97, 0.5 + 0.45 * alike) - 0.05 * Math.min(2, far)), fact: "words" }];
    }),
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
const hasOwn = (one: ReadonlySet<string>, other: ReadonlySet<string>) => [...one].some((item) => !other.has(item));
