import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTION_PRIORITIES, ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { PlainSort } from "#lib/follow/action-item/query/fields.ts";
import { ACTION_LIST_ORDERS, type ActionListInput, belongsInActionList } from "#lib/story/action-list.ts";
import { applied, inverseOf } from "./edit/change.ts";
import { changeWords } from "./edit/change-words.ts";
import { patchRow, placeRow } from "./list-cache.ts";
import { makeRow } from "./testing/make-row.ts";

const ME = "me";
const pagesOf = (rows: ActionItemRow[], size: number, more = false) => {
  const count = Math.max(1, Math.ceil(rows.length / size));
  const pages = Array.from({ length: count }, (_, at) => ({
    items: rows.slice(at * size, (at + 1) * size),
    nextCursor: at < count - 1 || more ? `cursor ${at}` : null,
  }));
  return { pages, pageParams: pages.map(() => undefined) };
};
const keysOf = (data: { pages: { items: ActionItemRow[] }[] }) =>
  data.pages.flatMap((page) => page.items).map((row) => row.key);

const row = fc
  .record({
    number: fc.integer({ min: 1, max: 30 }),
    dueDate: fc.constantFrom("2026-09-01", "2026-10-01", "2026-11-01", null),
    status: fc.constantFrom(...ACTION_STATUSES),
    waivedUntil: fc.constantFrom("2026-09-15", "2026-10-15", null),
    priority: fc.constantFrom(...ACTION_PRIORITIES),
    owner: fc.constantFrom(null, { id: ME, name: "Me" }, { id: "other", name: "Other" }),
    archived: fc.boolean(),
  })
  .map(({ number, ...fields }) => makeRow(number, fields));
const rows = fc.uniqueArray(row, { selector: (one) => one.key, maxLength: 20 });
const input: fc.Arbitrary<ActionListInput> = fc.record(
  {
    open: fc.boolean(),
    today: fc.constant("2026-10-01"),
    mine: fc.boolean(),
    unowned: fc.boolean(),
    archived: fc.boolean(),
    dueBefore: fc.constantFrom("2026-10-01", "2026-10-02"),
    sort: fc.constantFrom("due" as const, "priority" as const, "newest" as const),
    priority: fc.uniqueArray(fc.constantFrom(...ACTION_PRIORITIES), { minLength: 1 }),
  },
  { requiredKeys: [] },
);
describe("placing a settled row", () => {
  it("gives the same list as the server", () => {
    fc.assert(
      fc.property(rows, row, input, fc.integer({ min: 1, max: 7 }), (before, changed, asked, size) => {
        const listed = (all: ActionItemRow[]) =>
          all
            .filter((one) => belongsInActionList(one, asked, ME))
            .sort(ACTION_LIST_ORDERS[(asked.sort ?? "due") as PlainSort]);
        const data = pagesOf(listed(before), size);
        const after = placeRow(data, changed, asked, ME);
        const expected = listed([...before.filter((one) => one.key !== changed.key), changed]);
        expect(keysOf(after)).toEqual(expected.map((one) => one.key));
        expect(after.pages.map((page) => page.nextCursor)).toEqual(data.pages.map((page) => page.nextCursor));
      }),
    );
  });

  it("leaves a place after the last loaded row to the next page", () => {
    const data = pagesOf([makeRow(1, { dueDate: "2026-10-01" }), makeRow(2, { dueDate: "2026-10-02" })], 2, true);
    const later = makeRow(1, { dueDate: "2027-01-01" });
    expect(keysOf(placeRow(data, later, {}, ME))).toEqual(["ACT-2"]);
    expect(keysOf(placeRow(pagesOf(data.pages[0]?.items ?? [], 2), later, {}, ME))).toEqual(["ACT-2", "ACT-1"]);
  });

  it("doesn't assume that a row matches words", () => {
    const data = pagesOf([], 2);
    expect(placeRow(data, makeRow(1), { q: "backup" }, ME)).toBe(data);
  });
});

it("patches a row in place and doesn't change other lists", () => {
  const data = pagesOf([makeRow(1), makeRow(2)], 1);
  const change = { kind: "priority", priority: "P0" } as const;
  const after = patchRow(data, "ACT-2", (one) => applied(one, change));
  expect(after.pages.map((page) => page.items[0]?.priority)).toEqual(["P2", "P0"]);
  expect(patchRow(data, "ACT-3", (one) => applied(one, change))).toBe(data);
});

describe("changes", () => {
  it("undo each other if there is an exact undo", () => {
    const before = makeRow(1, { status: "accepted", owner: { id: ME, name: "Me" }, dueDate: "2026-10-01" });
    const changes = [
      { kind: "owner", owner: null },
      { kind: "due", dueDate: "2026-12-01", reason: "x" },
      { kind: "priority", priority: "P0" },
      { kind: "blocked", blockedReason: "Waits" },
      { kind: "step", to: "in_progress" },
      { kind: "step", to: "implemented", evidence: "x" },
    ] as const;
    for (const change of changes) {
      const back = inverseOf(before, change);
      expect(back && applied(applied(before, change), back)).toEqual(before);
    }
    expect(inverseOf(makeRow(1, { status: "implemented" }), { kind: "step", to: "verified" })).toBeNull();
  });

  it("state what they did", () => {
    expect(changeWords({ kind: "owner", owner: { id: "a", name: "Aiko Mori" } }, ["ACT-1", "ACT-2"])).toBe(
      "Owner of 2 actions: Aiko Mori",
    );
    expect(changeWords({ kind: "step", to: "implemented", evidence: "x" }, ["ACT-1"])).toBe("ACT-1: To verify");
  });
});
