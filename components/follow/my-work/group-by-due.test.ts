import { expect, it } from "vitest";
import type { WorkItem } from "#lib/contract/me.ts";
import { daysPast, groupByDue } from "./group-by-due.ts";

const item = (key: string, dueDate: string | null): WorkItem => ({
  ...{ key, dueDate, kind: "action_due", title: key, href: "/", step: "", status: "accepted" },
  ...{
    priority: "P1",
    severity: null,
    incidentKey: null,
    owner: null,
    blockedReason: null,
    blockedUntil: null,
    originalDueDate: null,
    band: null,
    sections: [],
  },
});

it("puts what is late first, then by how soon it is due", () => {
  const items = [
    item("ACT-1", null),
    item("ACT-2", "2026-11-24"),
    item("ACT-3", "2026-11-25"),
    item("ACT-4", "2026-12-02"),
    item("ACT-5", "2026-12-03"),
  ];
  const groups = groupByDue(items, "2026-11-25");
  expect(groups.map(({ name, items: own }) => [name, own.map(({ key }) => key)])).toEqual([
    ["late", ["ACT-2"]],
    ["week", ["ACT-3", "ACT-4"]],
    ["later", ["ACT-5"]],
    ["undated", ["ACT-1"]],
  ]);
  expect(groupByDue([], "2026-11-25")).toEqual([]);
});

it("counts days past the date", () => {
  expect(daysPast(item("ACT-1", "2026-11-20"), "2026-11-25")).toBe(5);
  expect(daysPast(item("ACT-1", "2026-11-28"), "2026-11-25")).toBe(-3);
  expect(daysPast(item("ACT-1", null), "2026-11-25")).toBeNull();
});
