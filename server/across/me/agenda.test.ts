import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { endWalk, startWalk } from "#server/across/walk/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { getAgenda } from "./index.ts";

let database: TestDatabase;
let lead: UserActor;
let me: UserActor;
let reader: UserActor;

/** Mon 13 Feb 2017, which is still the day before in New York. */
const as = (actor: UserActor, now = "2017-02-13T02:00:00Z") => makeContext(database.prisma, actor, () => new Date(now));
const shown = async (actor: UserActor, now?: string) =>
  (await getAgenda(as(actor, now))).items.map(({ title, note, over }) => `${title}: ${note}${over ? " Over." : ""}`);

async function review(title: string, fields: Partial<Prisma.ReviewUncheckedCreateInput> = {}): Promise<void> {
  const incident = await database.prisma.incident.create({
    data: { id: uuidv7(), title, severity: 2, highestSeverity: 2, startedAt: new Date("2017-02-01") },
  });
  const named = { id: uuidv7(), title, incidentId: incident.id, documentId: uuidv7(), template: "quick" };
  await database.prisma.review.create({
    data: { ...named, ownerId: me.id, meetingOn: new Date("2017-02-13"), ...fields },
  });
}

beforeAll(async () => {
  database = await testDatabase();
  lead = await makeUser(database.prisma, "tpm", "Tess");
  me = await makeUser(database.prisma, "member", "Mia");
  reader = await makeUser(database.prisma, "member", "Rea");
});
afterAll(() => database.close());

describe("the agenda", () => {
  it("has the meetings of today about my reviews, with who else takes part, by the day in my zone", async () => {
    const people = { create: [{ userId: reader.id, role: "reader" as const }] };
    await review("Database outage", { facilitatorId: lead.id, people });
    await review("Tomorrow", { meetingOn: new Date("2017-02-14") });
    await review("Cancelled", { status: "cancelled" });
    expect(await shown(me)).toEqual(["Review meeting: Database outage: With Tess."]);
    expect((await shown(lead))[1]).toBe("Review meeting: Database outage: You lead it. With Mia.");
    expect(await shown(reader)).toEqual([]);
    await database.prisma.user.update({ where: { id: me.id }, data: { timeZone: "America/New_York" } });
    expect(await shown(me)).toEqual([]);
  });

  it("has the weekly meeting of TPMs: on Mondays to start, while it runs, and once it is over", async () => {
    await database.prisma.review.deleteMany();
    expect(await shown(lead)).toEqual(["Weekly meeting: Nothing is late."]);
    expect(await shown(lead, "2017-02-14T10:00:00Z")).toEqual([]);
    const { id } = await startWalk(as(lead), { today: "2017-02-13" });
    expect(await shown(lead, "2017-02-13T02:10:00Z")).toEqual(["Weekly meeting: In progress. 0 lines in the minutes."]);
    expect(await shown(me, "2017-02-13T02:10:00Z")).toEqual([]);
    await endWalk(as(lead), { id });
    expect(await shown(lead, "2017-02-13T09:00:00Z")).toEqual(["Weekly meeting: 0 lines in the minutes. Over."]);
  });
});
