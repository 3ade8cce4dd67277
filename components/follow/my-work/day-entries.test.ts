import { describe, expect, it } from "vitest";
import type { AgendaItem, WorkItem } from "#lib/contract/me.ts";
import { dayEntries } from "./day-entries.ts";

const TODAY = "2017-02-13";
const meeting = (title: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  ...{ kind: "meeting", title, href: "/reviews/REV-1", note: "", at: null, over: false, ...more },
});
const item = (kind: WorkItem["kind"], key: string, dueDate: string | null = null): WorkItem => ({
  ...{ kind, key, title: `Title of ${key}`, href: `/actions/${key}`, step: "", dueDate, originalDueDate: null },
  ...{ status: "accepted", blockedReason: null, blockedUntil: null, priority: "P2", severity: null },
  ...{ incidentKey: null, owner: null, band: null, sections: [] },
});
const titles = (agenda: AgendaItem[], work: Partial<Parameters<typeof dayEntries>[1]> = {}) =>
  dayEntries(agenda, { now: [], reviews: [], actions: [], ...work }, TODAY).map(
    ({ title, note }) => `${title}: ${note}`,
  );

describe("the list of today", () => {
  it("has what is over first, then what has a time, and then meetings without one", () => {
    const at = "2017-02-13T10:00:00.000Z";
    const agenda = [meeting("Review"), meeting("Runs", { at }), meeting("Was", { at, over: true })];
    expect(titles(agenda)).toEqual(["Was: ", "Runs: ", "Review: "]);
  });

  it("names proposals to triage once, and what is due today, the first four of it", () => {
    const now = [item("action_to_triage", "ACT-8"), item("action_to_triage", "ACT-9"), item("action_due", "ACT-7")];
    const due = [1, 2, 3, 4, 5, 6].map((number) => item("action_due", `ACT-${number}`, TODAY));
    const actions = [...due, item("action_due", "ACT-20", "2017-02-14")];
    expect(titles([], { now, actions })).toEqual([
      "Triage of actions: 2 proposals to accept or decline.",
      ...[1, 2, 3, 4].map((number) => `Title of ACT-${number}: ACT-${number}, due today`),
      "2 more due today: ",
    ]);
  });

  it("is empty on a day without anything", () => {
    expect(titles([])).toEqual([]);
  });
});
