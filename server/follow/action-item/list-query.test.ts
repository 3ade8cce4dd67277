import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, UserActor } from "#lib/base/access/actor.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { pageInput } from "#lib/contract/base.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { OPERATORS_OF, QUERY_FIELD_NAMES, QUERY_FIELDS, QUERY_GROUPS } from "#lib/follow/action-item/query/fields.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { everyActionItem, getActionItem, listActionItems } from "./index.ts";
import { listWorld } from "./testing/list-world.ts";

type Input = Parameters<typeof listActionItems>[1];
const TODAY = "2026-10-31";
const ALL: Input = {
  limit: 200,
  mine: false,
  unowned: false,
  open: false,
  archived: false,
  sort: "newest",
  today: TODAY,
};
let database: TestDatabase;
let me: UserActor;
let other: UserActor;
let secret: { number: number };

const list = async (input: Partial<Input>, actor: UserActor = me) =>
  (await listActionItems(makeContext(database.prisma, actor), { ...ALL, ...input })).items;

beforeAll(async () => {
  database = await testDatabase();
  ({ me, other, secret } = await listWorld(database.prisma));
});
afterAll(() => database.close());

it("shows the same rows as an export, which reads them by the model", async () => {
  const exported: ActionItemRow[] = [];
  for await (const part of await everyActionItem(makeContext(database.prisma, me), ALL, 7)) exported.push(...part);
  const shown = await list({});
  expect(shown.length).toBeGreaterThan(30);
  expect(shown).toEqual(exported);
});

it("plans what its rows link to once for each connection, by which of it they have", async () => {
  await database.prisma.$transaction(async (db) => {
    const planned = async (input: Partial<Input>) => {
      await listActionItems({ ...makeContext(database.prisma, me), db }, { ...ALL, ...input });
      const [row] = await db.$queryRaw<{ statements: number; runs: number }[]>`
        SELECT count(*)::int AS statements, sum(generic_plans + custom_plans)::int AS runs
        FROM pg_prepared_statements WHERE name LIKE 'afterword_%'`;
      return row ?? { statements: 0, runs: 0 };
    };
    const { statements, runs } = await planned({});
    expect(await planned({ limit: 39 })).toEqual({ statements, runs: runs + 1 });
    const fewer = "blocked=no and moves=0 and status=accepted";
    expect(await planned({ filter: fewer })).toEqual({ statements: statements + 1, runs: runs + 2 });
    expect(await planned({ filter: fewer })).toEqual({ statements: statements + 1, runs: runs + 3 });
  });
});

