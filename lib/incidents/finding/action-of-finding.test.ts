import { describe, expect, it } from "vitest";
import { actionOfFinding } from "./action-of-finding.ts";

const TITLE = "Add alerts for the queue";
const PLACE = { filename: "a.md", file: null, line: 52 };
const stated = (more: object = {}) => ({
  owner: null,
  due: null,
  status: null,
  ticket: null,
  url: null,
  type: null,
  priority: null,
  ...more,
});

describe("an action item of a write-up", () => {
  it.each([
    ["Add alerts for the queue", null, "detect"],
    ["Investigate memory usage", null, "investigate"],
    ["Write a runbook for restores", null, "process"],
    ["Delete the old path", null, "prevent"],
    ["Delete the old path", "Mitigate", "mitigate"],
  ])("%s (%s) is of type %s", (title, type, expected) => {
    expect(actionOfFinding(title, stated({ type }), PLACE).type).toBe(expected);
  });

  it("keeps only certain values as fields, and everything else as text", () => {
    const sure = actionOfFinding(
      TITLE,
      stated({ due: "2026-05-01", priority: "p1", url: "https://t.example.com/1" }),
      PLACE,
    );
    expect(sure).toMatchObject({ dueDate: "2026-05-01", priority: "P1", trackerUrl: "https://t.example.com/1" });
    expect(sure.description).toBe("Listed in a.md, line 52.");
    const vague = actionOfFinding(
      TITLE,
      stated({ due: "end of Q2", owner: "@dma", status: "done", ticket: "OPS-4", url: "see wiki" }),
      PLACE,
    );
    expect(vague).not.toHaveProperty("dueDate");
    expect(vague).toMatchObject({ priority: "P2", trackerUrl: null });
    expect(vague.description).toBe(
      "Listed in a.md, line 52. Owner in the file: @dma. Due in the file: end of Q2. Ticket: OPS-4. Marked as done in the file. Check it, then mark it as implemented with evidence.",
    );
  });
});
