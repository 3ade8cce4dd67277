import { expect, test } from "vitest";
import type { Promotion } from "#lib/contract/promotion.ts";
import { asNow, givenOf, notedOf, type Subject } from "./subject.ts";

const FIELDS = { day: null, personId: "", reason: "Later", mitigation: "" };
const promotion = (marks: string[]): Promotion => ({
  ...{ condition: { id: "c1", name: "Old flags" }, reasons: [], since: [], marks },
  ...{ incidents: [], minutesInYear: null, fixes: [], teams: [] },
});
const proposal = (marks: string[]): Subject => ({
  ...{ kind: "condition", key: "c1", title: "Old flags", promotion: promotion(marks) },
});

test("sets a proposal aside with its current figures, or with the read ones if it isn't proposed any more", () => {
  const given = (now: Promotion[]) => givenOf(asNow(proposal(["INC-1"]), now), "set_aside", 1, FIELDS);
  expect(given([promotion(["INC-1", "INC-2"])])).toMatchObject({ conditionId: "c1", marks: ["INC-1", "INC-2"] });
  expect(given([])).toMatchObject({ conditionId: "c1", marks: ["INC-1"] });
});

test("a line of the minutes is about the item that is shown, also about a proposal", () => {
  expect([notedOf(proposal([])), notedOf(undefined)]).toEqual([{ conditionId: "c1" }, {}]);
});
