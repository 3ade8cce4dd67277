import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { ROLES } from "#lib/base/access/roles.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { listFactors } from "#server/follow/factor/index.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";
import { REVIEW_FACTS, reviewFacts } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { countActionItems, getActionItem, listActionItems, updateActionItem } from "./index.ts";

const PAGE = { limit: 200, mine: false, unowned: false, open: false, archived: false, sort: "due" } as const;
let database: TestDatabase;
let actors: UserActor[];

/** One person of each role with a team, and action items over open, restricted, granted and reviewed incidents. */
beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  actors = await Promise.all(
    ROLES.map(async (role) => {
      const person = await makeUser(prisma, role);
      const teamId = uuidv7();
      await prisma.team.create({
        data: { id: teamId, name: `Team ${role}`, members: { create: { userId: person.id } } },
      });
      return { ...person, teamIds: [teamId] };
    }),
  );
  const somebody = await makeUser(prisma, "admin", "somebody else");
  const base = { title: "Incident", severity: 2, highestSeverity: 2, startedAt: new Date() };
  const makeIncident = async (restricted: boolean, grants: object[] = [], createdById: string = somebody.id) => {
    const id = uuidv7();
    await prisma.incident.create({
      data: {
        ...base,
        id,
        restricted,
        createdById,
        grants: { create: grants.map((one) => ({ id: uuidv7(), ...one })) },
      },
    });
    return id;
  };
  const makeReview = async (incidentId: string, named: object) => {
    const id = uuidv7();
    const data = { id, incidentId, documentId: uuidv7(), template: "standard" as const, title: "Review" };
    await prisma.review.create({ data: { ...data, ...named } });
    return id;
  };
  const makeAction = (links: object) =>
    prisma.actionItem.create({
      data: { id: uuidv7(), title: "Action", type: "prevent", priority: "P1", ...links },
    });
  await makeAction({});
  await makeAction({ incidentId: await makeIncident(false) });
  await makeAction({ incidentId: await makeIncident(true) });
  for (const actor of actors) {
    const mine = { createdById: actor.id };
    await makeAction({ incidentId: await makeIncident(true), ownerId: actor.id });
    await makeAction({ incidentId: await makeIncident(true), ...mine });
    await makeAction({ incidentId: await makeIncident(true, [], actor.id) });
    await makeAction({ incidentId: await makeIncident(true, [{ userId: actor.id }]) });
    await makeAction({ incidentId: await makeIncident(true, [{ teamId: actor.teamIds[0] }]) });
    for (const named of [
      { ownerId: actor.id },
      { facilitatorId: actor.id },
      { people: { create: { userId: actor.id, role: "reader" as const } } },
      {},
    ]) {
      const incidentId = await makeIncident(true);
      await makeAction({ incidentId, reviewId: await makeReview(incidentId, named) });
    }
  }
});
afterAll(() => database.close());

const everyRow = () =>
  database.prisma.actionItem.findMany({
    include: { incident: { select: INCIDENT_FACTS }, review: { select: REVIEW_FACTS } },
    orderBy: { number: "asc" },
  });
const readable = async (actor: UserActor) =>
  (await everyRow()).filter(({ incident, review, ...row }) =>
    can(actor, "actionItem", "read", {
      ...row,
      managerIds: [],
      incident: incident && incidentFacts(incident),
      review: review && reviewFacts(review),
    }),
  );

describe.each(ROLES.map((role, at) => [role, at] as const))("%s", (_role, at) => {
  const me = () => actors[at] as UserActor;

  it("lists exactly what the access decision lets them read, and counts the same", async () => {
    const ctx = makeContext(database.prisma, me());
    const { items } = await listActionItems(ctx, { ...PAGE });
    const expected = await readable(me());
    expect(items.map((item) => item.id).sort()).toEqual(expected.map((row) => row.id).sort());
    expect(expected.length).toBeGreaterThan(6);
    expect(expected.length).toBeLessThan((await everyRow()).length);
    expect((await countActionItems(ctx, { today: "2026-10-01" })).open).toBe(expected.length);
  });

  it("gets 404 for every other one, and the permissions of the access decision", async () => {
    const ctx = makeContext(database.prisma, me());
    const expected = new Set((await readable(me())).map((row) => row.id));
    for (const { id, number, version, incident, review, ...row } of await everyRow()) {
      const key = actionKeyOf(number);
      if (!expected.has(id)) {
        await expect(getActionItem(ctx, { key })).rejects.toMatchObject({ code: "not_found" });
        await expect(updateActionItem(ctx, { key, version, title: "x" })).rejects.toMatchObject({ code: "not_found" });
        continue;
      }
      const facts = {
        ...row,
        managerIds: [],
        incident: incident && incidentFacts(incident),
        review: review && reviewFacts(review),
      };
      const { abilities } = await getActionItem(ctx, { key });
      expect(abilities).toMatchObject({
        edit: can(me(), "actionItem", "edit", facts),
        work: can(me(), "actionItem", "work", facts),
        purge: can(me(), "actionItem", "purge", facts),
      });
    }
  });

  it("does not learn the name of a hidden incident from an action of their own", async () => {
    const ctx = makeContext(database.prisma, me());
    const { items } = await listActionItems(ctx, { ...PAGE, mine: true });
    expect(items).toMatchObject([{ incident: null, owner: { id: me().id } }]);
  });
});

it("stays hidden if it addresses a factor of an incident that everyone can read", async () => {
  const { prisma } = database;
  const incident = async (restricted: boolean) => {
    const id = uuidv7();
    await prisma.incident.create({
      data: { id, title: "Incident", severity: 2, highestSeverity: 2, startedAt: new Date(), restricted },
    });
    return id;
  };
  const [open, hidden] = [await incident(false), await incident(true)];
  const review = { id: uuidv7(), incidentId: open, documentId: uuidv7(), template: "quick" as const, title: "Review" };
  const { number } = await prisma.review.create({ data: review });
  const factor = { id: uuidv7(), reviewId: review.id, incidentId: open, number: 1, position: 1, statement: "Known" };
  await prisma.factor.create({ data: factor });
  const action = { id: uuidv7(), title: "Rotate the leaked key", type: "repair" as const, priority: "P0" as const };
  await prisma.actionItem.create({
    data: { ...action, incidentId: hidden, factors: { create: { factorId: factor.id } } },
  });
  for (const actor of actors) {
    const factors = listFactors(makeContext(prisma, actor), { key: `REV-${number}` });
    if (actor.role === "viewer") await expect(factors).rejects.toMatchObject({ code: "forbidden" });
    else expect((await factors).items.map((one) => one.actions)).toEqual([[]]);
  }
});
