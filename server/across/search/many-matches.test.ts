import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { search } from "./index.ts";

const MANY = 1500;
const BEST = "Raise the gateway quota";
let database: TestDatabase;
let member: UserActor;
let other: UserActor;
const titles = async (q: string, actor = other) =>
  (await search(makeContext(database.prisma, actor), { q, limit: 5 })).items.map(({ title }) => title);

/** Writes `count` action items one after another; those of a restricted incident are hidden from others. */
async function addActions(count: number, row: { title: string; description: string; incidentId: string | null }) {
  await database.prisma.$executeRaw`
    INSERT INTO action_item (id, title, description, type, priority, incident_id)
    SELECT gen_random_uuid(), ${row.title} || n, ${row.description}, 'prevent', 'P2', ${row.incidentId}::uuid
    FROM generate_series(1, ${count}::int) n`;
}

beforeAll(async () => {
  database = await testDatabase();
  member = await makeUser(database.prisma, "member", "Mina");
  other = await makeUser(database.prisma, "member", "Otto");
  const { id } = await createIncident(makeContext(database.prisma, member), {
    ...{ title: "Key in a log", restricted: true, severity: 2, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "" },
  });
  await addActions(MANY, { title: "Gateway quota ", description: "Gateway quota", incidentId: id });
  await addActions(MANY, { title: "Follow-up ", description: "Widen what the gateway allows.", incidentId: null });
  await addActions(1, { title: `${BEST} `, description: "Gateway", incidentId: null });
});
afterAll(() => database.close());

describe("search among more matches than it shows", () => {
  it("puts the best match first when it was written last", async () => {
    expect((await titles("gateway"))[0]).toBe(`${BEST} 1`);
  });

  it("puts the best match first when the word is misspelt", async () => {
    expect((await titles("gatewya"))[0]).toBe(`${BEST} 1`);
  });

  it("finds titles that are like a misspelt word, be they many or one", async () => {
    expect(await titles("gatway", member)).toHaveLength(5);
    expect(await titles("gatway")).toEqual([`${BEST} 1`]);
  });

  it("neither shows better matches of a restricted incident nor leaves out others for them", async () => {
    expect(await titles("gateway quota")).toEqual([`${BEST} 1`]);
    expect(await titles("gateway")).toHaveLength(5);
    expect((await titles("gateway")).filter((title) => title.startsWith("Gateway quota"))).toEqual([]);
    expect((await titles("gateway quota", member)).every((title) => title.startsWith("Gateway quota"))).toBe(true);
  });
});
