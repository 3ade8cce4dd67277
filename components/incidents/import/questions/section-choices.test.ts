import { describe, expect, it } from "vitest";
import { ownSection, sectionChoices } from "./section-choices.ts";

const section = (number: number, from: string | null) => ({
  ...{ section: number, name: `Incident ${number}`, events: 3, from, to: from, answer: null, incidentKey: null },
});
const incident = { startedAt: "2025-03-04T14:02:00.000Z" };
const [first, second, third] = [
  section(1, "2025-02-25T10:00:00.000Z"),
  section(2, "2025-03-04T14:00:00.000Z"),
  section(3, "2025-03-08T09:00:00.000Z"),
];

describe("options for a file about several incidents", () => {
  it.each([
    [[first, second, third], 2],
    [[first, third], 3],
    [[section(1, null), section(2, null)], 1],
  ])("keeps the one that is nearest in time", (sections, own) => {
    expect(ownSection(sections, incident.startedAt)?.section).toBe(own);
    const split = sectionChoices(sections, undefined, incident).choices.find(({ value }) => value === "split");
    expect(split?.answers.filter(({ answer }) => answer === "keep")).toEqual([{ section: own, answer: "keep" }]);
  });

  it("offers each alone, split, and all here, and knows the answer", () => {
    const { choices, chosen } = sectionChoices([second, third], undefined, incident);
    expect(choices.map(({ label }) => label)).toEqual([
      "Only “Incident 2”",
      "Only “Incident 3”",
      "Split into 2 incidents",
      "Keep both here",
    ]);
    expect(chosen).toBeNull();
    for (const { value, answers } of choices)
      expect(sectionChoices([second, third], answers, incident).chosen).toBe(value);
  });

  it("offers only its own incident alone if there are many", () => {
    const many = [first, second, third, section(4, "2025-04-01T10:00:00.000Z")];
    expect(sectionChoices(many, undefined, incident).choices.map(({ value }) => value)).toEqual([
      "only 2",
      "split",
      "all",
    ]);
  });
});
