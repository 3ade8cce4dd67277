import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const LIST = [
  "11:30 The team started maintenance on the network.",
  "12:00 Our monitoring spotted the first signs of problems.",
  "12:46 The monitoring showed green light for the service.",
];
const read = (below: string) =>
  parseSource(textInput(`Report for 2020-09-09 (UTC)\nTimeline\n${LIST.join("\n")}\n${below}\n`, "notes.md"), {})
    .events;
const CAUSE = "During the maintenance, one of the services was unable to communicate.";

describe("the title of a part right below the last entry", () => {
  it.each([
    `Root cause\n${CAUSE}`,
    `Root cause analysis\n${CAUSE}`,
    `Impact\n${CAUSE}`,
    `Resolution\n${CAUSE}\nPrevention\nWe test more.`,
    `What went wrong\n${CAUSE}`,
    `Follow-up actions\n- The procedure will be updated.\n- The strategy will be discussed.`,
    `Lessons learned\n- Test the network first.`,
    `Next steps\n1. The procedure will be updated.`,
    `Maßnahmen\n- Das Verfahren wird geändert.`,
    `Summary\n${CAUSE}`,
  ])("ends it: %j", (below) => {
    const events = read(below);
    expect(events).toHaveLength(3);
    expect([events[2]?.title, events[2]?.body]).toEqual(["The monitoring showed green light for the service.", ""]);
  });

  it.each([
    "Impact on customers was small",
    "root cause was not known then",
    "Recovery of 40 pods took ten minutes.",
    "All services",
  ])("isn't meant by other words: %j", (below) => {
    expect(`${read(below)[2]?.title} ${read(below)[2]?.body}`).toContain(below);
  });
});
