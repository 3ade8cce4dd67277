import { expect, it } from "vitest";
import { conditionFor, draftFor, EMPTY_DRAFT, inputOf, missingIn } from "./rule-draft.ts";

const event = (labels: Record<string, string>) => ({ labels, title: "QueueDepthHigh", service: null });

it("starts with the most informative label, otherwise with the title", () => {
  expect(draftFor(event({ instance: "mail-out-2", team: "mail" })).conditions).toEqual([
    { field: "label", name: "team", operator: "is", values: ["mail"] },
  ]);
  expect(draftFor(event({ zone: "a", instance: "b" })).conditions[0]).toMatchObject({ name: "instance" });
  expect(draftFor(event({})).conditions).toEqual([{ field: "text", operator: "contains", values: ["QueueDepthHigh"] }]);
});

it("names what is missing", () => {
  expect(missingIn(EMPTY_DRAFT)).toBeNull();
  expect(missingIn({ ...EMPTY_DRAFT, conditions: [conditionFor("label")] })).toBe("Enter a value");
  expect(missingIn({ ...EMPTY_DRAFT, conditions: [{ ...conditionFor("label"), name: " " }] })).toBe(
    "Enter a label name",
  );
  expect(missingIn({ ...EMPTY_DRAFT, opens: true })).toContain("Without one, every event");
});

it("leaves empty values out", () => {
  const draft = { ...EMPTY_DRAFT, conditions: [{ ...conditionFor("label"), values: [" mail ", ""] }] };
  expect(inputOf(draft)).toMatchObject({
    conditions: [{ field: "label", name: "service", operator: "is", values: ["mail"] }],
  });
  expect(inputOf(draft)).not.toHaveProperty("replaces");
});
