import { expect, it } from "vitest";
import { ACTION_PRIORITIES, ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { mayHandOver, refusesAsking, refusesHandOver } from "./hand-over.ts";

it.each([
  ["the owner", "owner", "other", null],
  ["someone else", "other", "third", "owner_hands_over"],
  ["no one", null, "other", "owner_hands_over"],
  ["the owner to themselves", "owner", "owner", "hand_over_to_owner"],
])("lets an accepted action be handed over by %s: %s to %s", (_, actorId, toId, rule) => {
  expect(refusesHandOver({ status: "accepted", ownerId: "owner" }, actorId, toId)?.rule ?? null).toBe(rule);
});

it("hands over what is proposed, accepted or in progress, and offers exactly that", () => {
  const open = ["proposed", "accepted", "in_progress"];
  for (const status of ACTION_STATUSES) {
    const item = { status, ownerId: "owner" };
    const rule = refusesHandOver(item, "owner", "other")?.rule ?? null;
    expect([status, rule]).toEqual([status, open.includes(status) ? null : "hand_over_status"]);
    expect(mayHandOver(item, "owner")).toBe(rule === null);
    expect(mayHandOver(item, "other")).toBe(false);
    expect(mayHandOver({ ...item, ownerId: null }, undefined)).toBe(false);
  }
});

it("asks someone to verify only what is to verify, and for a P0 or P1 a second person", () => {
  for (const status of ACTION_STATUSES)
    for (const priority of ACTION_PRIORITIES)
      for (const personId of ["owner", "builder", "other", null]) {
        const item = { status, priority, ownerId: "owner", implementedById: "builder" };
        const isHands = personId === "owner" || personId === "builder";
        const isSecondNeeded = priority === "P0" || priority === "P1";
        const rule =
          status !== "implemented" ? "not_to_verify" : isHands && isSecondNeeded ? "second_person_needed" : null;
        expect(refusesAsking(item, personId)?.rule ?? null).toBe(rule);
      }
});
