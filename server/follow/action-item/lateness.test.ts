import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { type DatedAction, daysLate, isLate, isOpenOn, lateAfter } from "#lib/follow/action-item/lateness.ts";
import { fromLocalDateOrNull, toLocalDate } from "#server/base/kernel/dates.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { lateOn, openOn, openOnSql } from "./lateness.ts";

const DATES = ["2026-10-30", "2026-10-31", "2026-11-01"];
const DAYS = [...DATES, "2026-11-02"];

/** Every state, due date and end of a waiver. An action that isn't waived any more keeps its date here. */
const ACTIONS: (DatedAction & { archived: boolean })[] = ACTION_STATUSES.flatMap((status) =>
  [null, ...DATES].flatMap((dueDate) =>
    (status === "waived" ? DATES : [null, ...DATES]).flatMap((waivedUntil) =>
      [false, true].map((archived) => ({ status, dueDate, waivedUntil, archived })),
    ),
  ),
);

let database: TestDatabase;
const nameOf = ({ status, dueDate, waivedUntil, archived }: (typeof ACTIONS)[number]) =>
  `${status} due ${dueDate} waived until ${waivedUntil}${archived ? " archived" : ""}`;
const namesOf = (isWanted: (action: DatedAction) => boolean) =>
  ACTIONS.filter((action) => !action.archived && isWanted(action))
    .map(nameOf)
    .sort();

beforeAll(async () => {
  database = await testDatabase();
  await database.prisma.actionItem.createMany({
    data: ACTIONS.map((action) => ({
      id: uuidv7(),
      title: nameOf(action),
      status: action.status,
      dueDate: fromLocalDateOrNull(action.dueDate),
      waivedUntil: fromLocalDateOrNull(action.waivedUntil),
      archivedAt: action.archived ? new Date() : null,
      ...{ type: "prevent", priority: "P2", declineReason: "x", waivedReason: "x" },
      verifiedAt: new Date(),
    })),
  });
});
afterAll(() => database.close());

const titles = (rows: { title: string }[]) => rows.map(({ title }) => title).sort();

it("stores the last day on which an action isn't late", async () => {
  const rows = await database.prisma.actionItem.findMany({ select: { title: true, lateAfter: true } });
  const expected = ACTIONS.map((action) => [nameOf(action), lateAfter(action)]);
  expect(rows.map((row) => [row.title, toLocalDate(row.lateAfter)]).sort()).toEqual(expected.sort());
});

describe.each(DAYS)("on %s", (day) => {
  it("finds the actions that are open", async () => {
    const found = await database.prisma.actionItem.findMany({ where: openOn(day), select: { title: true } });
    expect(titles(found)).toEqual(namesOf((action) => isOpenOn(action, day)));
    const bySql = await database.prisma.$queryRaw<
      { title: string }[]
    >`SELECT title FROM action_item WHERE ${openOnSql(day)}`;
    expect(titles(bySql)).toEqual(titles(found));
  });

  it("finds the actions that are late", async () => {
    const found = await database.prisma.actionItem.findMany({ where: lateOn(day), select: { title: true } });
    expect(titles(found)).toEqual(namesOf((action) => isLate(action, day)));
    expect(titles(found)).toEqual(namesOf((action) => (daysLate(action, day) ?? 0) > 0));
  });
});

it("counts no waiver as ended without a day", async () => {
  const found = await database.prisma.$queryRaw<
    { title: string }[]
  >`SELECT title FROM action_item WHERE ${openOnSql(undefined)}`;
  expect(titles(found)).toEqual(namesOf((action) => isOpenOn(action, undefined)));
});
