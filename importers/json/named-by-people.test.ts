import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const time = "2026-03-01T10:00:00Z";
const told = (json: object) => parseSource(jsonInput({ time, ...json })).events.map(({ title }) => title);

describe("the name of someone or of a business", () => {
  it.each<[string, object]>([
    ["the holder of an account", { data: { object: { account_holder_name: "Jenny Rosen", bank_name: "FIRST BANK" } } }],
    ["a card holder", { card: { cardholderName: "Jenny Rosen" } }],
    ["a customer", { payment: { customer_name: "Jenny Rosen" } }],
    ["a recipient", { transfer: { recipientName: "Jenny Rosen" } }],
    ["a contact", { booking: { contact_name: "Jenny Rosen" } }],
    ["a merchant", { payment: { merchant_name: "Corner Shop" } }],
    ["a vendor", { invoice: { vendorName: "Corner Shop" } }],
    ["a store", { order: { store_name: "Corner Shop" } }],
    ["an employee", { shift: { employee_name: "Jenny Rosen" } }],
    ["a caller", { call: { callerName: "Jenny Rosen" } }],
  ])("isn't what happened: %s", (_what, json) => {
    expect(told({ type: "record.changed", ...json })).toEqual(["record.changed"]);
  });
});
