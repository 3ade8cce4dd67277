import fc from "fast-check";
import { expect, it } from "vitest";
import { asSeenAt, type KnowableEvent, seenWords } from "./as-seen-at.ts";

const AT = "2026-03-10T09:00:00.000Z";
const event = (at: string | null, known: KnowableEvent["known"] = null, foundAt: string | null = null) => ({
  at,
  known,
  foundAt,
});

it.each<[string, KnowableEvent, keyof ReturnType<typeof asSeenAt>]>([
  ["at that very moment", event(AT), "known"],
  ["before it", event("2026-03-10T08:59:59Z", "at_the_time"), "known"],
  ["after it", event("2026-03-10T09:00:01Z"), "later"],
  [
    "before it, found out the day after",
    event("2026-03-10T08:00:00Z", "found_later", "2026-03-11T08:00:00Z"),
    "foundAfterwards",
  ],
  ["before it, found out by then", event("2026-03-10T08:00:00Z", "found_later", "2026-03-10T08:30:00Z"), "known"],
  ["before it, found out who knows when", event("2026-03-10T08:00:00Z", "found_later"), "foundAfterwards"],
  ["after it, whenever found out", event("2026-03-10T10:00:00Z", "found_later", "2026-03-11T08:00:00Z"), "later"],
  ["without a time", event(null), "known"],
])("what happened %s", (_, one, where) => {
  expect(asSeenAt([one], AT)[where]).toEqual([one]);
});

it("counts them in words", () => {
  const of = (known: number, later: number, foundAfterwards: number) =>
    seenWords({ known: { length: known }, later: { length: later }, foundAfterwards: { length: foundAfterwards } });
  expect(of(8, 6, 2)).toBe("8 of 16 were known. 6 came later, 2 were found later.");
  expect(of(1, 0, 1)).toBe("1 of 2 was known. 1 was found later.");
  expect(of(3, 0, 0)).toBe("3 of 3 were known.");
});

it("puts every event in one list, and what is known stays known", () => {
  const minute = fc.integer({ min: 0, max: 60 }).map((one) => new Date(Date.parse(AT) + one * 60_000).toISOString());
  const any = fc.record({
    at: fc.option(minute),
    known: fc.constantFrom("at_the_time" as const, "found_later" as const, null),
    foundAt: fc.option(minute),
  });
  fc.assert(
    fc.property(fc.array(any), minute, minute, (events, one, other) => {
      const [early, late] = [one, other].sort();
      const before = asSeenAt(events, early ?? one);
      const after = asSeenAt(events, late ?? other);
      expect(before.known.length + before.later.length + before.foundAfterwards.length).toBe(events.length);
      for (const event_ of before.known) expect(after.known).toContain(event_);
    }),
  );
});