describe("a filter", () => {
  const isLate = (row: ActionItemRow) => (daysLate(row, TODAY) ?? 0) > 0;
  it.each<[string, (row: ActionItemRow) => boolean]>([
    ["owner=me", ({ owner }) => owner?.id === me.id],
    ["owner=none", ({ owner }) => owner === null],
    ["owner!=me", ({ owner }) => owner?.id !== me.id],
    ["team=mine", ({ team }) => team?.name === "Storage"],
    ["team!=mine,none", ({ team }) => team?.name === "Mail"],
    ["status=accepted,verified", ({ status }) => status === "accepted" || status === "verified"],
    ["status!=accepted", ({ status }) => status !== "accepted"],
    ["priority<=P1", () => false],
    ["due<today", ({ dueDate }) => dueDate !== null && dueDate < TODAY],
    ["due<=today+5d", ({ dueDate }) => dueDate !== null && dueDate <= "2026-11-05"],
    ["due=none", ({ dueDate }) => dueDate === null],
    ["original=2026-01-05", ({ originalDueDate }) => originalDueDate === "2026-01-05"],
    ["moves>=3", ({ dueMoves }) => dueMoves >= 3],
    ["late>0", isLate],
    ["blocked=yes", ({ blockedReason }) => blockedReason !== null],
    ["evidence~drill", ({ title }) => title === "Alert 2"],
    ["title~zepp", ({ title }) => title.startsWith("Zeppelin")],
    [
      "title!~zepp and description=none",
      ({ title, key }) => title.startsWith("Alert") && Number(key.slice(4)) % 2 === 0,
    ],
    ["severity<=2", ({ incident }) => incident !== null],
    ["incident=none", ({ incident }) => incident === null],
    ["evidence~ci/1", ({ title }) => title === "Alert 2"],
    ["change!=none", ({ title }) => title === "Alert 6"],
    ["change=none", ({ title }) => title !== "Alert 6"],
    ["change=SC-1", ({ title }) => title === "Alert 6"],
    ["change=SC-2", ({ title }) => title === "Alert 6"],
    ["change=SC-9,none", ({ title }) => title !== "Alert 6"],
    ["change!=SC-2", ({ title }) => title !== "Alert 6"],
    ["blocker=ACT-10", ({ title }) => title === "Alert 5"],
    ["blocker=none", ({ title }) => title !== "Alert 5"],
    ["blocks=ACT-6,ACT-99", ({ title }) => title === "Alert 9"],
    ["blocks!=none", ({ title }) => title === "Alert 9"],
    ["watching=yes", ({ title }) => title === "Alert 5"],
    ["watching=no", ({ title }) => title !== "Alert 5"],
    ["checklist=open", ({ title }) => title === "Alert 5"],
    ["checklist=done", ({ title }) => title === "Alert 10"],
    ["checklist=none", ({ title }) => title !== "Alert 5" && title !== "Alert 10"],
    ["waiver=requested", ({ title }) => title === "Alert 5"],
    ["waiver=approved", ({ title }) => title === "Alert 13"],
    ["factor~tried", ({ title }) => title === "Alert 5"],
    ['condition="nobody restores backups"', ({ title }) => title === "Alert 5"],
    ["condition!~restores", ({ title }) => title !== "Alert 5"],
    ["service=checkout", ({ incident }) => incident !== null],
    ["service=none", ({ incident }) => incident === null],
    ["basis=person", ({ title }) => title === "Alert 11"],
    ["basis=rule", ({ title, dueDate }) => title !== "Alert 11" && dueDate !== null],
    ["basis=none", ({ dueDate }) => dueDate === null],
    ["decline=wont_do", ({ title }) => title === "Zeppelin 12"],
    ["issue~pay-3", ({ title }) => title === "Alert 13"],
    ["created<2026-02-01", ({ createdAt }) => createdAt < "2026-02-01"],
    [
      "team=mine and (late>0 or moves>=3 or owner=none)",
      (row) => row.team?.name === "Storage" && (isLate(row) || row.dueMoves >= 3 || row.owner === null),
    ],
  ])("finds the rows of the filter %s", async (filter, isIn) => {
    if (filter === "priority<=P1") {
      await expect(list({ filter })).rejects.toMatchObject({ code: "rule", details: { rule: "query_invalid" } });
      return;
    }
    const expected = (await list({})).filter(isIn).map(({ key }) => key);
    expect((await list({ filter })).map(({ key }) => key)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });

  it("runs for every field and operator", async () => {
    const values = {
      choice: "",
      person: "me",
      team: "mine",
      date: "today",
      number: "3",
      key: "",
      text: "disk",
      flag: "yes",
    };
    for (const field of QUERY_FIELD_NAMES) {
      const { kind, ...rule } = QUERY_FIELDS[field];
      const choice = "choices" in rule ? (Object.keys(rule.choices)[0] ?? "") : "";
      const value = choice || ("letters" in rule ? `${rule.letters}-2` : values[kind]);
      for (const operator of OPERATORS_OF[kind])
        await expect(list({ filter: `${field}${operator}${value}` }), `${field}${operator}`).resolves.toBeInstanceOf(
          Array,
        );
    }
  });

  it("is rejected with the name of a field that it doesn't know", async () => {
    const refused = { code: "rule", details: { rule: "query_invalid", message: expect.stringContaining("colour") } };
    await expect(list({ filter: "colour=red" })).rejects.toMatchObject(refused);
    await expect(list({ sort: "colour" })).rejects.toMatchObject(refused);
  });

  it("finds nothing by an incident that the reader can't see, though they own the action", async () => {
    const key = `INC-${secret.number}`;
    const [own] = await list({ filter: 'title="Alert 3"' });
    expect(own).toMatchObject({ incident: null, owner: { id: me.id } });
    expect(await list({ filter: `incident=${key}` })).toEqual([]);
    expect(await list({ filter: "severity=1" })).toEqual([]);
    expect(await list({ filter: `incident=${key}` }, other)).toHaveLength(1);
  });
});

it("finds by every word that was typed, even by a number", async () => {
  expect((await list({ q: "Alerd 39" })).map(({ title }) => title)).toEqual(["Alert 39"]);
});

describe("a day", () => {
  // Each before and after a midnight, over the end of summer time: on 25 October in Dublin, on 1 November in New York.
  const AT = ["10-24T22:59", "10-24T23:00", "10-25T23:59", "10-26T00:00", "11-01T03:59", "11-01T04:00", "11-02T04:59"];
  const ids = AT.map(() => uuidv7());
  const system = { kind: "system", label: "job" } as const;
  const inZone = (timeZone: string) => database.prisma.user.update({ where: { id: me.id }, data: { timeZone } });
  const found = async (filter: string, actor: Actor = me) => {
    const { items } = await listActionItems(makeContext(database.prisma, actor), { ...ALL, filter });
    return items.flatMap(({ id }) => (ids.includes(id) ? (AT[ids.indexOf(id)] ?? []) : [])).toSorted();
  };

  beforeAll(async () => {
    const rows = AT.map((at, index) => {
      const moment = new Date(`2026-${at}Z`);
      const dates = { createdAt: moment, updatedAt: moment, implementedAt: moment, verifiedAt: moment };
      return { id: ids[index] ?? "", title: at, type: "prevent" as const, priority: "P2" as const, ...dates };
    });
    await database.prisma.actionItem.createMany({ data: rows });
  });
  afterAll(() => database.prisma.actionItem.deleteMany({ where: { id: { in: ids } } }));

  it.each(["created", "updated", "implemented", "verified"])("of %s starts where the reader is", async (field) => {
    await inZone("Europe/Dublin");
    expect(await found(`${field}=2026-10-25`)).toEqual(["10-24T23:00", "10-25T23:59"]);
    expect(await found(`${field}>=2026-10-26 and ${field}<2026-11-01`)).toEqual(["10-26T00:00"]);
    await inZone("America/New_York");
    expect(await found(`${field}=2026-11-01`)).toEqual(["11-01T04:00", "11-02T04:59"]);
  });

  it("starts where the organisation is for a job", async () => {
    await database.prisma.businessCalendar.updateMany({ where: { teamId: null }, data: { timeZone: "Europe/Dublin" } });
    expect(await found("created=2026-10-25", system)).toEqual(["10-24T23:00", "10-25T23:59"]);
  });

  it("is today in the zone of the reader, for a request without a day", async () => {
    await inZone("America/New_York");
    const ctx = makeContext(database.prisma, me, () => new Date("2026-11-02T04:59Z"));
    const { today: _today, ...undated } = ALL;
    const { items } = await listActionItems(ctx, { ...undated, filter: "created=today" });
    expect(items.map(({ title }) => title).toSorted()).toEqual(["11-01T04:00", "11-02T04:59"]);
  });

  it("can start in every time zone that a person can choose", async () => {
    const zones = Intl.supportedValuesOf("timeZone");
    const [row] = await database.prisma.$queryRaw<{ count: number }[]>`
      SELECT count(now() AT TIME ZONE zone)::int AS count FROM unnest(${zones}::text[]) AS zone`;
    expect(row?.count).toBe(zones.length);
  });
});

it("looks for factors as the reader can read them: as they are now, or as they were published", async () => {
  const { prisma } = database;
  const viewer = await makeUser(prisma, "viewer");
  const { id: factorId, reviewId } = await prisma.factor.findFirstOrThrow();
  const found = async (filter: string) => [(await list({ filter })).length, (await list({ filter }, viewer)).length];
  expect(await found("factor~tried")).toEqual([1, 0]);
  const publish = async (rows: { key: string; cells: string[] }[]) => {
    const blocks = { factors: { columns: ["Factor"], rows } };
    await prisma.reviewVersion.deleteMany();
    await prisma.reviewVersion.create({
      data: {
        ...{ id: uuidv7(), reviewId, number: 1, kind: "status", status: "published", seq: 0, markdown: "" },
        ...{ state: new Uint8Array(), blocks },
      },
    });
    await prisma.review.updateMany({ data: { status: "published", publishedNumber: 1, publishedAt: new Date() } });
  };
  await publish([{ key: factorId, cells: ["No restore was attempted"] }]);
  expect([await found("factor~tried"), await found("factor~attempted")]).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(await found("condition!=none")).toEqual([1, 1]);
  await prisma.review.updateMany({ data: { status: "draft", publishedNumber: null, publishedAt: null } });
  await publish([]);
  expect(await found("condition!=none")).toEqual([1, 0]);
});

it("reads the same details as the records", async () => {
  const wanted = ["Alert 2", "Alert 5", "Alert 6", "Alert 11", "Alert 13"];
  const rows = (await list({ details: true })).filter(({ title }) => wanted.includes(title));
  expect(rows.find(({ title }) => title === "Alert 13")?.details?.evidence).toEqual({ pieces: 1, points: 2, shown: 1 });
  for (const { key, details } of rows) {
    const item = await getActionItem(makeContext(database.prisma, me), { key });
    const { changes, issues, trackerUrl, implementedBy, implementedAt, verifiedBy, verifiedAt, updatedAt } = item;
    expect(details, key).toMatchObject({ changes, issues, trackerUrl, implementedBy, implementedAt, verifiedBy });
    expect(details, key).toMatchObject({ verifiedAt, updatedAt });
    expect(details?.evidence).toMatchObject({ pieces: item.evidenceList.length, points: item.points.length });
    expect([details?.effectDueOn, details?.effectAnswer]).toEqual([
      item.effect?.dueOn ?? null,
      item.effect?.answer?.answer ?? null,
    ]);
  }
  expect((await list({})).every(({ details }) => details === undefined)).toBe(true);
});

describe("a group", () => {
  it.each([
    ["change", "Alert 6", "SC-1 One queue"],
    ["blocker", "Alert 5", "ACT-10 Alert 9"],
    ["blocker", "Zeppelin 12", null],
    ["condition", "Alert 5", "Nobody restores backups"],
    ["service", "Alert 10", "Checkout"],
    ["verified", "Alert 6", "2026-10-01"],
    ["checklist", "Alert 5", "open"],
    ["watching", "Alert 5", "true"],
    ["waiver", "Alert 6", null],
    ["basis", "Alert 11", "person"],
  ] as const)("by %s gives %s the heading %s", async (group, title, heading) => {
    const row = (await list({ group })).find((one) => one.title === title);
    expect(row).toMatchObject({ title, heading });
  });

  it("that a row has itself comes without a heading", async () => {
    expect((await list({ group: "team" })).every((row) => !("heading" in row))).toBe(true);
  });
});

describe("an order", () => {
  it("shows each row once over its pages, whatever the field, direction and group", async () => {
    const orders = QUERY_FIELD_NAMES.flatMap((field): Partial<Input>[] => [{ sort: field }, { sort: `-${field}` }]);
    const grouped = QUERY_GROUPS.map((group): Partial<Input> => ({ group, sort: "due" }));
    for (const order of [...orders, ...grouped, { group: "team" as const, sort: "-status,title" }]) {
      const whole = (await list(order)).map(({ key }) => key);
      const paged: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof listActionItems>> = await listActionItems(
          makeContext(database.prisma, me),
          {
            ...{ ...ALL, ...order, limit: 25 },
            ...(cursor === null ? {} : { cursor }),
          },
        );
        paged.push(...page.items.map(({ key }) => key));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(paged, JSON.stringify(order)).toEqual(whole);
      expect(new Set(whole).size).toBe(40);
    }
  });

  it("continues after a long title of any script, with a cursor that the API takes", async () => {
    const rows = await database.prisma.actionItem.findMany({ where: { title: { startsWith: "Zeppelin" } }, take: 3 });
    const long = { title: "🧯".repeat(100), description: "障害".repeat(60), doneWhen: "復旧".repeat(60) };
    await database.prisma.actionItem.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: long });
    const input = {
      ...ALL,
      filter: "title~🧯",
      sort: "title,description,-done,owner",
      group: "team" as const,
      limit: 1,
    };
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listActionItems(makeContext(database.prisma, me), { ...input, ...(cursor ? { cursor } : {}) });
      found.push(...page.items.map(({ id }) => id));
      cursor = pageInput.cursor.parse(page.nextCursor ?? undefined);
    } while (cursor !== undefined);
    expect(found.toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    for (const { id, title, description, doneWhen } of rows)
      await database.prisma.actionItem.update({ where: { id }, data: { title, description, doneWhen } });
  });

  it("has rows without a value last, in both directions", async () => {
    const dates = async (sort: string) => (await list({ sort })).map(({ dueDate }) => dueDate);
    const [up, down] = [await dates("due,key"), await dates("-due,key")];
    expect([up[0], up.at(-1), down[0], down.at(-1)]).toEqual(["2026-07-01", null, "2026-11-05", null]);
  });

  it("by owner is by name, never by how many actions they have", async () => {
    const names = (await list({ sort: "owner" })).map(({ owner }) => owner?.name ?? "~");
    expect(names).toEqual(names.toSorted());
  });
});
