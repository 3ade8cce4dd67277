import { expect, it } from "vitest";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import { LETTERS } from "#lib/incidents/timeline/kinds/weights/chances.ts";
import table from "#lib/incidents/timeline/kinds/weights/weights.json" with { type: "json" };
import { hashOfLines } from "./lessons.ts";

it("the weights are those that training learned from the lines: after a change of lines run npm run train:kinds", () => {
  expect(table.lines).toBe(hashOfLines());
});

it("there is a letter for each kind", () => {
  expect(new Set(LETTERS).size).toBeGreaterThanOrEqual(EVENT_KINDS.length);
});
