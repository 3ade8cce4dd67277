import { describe, expect, it } from "vitest";
import { makeRow } from "../testing/make-row.ts";
import { columnNext, dropOf } from "./drop-rule.ts";

const me = { id: "me", name: "Me" };

describe("a card that is dropped", () => {
  it("takes the step of the transition table, with what it asks for", () => {
    const row = makeRow(1, { status: "accepted", owner: me });
    expect(dropOf(row, "in_progress", "me")).toMatchObject({
      kind: "step",
      step: { to: "in_progress", asks: "nothing" },
    });
    expect(dropOf(row, "implemented", "me")).toMatchObject({ kind: "step", step: { asks: "evidence" } });
    expect(dropOf(row, "accepted", "me")).toEqual({ kind: "same" });
  });

  it("is rejected with the rule, and with where it can go", () => {
    const row = makeRow(1, { status: "accepted", owner: me });
    expect(dropOf(row, "verified", "me")).toEqual({
      kind: "refused",
      rule: expect.stringMatching(/^An action can't go from Accepted to Verified\. It can go to .*To verify/),
    });
    expect(dropOf(makeRow(1, { status: "proposed" }), "accepted", "me")).toEqual({
      kind: "refused",
      rule: "Set an owner first",
    });
  });

  it("moves over the columns by arrow, and stays at the ends", () => {
    expect([columnNext("proposed", -1), columnNext("proposed", 1), columnNext("verified", 1)]).toEqual([
      "proposed",
      "accepted",
      "verified",
    ]);
  });
});
