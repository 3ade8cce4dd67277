import { describe, expect, it } from "vitest";
import type { StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { addQuarters } from "#lib/follow/strategic-change/quarter.ts";
import { inputOf, inverseOf, withChange, withEdits } from "./change-cache.ts";
import { byQuarter, listInputOf, quarterChoices, summaryOf } from "./change-views.ts";

const row = (number: number, fields: Partial<StrategicChangeRow> = {}): StrategicChangeRow => ({
  ...{ id: `id-${number}`, key: `SC-${number}`, title: `Change ${number}`, status: "in_progress", health: null },
  ...{
    reportedHealth: null,
    healthAt: null,
    stale: false,
    targetQuarter: null,
    owner: null,
    sponsor: null,
    team: null,
    otherTeams: [],
  },
  ...{ effectBy: null, effectDueOn: null, theme: null },
  ...{ factorCount: 0, actionCount: 0, actionsVerified: 0, incidents: [], archived: false, demo: false, version: 1 },
  ...{ abilities: { edit: true, report: true, decide: true, checkEffect: true }, ...fields },
});
const incident = (number: number) => ({ key: `INC-${number}`, title: "Incident", severity: 2 });

describe("the list", () => {
  it("groups by target quarter, in the order it came", () => {
    const rows = [row(1, { targetQuarter: "2026-Q4" }), row(2, { targetQuarter: "2026-Q4" }), row(3)];
    expect(byQuarter(rows).map(({ label, rows }) => [label, rows.length])).toEqual([
      ["Q4 2026", 2],
      ["No quarter yet", 1],
    ]);
  });

  it("summarises in one sentence what the changes address and what needs a decision", () => {
    const rows = [
      row(1, { health: "off_track", incidents: [incident(1), incident(2)] }),
      row(2, { health: "at_risk", stale: true, incidents: [incident(2)] }),
      row(3, { status: "proposed", health: "off_track" }),
    ];
    expect(summaryOf(rows)).toBe("3 changes address 2 incidents. 1 off track, 1 at risk, 1 without a recent update.");
    expect(summaryOf([row(1, { incidents: [incident(1)] })])).toBe("1 change addresses 1 incident.");
  });

  it("requests what its view is called", () => {
    const none = { q: " ", health: [], quarter: [], team: [], archived: false };
    expect(listInputOf("aside", none)).toEqual({
      ...{ limit: 100, mine: false, archived: false, status: ["deferred", "declined"] },
    });
    expect(listInputOf("all", { ...none, team: [], quarter: ["2026-Q4"] })).toMatchObject({
      targetQuarter: ["2026-Q4"],
    });
  });

  it("offers this quarter, the next ones and those already set", () => {
    expect(quarterChoices("2026-Q4", addQuarters, ["2026-Q1"])).toEqual([
      ...["2026-Q1", "2026-Q4", "2027-Q1", "2027-Q2", "2027-Q3", "2027-Q4", "2028-Q1"],
    ]);
  });
});

describe("the cache", () => {
  const data = { pages: [{ items: [row(1), row(2)], nextCursor: null }], pageParams: [undefined] };

  it("patches a row in place", () => {
    const after = withChange(data, "SC-2", (one) => ({ ...one, title: "Other" }));
    expect(after.pages[0]?.items.map((one) => one.title)).toEqual(["Change 1", "Other"]);
    expect(withChange(data, "SC-9", (one) => one)).toBe(data);
  });

  it("sends people by id and undoes a patch", () => {
    const owner = { id: "a", name: "Aiko Mori" };
    expect(inputOf({ owner, sponsor: null, title: "x" })).toEqual({ ownerId: "a", sponsorId: null, title: "x" });
    expect(inverseOf(row(1, { owner, targetQuarter: "2026-Q4" }), { owner: null, targetQuarter: null })).toEqual({
      owner,
      targetQuarter: "2026-Q4",
    });
  });
});

it("applies an edit of a list to the newest list", () => {
  expect(withEdits(["B", "C", "E"], ["A", "B", "C"], ["A", "C", "D"])).toEqual(["C", "E", "D"]);
  expect(withEdits(["D"], [], ["D"])).toEqual(["D"]);
});
