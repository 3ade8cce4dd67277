import { join } from "node:path";
import { expect, it } from "vitest";
import { fixturePaths } from "../fixtures.ts";
import { kindRecall, measureLabels, milestoneRecall, precisionOf, sumScores } from "./measure-labels.ts";

const { scores, lost } = measureLabels(join(import.meta.dirname, "../../../fixtures/imports"));
const { kinds, milestones } = sumScores(scores.values());

it("finds the write-up for every file of labels", () => {
  expect(lost).toEqual([]);
  expect(scores.size).toBe(fixturePaths("labels").length);
  expect(kinds.needed + kinds.missed.length).toBeGreaterThan(200);
});

it("gives correct kinds", () => {
  expect(precisionOf(kinds)).toBeGreaterThanOrEqual(0.97);
  expect(kindRecall(kinds)).toBeGreaterThanOrEqual(0.6);
});

it("suggests milestones that are stated", () => {
  expect(precisionOf(milestones)).toBeGreaterThanOrEqual(0.97);
  expect(milestoneRecall(milestones)).toBeGreaterThanOrEqual(0.7);
});
