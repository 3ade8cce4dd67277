import { describe, expect, it } from "vitest";
import { spanDays } from "#importers/testing/times-of.ts";

const SENT = "2026-03-01T10:00:00Z";

describe("a product in a delivery with a code", () => {
  it.each<[string, object]>([
    ["a price", { items: [{ price: { name: "Monthly", description: "Pro plan" } }] }],
    ["a product", { product: { name: "Pro plan" } }],
    ["lines of an order", { line_items: [{ title: "Two lamps" }] }],
    ["a part of an order", { lineItem: { name: "Two lamps" } }],
    ["an article", { sku: { description: "Two lamps" } }],
  ])("isn't what happened: %s", (_what, data) => {
    expect(spanDays({ type: "order.failed", time: SENT, data })).toEqual([["2026-03-01", null, "order.failed"]]);
  });
});
