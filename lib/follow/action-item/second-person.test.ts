import { describe, expect, it } from "vitest";
import { ACTION_PRIORITIES, ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { isSecondPerson, mayLower, needsSecondPerson } from "./second-person.ts";

const hands = { ownerId: "owner", implementedById: "builder" };

describe("a second person", () => {
  it("is required for P0 and P1 only", () => {
    expect(ACTION_PRIORITIES.filter(needsSecondPerson)).toEqual(["P0", "P1"]);
  });

  it.each([
    ["owner", false],
    ["builder", false],
    [null, false],
    ["somebody", true],
  ])("is not the owner, the implementer or no one: %s", (who, is) => {
    expect(isSecondPerson(who, hands)).toBe(is);
  });
});

describe("lowering a priority", () => {
  it.each(ACTION_STATUSES)("out of P1 needs a second person when one is required: %s", (status) => {
    const item = { ...hands, status, priority: "P1" as const };
    const isPromised = status === "accepted" || status === "in_progress" || status === "implemented";
    for (const who of ["owner", "builder", null]) expect(mayLower(item, "P2", who)).toBe(!isPromised);
    expect(mayLower(item, "P3", "somebody")).toBe(true);
  });

  it.each([
    ["P0", "P1"],
    ["P2", "P3"],
    ["P3", "P0"],
  ] as const)("from %s to %s is up to the owner too", (priority, to) => {
    expect(mayLower({ ...hands, status: "implemented", priority }, to, "owner")).toBe(true);
  });
});
