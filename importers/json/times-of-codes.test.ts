import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { jsonInput } from "#importers/testing/fixtures.ts";

const clocks = (json: unknown) => parseSource(jsonInput(json)).events.map(({ at }) => at?.slice(11, 16));

const MADE = "2026-02-01T09:00:00Z";
const THEN = "2026-03-01T10:00:00Z";
const made = { title: "Rent of March", created_at: MADE };

describe("a time that the code of a record names", () => {
  it.each<[string, object]>([
    ["an order", { event: "order.paid", data: { ...made, paid_at: THEN } }],
    ["a contract", { type: "contract_signed", contract: { ...made, signed_on: THEN } }],
    ["a parcel", { eventType: "ParcelShipped", parcel: { title: "Two lamps", createdAt: MADE, shippedAt: THEN } }],
    ["a leave", { action: "approved", leave: { ...made, approved_at: THEN } }],
    ["a mail", { event: "sent", message: { ...made, sent_at: THEN } }],
    ["a key", { event_type: "key.revoked", key: { ...made, revoked_at: THEN } }],
    ["a record of one level", { event: "invoice.voided", ...made, voided_at: THEN }],
    ["another record of one level", { operation: "DOC_LOCKED", ...made, locked_at: THEN }],
    ["a page", { trigger: "page:archived", page: { x: 1 }, doc: { ...made, archivedOn: THEN } }],
    ["a refund", { event: "refunded", body: { ...made, refunded_at: THEN, deleted_at: null } }],
  ])("is before when it was made: %s", (_what, json) => {
    expect(clocks(json)).toEqual(["10:00"]);
  });

  it.each<[string, object]>([
    ["another word", { event: "order.viewed", data: { ...made, paid_at: THEN } }],
    ["no time yet", { event: "order.paid", data: { ...made, paid_at: null } }],
    ["a later login", { event: "order.created", data: { ...made, logged_at: THEN } }],
  ])("isn't a time of %s", (_what, json) => {
    expect(clocks(json)).toEqual(["09:00"]);
  });
});
