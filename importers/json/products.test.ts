import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const told = (json: unknown) =>
  parseSource(jsonInput(json)).events.map(({ at, endAt, title }) => [
    at?.slice(0, 10),
    endAt?.slice(0, 10) ?? null,
    title,
  ]);

const SENT = "2026-03-01T10:00:00Z";

describe("a product in a delivery with a code", () => {
  it.each<[string, object]>([
    ["a price", { items: [{ price: { name: "Monthly", description: "Pro plan" } }] }],
    ["a product", { product: { name: "Pro plan" } }],
    ["lines of an order", { line_items: [{ title: "Two lamps" }] }],
    ["a part of an order", { lineItem: { name: "Two lamps" } }],
    ["an article", { sku: { description: "Two lamps" } }],
  ])("isn't what happened: %s", (_what, data) => {
    expect(told({ type: "order.failed", time: SENT, data })).toEqual([["2026-03-01", null, "order.failed"]]);
  });
});
