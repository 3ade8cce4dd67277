import { describe, expect, it } from "vitest";
import { todayIn } from "#lib/base/time/today-in.ts";
import type { QueryGroup } from "#lib/follow/action-item/query/fields.ts";
import { EMPTY_QUERY, listInputOf, type TrackerQuery, type View } from "#lib/follow/action-item/query/query.ts";
import { nextStepOf, sharedSteps, stepsOf } from "../edit/steps.ts";
import { makeRow } from "../testing/make-row.ts";
import { chipsOf, filtersOf } from "./actions-filters.ts";
import { columnInputOf, countInputOf, statusesOf } from "./board-columns.ts";
import { entriesOf, partsOf } from "./list-entries.ts";

const TODAY = "2026-10-31";
const DAYS = { today: TODAY, dayOf: (instant: string) => todayIn("America/New_York", new Date(instant)) };
const inputOf = (view: View, more: Partial<TrackerQuery> = {}) => listInputOf({ ...EMPTY_QUERY, view, ...more }, TODAY);

describe("grouping", () => {
  const rows = ["2026-07-01", "2026-10-01", "2026-10-02", "2026-11-01", null].map((dueDate, at) =>
    makeRow(at + 1, { dueDate }),
  );
  const heads = (hasMore: boolean) =>
    entriesOf(rows, DAYS, "late", hasMore).flatMap((entry) =>
      entry.kind === "group" ? [[entry.group, entry.count]] : [],
    );

  it("puts a heading with its count before each group, and shows if the count can grow", () => {
    expect(heads(false)).toEqual([
      ["over90", "1"],
      ["d8to30", "2"],
      ["onTime", "1"],
      ["noDate", "1"],
    ]);
    expect(heads(true).at(-1)).toEqual(["noDate", "1+"]);
  });

  it("shows no count of what someone else has", () => {
    const counts = entriesOf(rows, DAYS, "late", false, false).flatMap((entry) =>
      entry.kind === "group" ? [entry.count] : [],
    );
    expect(counts).toEqual(["", "", "", ""]);
  });

  it("keeps every heading separate while a moved date splits a group", () => {
    const split = ["2026-10-01", "2026-11-01", "2026-10-02", null, "2026-10-03"].map((dueDate, at) =>
      makeRow(at + 1, { dueDate }),
    );
    const ids = entriesOf(split, DAYS, "late", false).flatMap((entry) => (entry.kind === "group" ? [entry.id] : []));
    expect(ids).toEqual(["d8to30 0", "onTime 0", "d8to30 1", "noDate 0", "d8to30 2"]);
  });

  it("has a heading for each value of any other field", () => {
    const labels = (by: QueryGroup) =>
      entriesOf(rows.slice(2), DAYS, by, false).flatMap((entry) => (entry.kind === "group" ? [entry.label] : []));
    expect(labels("due")).toEqual(["October 2026", "November 2026", "No due date"]);
    expect(labels("team")).toEqual(["No team"]);
    const headed = (by: QueryGroup, heading: string | null) =>
      entriesOf([makeRow(1, { heading })], DAYS, by, false).flatMap((entry) =>
        entry.kind === "group" ? [entry.label] : [],
      );
    expect(headed("verified", "2026-10-01")).toEqual(["October 2026"]);
    expect(headed("verified", null)).toEqual(["Verified: none"]);
    expect(headed("checklist", "open")).toEqual(["Checklist: Some not done"]);
    expect(headed("watching", "true")).toEqual(["Watched by me: yes"]);
    expect(headed("condition", "Nobody restores")).toEqual(["Nobody restores"]);
    expect(headed("change", "SC-1 One queue")).toEqual(["SC-1 One queue"]);
    expect(headed("original", null)).toEqual(["No due date"]);
    expect(labels("moves")).toEqual(["Never moved"]);
    expect(labels("status")).toHaveLength(1);
    const createdAt = "2026-11-01T03:59:00Z";
    const created = entriesOf([makeRow(1, { createdAt })], DAYS, "created", false);
    expect(created[0]).toMatchObject({ label: "October 2026" });
  });

  it("numbers the rows as the list has them, grouped or not", () => {
    const numbers = (isGrouped: boolean) =>
      entriesOf(rows, DAYS, isGrouped ? "late" : null, false).flatMap((entry) =>
        entry.kind === "row" ? [entry.at] : [],
      );
    expect(numbers(true)).toEqual([0, 1, 2, 3, 4]);
    expect(numbers(false)).toEqual([0, 1, 2, 3, 4]);
  });
});

describe("views", () => {
  it("request what their names say", () => {
    expect(inputOf("late")).toMatchObject({ open: true, today: TODAY, dueBefore: TODAY, sort: "due" });
    expect(inputOf("soon")).toMatchObject({ dueAfter: "2026-10-30", dueBefore: "2026-11-15" });
    expect(inputOf("verify", { status: ["declined"] })).toMatchObject({ status: ["implemented"] });
    expect(inputOf("all")).toMatchObject({ open: false, sort: "newest" });
    expect(inputOf("open", { band: "d8to30" })).toMatchObject({ dueAfter: "2026-09-30", dueBefore: "2026-10-24" });
  });

  it("keep their chips in the URL and back", () => {
    const { status, priority, type, owner, team, incident, review, band, archived } = EMPTY_QUERY;
    const filters = {
      ...{ status, priority, type, owner, team, incident, review, band, archived },
      ...{ status: ["accepted" as const], band: "d1to7" as const, owner: ["a"] },
    };
    expect(filtersOf(chipsOf(filters))).toEqual(filters);
    expect(filtersOf([{ field: "status", values: ["no such"] }]).status).toEqual([]);
  });
});

