import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const kinds = (json: object) =>
  parseSource(jsonInput({ time: "2026-03-01T10:00:00Z", ...json })).events.map(({ kind }) => kind);

describe("an open or closed record of sales", () => {
  it.each<[string, object]>([
    ["a deal", { meta: { action: "change", host: "x" }, data: { title: "Big deal", status: "open", deal_id: 1 } }],
    ["a won deal", { title: "Big deal", status: "closed", currency: "USD", host: "crm-1" }],
    ["an invoice", { title: "March of shop", state: "open", invoice_id: 7 }],
    ["an order", { title: "Two lamps", status: "closed", order_number: 12 }],
    ["a quote", { title: "Ten chairs", status: "open", quote_id: 3, severity: "x" }],
    ["a payment", { title: "Rent of March", state: "recovered", amount: 1200 }],
    ["a refund", { payload: { title: "Two lamps", status: "closed", refund: { amount: 5, currency: "EUR" } } }],
    ["an order within", { event: "order.closed", order: { title: "Two lamps", status: "closed" } }],
    ["an invoice within", { type: "invoice.opened", invoice: { title: "March of shop", status: "open" } }],
    ["a deal within", { event: "updated", deal: { title: "Big deal", status: "open" } }],
  ])("isn't an alert: %s", (_what, json) => {
    expect(kinds(json)).toEqual(["observation"]);
  });
});
