import { describe, expect, it } from "vitest";
import { spanDays } from "#importers/testing/times-of.ts";

const SENT = "2026-03-01T10:00:00Z";

describe("the text of an error", () => {
  it.each<[string, object]>([
    ["a description", { error_description: "It was not paid in time" }],
    ["a failure", { failure_message: "It was not paid in time" }],
    ["a reason of a failure", { failureReason: "It was not paid in time" }],
    ["details", { ErrorDetails: "It was not paid in time" }],
    ["a reason", { errorReason: "It was not paid in time" }],
  ])("comes before a description of what failed: %s", (_what, json) => {
    const [event] = spanDays({
      event: "payment.failed",
      created_at: SENT,
      payment: { description: "Rent of March", ...json },
    });
    expect(event?.[2]).toBe("It was not paid in time");
  });
});
