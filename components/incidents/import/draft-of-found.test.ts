import { describe, expect, it } from "vitest";
import type { FoundAction } from "#lib/contract/import.ts";
import { draftOfFound } from "./draft-of-found.ts";

const found = (more: Partial<FoundAction>): FoundAction => ({
  line: 52,
  title: "Add alerts for the queue",
  owner: null,
  due: null,
  status: null,
  ticket: null,
  url: null,
  type: null,
  priority: null,
  knownAs: null,
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
    expect(draftOfFound(found({ title, type }), "a.md").type).toBe(expected);
  });

  it("takes over what is sure, and keeps the rest as words", () => {
    const sure = draftOfFound(found({ due: "2026-05-01", priority: "p1", url: "https://t.example.com/1" }), "a.md");
    expect(sure).toMatchObject({ dueDate: "2026-05-01", priority: "P1", trackerUrl: "https://t.example.com/1" });
    const vague = draftOfFound(found({ due: "end of Q2", owner: "@dma", status: "done", ticket: "OPS-4" }), "a.md");
    expect(vague).not.toHaveProperty("dueDate");
    expect(vague.priority).toBe("P2");
    expect(vague.description).toBe(
      "Listed in a.md, line 52. Owner there: @dma. Due there: end of Q2. Ticket: OPS-4. Done, it says; check it, and mark it implemented with the evidence.",
    );
  });
});
