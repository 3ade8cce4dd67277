import { expect, it } from "vitest";
import { detailsOf } from "./describe.ts";

const ADA = "01a213af-25a3-77c2-8f44-f1382d85e999";
const EVENT = "01a213af-2a7d-7b68-bf15-ae2347ee343a";
const names = new Map([[ADA, "Ada"]]);

it("names people, counts what has no name, and leaves out keys, versions and what is empty", () => {
  const after = { key: "REV-1", version: 3, ownerId: ADA, evidence: [{ eventId: EVENT, stance: "for" }], why: "" };
  expect(detailsOf(after, names)).toEqual(["owner: Ada; evidence: 1"]);
  expect(detailsOf({ parentId: EVENT, status: "in_review" }, names)).toEqual(["status: in review"]);
  expect(detailsOf({ gate: "milestones_set", reason: "No pages then" }, names)).toEqual([
    "Key times are set or marked as not applicable; reason: No pages then",
  ]);

  expect(detailsOf(null, names)).toEqual([]);
});

it("begins with what it was about, in quotes", () => {
  const factor = { role: "luck", evidence: [{ eventId: EVENT }], statement: "A copy made by hand was six hours old" };
  expect(detailsOf(factor, names)).toEqual(["“A copy made by hand was six hours old”", "role: luck; evidence: 1"]);
  expect(detailsOf({ quote: "Five ways back" }, names)).toEqual(["“Five ways back”"]);
  expect(detailsOf({ quote: "", status: "in_review" }, names)).toEqual(["status: in review"]);
});
