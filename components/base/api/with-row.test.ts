import { expect, it } from "vitest";
import { withoutRows, withRow } from "./with-row.ts";

const a = { id: "a", name: "A", version: 1 };
const b = { id: "b", name: "B", version: 1 };

it("changes the given fields of one row and nothing else", () => {
  const data = { items: [a, b], nextCursor: "x" };
  expect(withRow(data, { id: "b", name: "Bee" })).toEqual({
    items: [a, { id: "b", name: "Bee", version: 1 }],
    nextCursor: "x",
  });
  expect(data.items[1]).toBe(b);
});

it("finds the row on whichever page it is", () => {
  const data = { pages: [{ items: [a] }, { items: [b] }], pageParams: [undefined, "x"] };
  expect(withRow(data, { id: "b", version: 2 })).toEqual({
    pages: [{ items: [a] }, { items: [{ ...b, version: 2 }] }],
    pageParams: [undefined, "x"],
  });
});

it("returns the same object for a missing row, and nothing for nothing", () => {
  const one = { items: [a] };
  const many = { pages: [{ items: [a] }], pageParams: [undefined] };
  expect(withRow(one, { id: "z" })).toBe(one);
  expect(withRow(many, { id: "z" })).toBe(many);
  expect(withRow(undefined, { id: "a" })).toBeUndefined();
});

it("removes rows from a page, or from all pages", () => {
  const ids = new Set(["a", "z"]);
  expect(withoutRows({ items: [a, b] }, ids)).toEqual({ items: [b] });
  const pages = { pages: [{ items: [a] }, { items: [b] }], pageParams: [undefined, "x"] };
  expect(withoutRows(pages, ids)).toEqual({ pages: [{ items: [] }, { items: [b] }], pageParams: [undefined, "x"] });
  expect(withoutRows(undefined, ids)).toBeUndefined();
});