describe("steps", () => {
  const me = { id: "me", name: "Me" };

  it("ask for evidence, a check or a reason, as the rules require", () => {
    const asks = (status: Parameters<typeof makeRow>[1]) =>
      Object.fromEntries(stepsOf(makeRow(1, status), "me").map((step) => [step.to, step.asks]));
    expect(asks({ status: "accepted", owner: me })).toMatchObject({ in_progress: "nothing", implemented: "evidence" });
    expect(asks({ status: "implemented", owner: me })).toMatchObject({ verified: "check", in_progress: "nothing" });
    expect(asks({ status: "implemented", owner: null })).toMatchObject({ in_progress: "reason", declined: "decline" });
    expect(asks({ status: "verified" })).toEqual({ in_progress: "reason" });
  });

  it("explain why one can't be taken", () => {
    const abilities = {
      edit: true,
      work: true,
      verify: false,
      moveDate: true,
      approve: false,
      endWaiver: false,
      purge: false,
    };
    const own = makeRow(1, { status: "implemented", priority: "P1", owner: me, abilities });
    expect(nextStepOf(own, "me")).toMatchObject({ to: "verified", refused: "A second person verifies P0 and P1" });
    expect(nextStepOf(makeRow(1, { status: "proposed" }), "me")).toMatchObject({ refused: "Set an owner first" });
    expect(nextStepOf(makeRow(1, { status: "verified" }), "me")).toBeNull();
  });

  it("of several rows are those that all can take", () => {
    const shared = sharedSteps([makeRow(1, { owner: me }), makeRow(2, { owner: me, status: "in_progress" })], "me");
    expect(shared.map((step) => step.to)).toEqual(["implemented", "declined", "waived"]);
  });
});

describe("the board", () => {
  const query = (more: Partial<TrackerQuery>): TrackerQuery => ({ ...EMPTY_QUERY, ...more });

  it.each<[Partial<TrackerQuery>, object]>([
    [{ view: "mine" }, { mine: true }],
    [{ view: "unowned" }, { unowned: true }],
    [{ view: "late" }, { dueBefore: TODAY }],
    [{ view: "soon" }, { dueAfter: "2026-10-30", dueBefore: "2026-11-15" }],
    [{ filter: "team=mine or late>0" }, { filter: "(team=mine or late>0) and verified>=today-14d" }],
  ])("lists as verified what the view has: %j", (more, wanted) => {
    const input = columnInputOf(query(more), "verified", TODAY);
    expect(input).toMatchObject({ ...wanted, status: ["verified"], open: false, sort: "-verified", today: TODAY });
  });

  it("counts its columns in two requests, without a search or an order", () => {
    const open = countInputOf(query({ view: "mine" }), "proposed", TODAY);
    expect(open).toEqual(countInputOf(query({ view: "mine" }), "implemented", TODAY));
    const status = ["proposed", "accepted", "in_progress", "implemented"];
    expect(open).toEqual({ mine: true, unowned: false, archived: false, open: true, today: TODAY, status });
    const verified = countInputOf(query({ view: "mine", q: "backup" }), "verified", TODAY);
    expect(verified).toEqual({ ...open, open: false, status: ["verified"], filter: "verified>=today-14d" });
  });

  it("has details of its cards, which aren't counted, and lanes by a chosen field", () => {
    const board = query({ as: "board" });
    expect(columnInputOf(board, "accepted", TODAY)).toMatchObject({ details: true });
    expect(countInputOf(board, "accepted", TODAY)).not.toHaveProperty("details");
    expect(columnInputOf(board, "accepted", TODAY)).not.toHaveProperty("group");
    for (const status of ["accepted", "verified"] as const)
      expect(columnInputOf({ ...board, group: "priority" }, status, TODAY)).toMatchObject({ group: "priority" });
    const rows = [makeRow(1, { priority: "P0" }), makeRow(2), makeRow(3)];
    const lanes = (by: QueryGroup | null) =>
      partsOf(entriesOf(rows, DAYS, by, false)).map(({ heading, rows: own }) => [heading?.label, own.length]);
    expect(lanes("priority")).toEqual([
      ["P0", 1],
      ["P2", 2],
    ]);
    expect(lanes(null)).toEqual([[undefined, 3]]);
  });

  it("shows one column for each state of the view", () => {
    expect(statusesOf(query({ view: "verify" }))).toEqual(["implemented"]);
    expect(statusesOf(query({ status: ["accepted", "declined"] }))).toEqual(["accepted"]);
    expect(statusesOf(query({ status: ["declined"] }))).toEqual([]);
    expect(statusesOf(query({ view: "mine" }))).toHaveLength(5);
  });
});
