import fc from "fast-check";
import { expect, it } from "vitest";
import { type OrderedEvent, orderEvents } from "./order.ts";

const event = (id: string, at: string | null, orderHint = 0, source = "a"): OrderedEvent => ({
  id,
  at,
  orderHint,
  source,
});
const ids = (events: OrderedEvent[]) => orderEvents(events).map(({ id }) => id);

it("orders by instant, not by the text of the time", () => {
  expect(ids([event("later", "2025-10-26T01:10:00+00:00"), event("first", "2025-10-26T01:50:00+01:00")])).toEqual([
    "first",
    "later",
  ]);
});

it("orders the same instant by hint, then source, then id", () => {
  const at = "2025-06-10T09:00:00Z";
  expect(ids([event("d", at, 2), event("c", at, 1, "b"), event("b", at, 1, "a"), event("a", at, 1, "b")])).toEqual([
    "b",
    "a",
    "c",
    "d",
  ]);
});

it("puts an untimed event after the event it was written after", () => {
  const events = [
    event("note 4", "2025-06-10T09:30:00Z", 4),
    event("note 3", null, 3),
    event("note 2", "2025-06-10T09:00:00Z", 2),
    event("note 1", null, 1),
    event("alert", "2025-06-10T09:10:00Z", 100, "b"),
  ];
  expect(ids(events)).toEqual(["note 1", "note 2", "note 3", "alert", "note 4"]);
});

it("puts an untimed event after a timed one with the same hint", () => {
  const at = "2025-06-10T09:00:00Z";
  expect(ids([event("untimed", null, 2), event("before", at, 1), event("after", at, 3), event("same", at, 2)])).toEqual(
    ["before", "same", "untimed", "after"],
  );
});

it("doesn't depend on the given order, loses nothing and keeps timed events ascending", () => {
  const any = fc.record({
    at: fc.option(fc.integer({ min: 0, max: 5 }).map((minute) => `2025-06-10T09:0${minute}:00Z`)),
    orderHint: fc.integer({ min: 0, max: 4 }),
    source: fc.constantFrom("a", "b"),
  });
  const events = fc.array(any).map((list) => list.map((one, index) => ({ ...one, id: `${index}` })));
  const shuffled = events.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      const ordered = orderEvents(list);
      expect(orderEvents(other)).toEqual(ordered);
      expect(new Set(ordered.map(({ id }) => id))).toEqual(new Set(list.map(({ id }) => id)));
      const instants = ordered.flatMap(({ at }) => at ?? []);
      expect(instants).toEqual([...instants].sort());
    }),
  );
});
