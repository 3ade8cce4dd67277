import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { ACTION_PRIORITIES, ACTION_STATUSES, ACTION_TYPES } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { type LatenessGroup, latenessGroup } from "#lib/follow/action-item/lateness.ts";
import { ACTION_LIST_ORDERS, belongsInActionList } from "#lib/story/action-list.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { countActionItems, countStates, listActionItems } from "./index.ts";

type Input = Parameters<typeof listActionItems>[1];
const ALL: Input = { limit: 50, mine: false, unowned: false, open: false, archived: false, sort: "due" };
const TODAY = "2026-10-31";
const WAIVED = ["2026-10-29", "2026-10-31", "2999-01-01"];
let database: TestDatabase;
let me: UserActor;
let other: UserActor;
let teamId: string;
let incident: { id: string; number: number };
let review: { id: string; number: number };
const ctx = () => makeContext(database.prisma, me, () => new Date("2026-10-31T12:00:00Z"));

const everything = async (input: Input): Promise<ActionItemRow[]> => {
  const items: ActionItemRow[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listActionItems>> = await listActionItems(ctx(), {
      ...input,
      ...(cursor === null ? {} : { cursor }),
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
};

beforeAll(async () => {
  database = await testDatabase();
  me = await makeUser(database.prisma, "member");
  other = await makeUser(database.prisma, "member", "other");
  teamId = (await database.prisma.team.create({ data: { id: uuidv7(), name: "Storage" } })).id;
  incident = await database.prisma.incident.create({
    data: { id: uuidv7(), title: "Backups are empty", severity: 2, highestSeverity: 2, startedAt: new Date() },
  });
  review = await database.prisma.review.create({
    data: { id: uuidv7(), title: "Backups", incidentId: incident.id, documentId: uuidv7(), template: "quick" },
  });
  const dates = [
    "2026-07-01",
    "2026-09-30",
    "2026-10-20",
    "2026-10-30",
    "2026-10-31",
    "2026-11-05",
    "2026-12-24",
    null,
  ];
  await database.prisma.actionItem.createMany({
    data: Array.from({ length: 112 }, (_, at) => {
      const date = dates[at % dates.length];
      return {
        id: uuidv7(),
        title: at % 10 === 0 ? `Zeppelin drill ${at}` : `Alert ${at}`,
        type: ACTION_TYPES[at % ACTION_TYPES.length] ?? "prevent",
        priority: ACTION_PRIORITIES[at % 4] ?? "P2",
        status: ACTION_STATUSES[at % 7] ?? "proposed",
        ownerId: [me.id, other.id, null][at % 3] ?? null,
        teamId: at % 2 === 0 ? teamId : null,
        incidentId: at % 5 === 0 ? incident.id : null,
        reviewId: at % 10 === 0 ? review.id : null,
        dueDate: date ? new Date(date) : null,
        archivedAt: at % 13 === 0 ? new Date() : null,
        ...{
          declineReason: "x",
          waivedUntil: new Date(WAIVED[at % 3] ?? ""),
          waivedReason: "x",
        },
        verifiedAt: new Date(),
      };
    }),
  });
});
afterAll(() => database.close());

describe("paging", () => {
  it("shows each row once, in order, whatever the page size, sort and filters", async () => {
    const filters = fc.record(
      {
        open: fc.boolean(),
        today: fc.constantFrom("2026-10-30", "2026-11-01"),
        mine: fc.boolean(),
        unowned: fc.boolean(),
        archived: fc.boolean(),
        status: fc.uniqueArray(fc.constantFrom(...ACTION_STATUSES), { minLength: 1 }),
        priority: fc.uniqueArray(fc.constantFrom(...ACTION_PRIORITIES), { minLength: 1 }),
        dueBefore: fc.constantFrom("2026-10-31", "2026-11-06"),
        dueAfter: fc.constantFrom("2026-09-30", "2026-10-30"),
        type: fc.uniqueArray(fc.constantFrom(...ACTION_TYPES), { minLength: 1 }),
        ownerId: fc.constantFrom<string[][]>([me.id], [me.id, other.id]),
        teamId: fc.constant<string[]>([teamId]),
        incidentKey: fc.constant(`INC-${incident.number}`),
        reviewKey: fc.constant(`REV-${review.number}`),
      },
      { requiredKeys: [] },
    );
    const whole = [
      ...(await everything({ ...ALL, limit: 200 })),
      ...(await everything({ ...ALL, limit: 200, archived: true })),
    ];
    expect(whole).toHaveLength(112);
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.constantFrom("due" as const, "priority" as const, "newest" as const),
      filters,
      async (limit, sort, given) => {
        const input: Input = { ...ALL, limit, sort, ...given };
        // The browser orders rows by this rule before the server responds.
        const onDay = { ...input, today: input.today ?? TODAY };
        const expected = whole.filter((row) => belongsInActionList(row, onDay, me.id)).sort(ACTION_LIST_ORDERS[sort]);
        expect((await everything(input)).map((row) => row.key)).toEqual(expected.map((row) => row.key));
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it("filters before it limits, even among thousands with the same word", async () => {
    const { prisma } = database;
    const lone = await makeUser(prisma, "member", "lone");
    const title = "Rehearse the zeppelin";
    const blank = { type: "prevent" as const, priority: "P2" as const, dueDate: new Date("2026-01-05") };
    const common = Array.from({ length: 2500 }, () => ({ ...blank, id: uuidv7(), title }));
    await prisma.actionItem.createMany({ data: common });
    await prisma.actionItem.create({ data: { ...blank, id: uuidv7(), title, ownerId: lone.id, dueDate: null } });
    const asLone = makeContext(prisma, lone);
    const input = { q: "zeppelin", mine: true, unowned: false, open: false, archived: false };
    const mine = await listActionItems(asLone, { ...input, limit: 10, sort: "due" });
    expect(mine.items.map(({ title, owner }) => [title, owner?.name])).toEqual([[title, "lone"]]);
    const first = await listActionItems(asLone, { ...input, mine: false, limit: 10, sort: "newest" });
    expect([first.items.length, first.items[0]?.owner?.name, first.nextCursor === null]).toEqual([10, "lone", false]);
    await prisma.actionItem.deleteMany({ where: { title } });
  });

  it("finds all rows with a common word although it was misspelt, in the order of the list", async () => {
    const many = Array.from({ length: 1200 }, (_, at) => {
      const title = at % 12 === 0 ? `Another thing ${at}` : `Rehearse the failover of region ${at}`;
      const dueDate = at % 5 === 0 ? null : new Date(Date.UTC(2027, 0, 1 + (at % 90)));
      return { id: uuidv7(), title, type: "repair" as const, priority: "P2" as const, dueDate };
    });
    await database.prisma.actionItem.createMany({ data: many });
    const wanted = await everything({ ...ALL, limit: 400, q: "Rehearse" });
    const found = await everything({ ...ALL, limit: 400, q: "Rehezrse failovr" });
    expect(found.map(({ key }) => key)).toEqual(wanted.map(({ key }) => key));
    expect(found).toHaveLength(1100);
    await database.prisma.actionItem.deleteMany({ where: { id: { in: many.map(({ id }) => id) } } });
  });

  it("finds words like the typed ones only if no row of the list has these, on every page", async () => {
    const { prisma } = database;
    const blank = { type: "prevent" as const, priority: "P2" as const };
    const rows = ["Ganelon", "Ganelom"].flatMap((title) =>
      ["2026-01-05", null].flatMap((day) =>
        [me.id, other.id].map((ownerId) => ({
          ...{ ...blank, id: uuidv7(), title: `${title} ${day} ${ownerId}`, ownerId },
          dueDate: day && new Date(day),
        })),
      ),
    );
    // One of the two spellings has no date for me, so it is in one part of the list only.
    const kept = rows.filter(
      ({ title, dueDate, ownerId }) => !(title.startsWith("Ganelon") && dueDate && ownerId === me.id),
    );
    await prisma.actionItem.createMany({ data: kept });
    const found = async (input: Partial<Input>) =>
      (await everything({ ...ALL, limit: 1, ...input })).map(({ title }) => title.slice(0, 7)).sort();
    expect(await found({ q: "ganelon" })).toEqual(Array(3).fill("Ganelon"));
    expect(await found({ q: "ganelon", mine: true })).toEqual(["Ganelon"]);
    expect(await found({ q: "ganelo" })).toHaveLength(7);
    expect(await found({ q: "gannelon", mine: true })).toEqual(["Ganelom", "Ganelom", "Ganelon"]);
    await prisma.actionItem.deleteMany({ where: { title: { startsWith: "Ganelo" } } });
  });

  it("finds by words and by key, and rejects a cursor of another list", async () => {
    const drills = await everything({ ...ALL, q: "zeppelin drills" });
    expect(drills.length).toBeGreaterThan(5);
    const key = drills[0]?.key ?? "";
    expect((await everything({ ...ALL, q: key })).map((row) => row.key)).toEqual([key]);
    await expect(listActionItems(ctx(), { ...ALL, cursor: "bm90IG1pbmU" })).rejects.toMatchObject({ code: "invalid" });
  });
});

it.each<[string, Partial<Input>]>([
  ["all", {}],
  ["open ones", { open: true, today: TODAY, status: ["proposed", "accepted", "in_progress", "implemented"] }],
  ["verified ones", { status: ["verified"], filter: "verified>=today-14d", today: TODAY }],
  ["late P0s and P1s", { open: true, today: TODAY, dueBefore: TODAY, priority: ["P0", "P1"] }],
])("counts the states of a list as it shows them: %s", async (_, input) => {
  const { limit: _limit, sort: _sort, ...all } = ALL;
  const { items } = await countStates(ctx(), { ...all, ...input });
  const rows = await everything({ ...ALL, limit: 200, ...input });
  const wanted = Map.groupBy(rows, ({ status }) => status);
  expect(new Map(items?.map(({ status, count }) => [status, count]))).toEqual(
    new Map([...wanted].map(([status, { length }]) => [status, length])),
  );
});

it("doesn't count the states of what someone else has", async () => {
  const { limit: _limit, sort: _sort, ...all } = ALL;
  expect((await countStates(ctx(), { ...all, ownerId: [me.id] })).items).not.toBeNull();
  expect(await countStates(ctx(), { ...all, ownerId: [me.id, other.id] })).toEqual({ items: null });
  expect(await countStates(ctx(), { ...all, filter: `owner=${other.id}`, today: TODAY })).toEqual({ items: null });
});

it("counts each view as its list shows it", async () => {
  const counts = await countActionItems(ctx(), { today: TODAY });
  const length = async (input: Partial<Input>) =>
    (await everything({ ...ALL, limit: 200, open: true, today: TODAY, ...input })).length;
  expect(counts).toMatchObject({
    open: await length({}),
    mine: await length({ mine: true }),
    unowned: await length({ unowned: true }),
    toVerify: await length({ status: ["implemented"] }),
    late: await length({ dueBefore: TODAY }),
    dueSoon: await length({ dueAfter: "2026-10-30", dueBefore: "2026-11-15" }),
  });
  const { age } = counts;
  expect(age.onTime + age.d1to7 + age.d8to30 + age.d31to90 + age.over90 + age.noDate).toBe(counts.open);
  const open = await everything({ ...ALL, limit: 200, open: true, today: TODAY });
  const inGroups = (...groups: LatenessGroup[]) =>
    open.filter((row) => groups.includes(latenessGroup(row, TODAY))).length;
  expect(age).toEqual({
    ...{ onTime: inGroups("onTime"), noDate: inGroups("noDate"), d1to7: inGroups("d1to7") },
    ...{ d8to30: inGroups("d8to30"), d31to90: inGroups("d31to90"), over90: inGroups("over90") },
  });
  expect(age.d1to7 + age.d8to30 + age.d31to90 + age.over90).toBe(counts.late);
});
