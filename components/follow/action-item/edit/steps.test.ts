import { expect, it } from "vitest";
import { makeRow } from "../testing/make-row.ts";
import { sharedSteps } from "./steps.ts";

it.each([
  ["only to someone who can end its waiver", true, null],
  ["to no one else, even if they can approve waivers of other policies", false, expect.stringContaining("approve")],
])("offers the steps of a waived action %s", (_, endWaiver, refused) => {
  const { abilities } = makeRow(1);
  const owner = { id: "mia", name: "Mia" };
  const row = makeRow(1, { status: "waived", owner, abilities: { ...abilities, approve: true, endWaiver } });
  const steps = sharedSteps([row], "tess");
  expect(steps.map(({ to }) => to)).toContain("accepted");
  for (const step of steps) expect(step.refused, step.to).toEqual(refused);
});
