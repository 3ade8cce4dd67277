import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { ReviewApprover } from "#lib/people/policy/values.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { generateReview } from "./index.ts";
import { policyApprovers } from "./policy-approvers.ts";

let database: TestDatabase;
const people: Record<string, UserActor> = {};
const [incidentId, apps, web, checkout] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
/** The service of the team Web. */
const site = uuidv7();

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  for (const name of ["Ada", "Ben", "Cleo", "Dora"]) people[name] = await makeUser(prisma, "member", name);
  people.Tess = await makeUser(prisma, "tpm", "Tess");
  people.Viv = await makeUser(prisma, "viewer", "Viv");
  const id = (name: string) => people[name]?.id ?? "";
  await prisma.team.createMany({
    data: [
      { id: apps, name: "Apps", managerId: id("Ada") },
      { id: web, name: "Web", managerId: id("Ben") },
    ],
  });
  const members = { [apps]: ["Dora"], [web]: ["Viv", "Ben", "Cleo"] };
  for (const [teamId, names] of Object.entries(members))
    await prisma.teamMember.createMany({ data: names.map((name) => ({ teamId, userId: id(name) })) });
  await prisma.service.createMany({
    data: [
      { id: checkout, name: "Checkout", ownerTeamId: apps },
      { id: site, name: "Site", ownerTeamId: web },
    ],
  });
  const fromAt = new Date("2026-11-02T10:00:00Z");
  const incident = { id: incidentId, title: "Payments stop", severity: 1, highestSeverity: 1, startedAt: fromAt };
  await prisma.incident.create({ data: incident });
  await prisma.incidentService.createMany({ data: [checkout, site].map((serviceId) => ({ incidentId, serviceId })) });
  const window = (serviceId: string, toAt: string, weight: number) => {
    return { id: uuidv7(), incidentId, serviceId, fromAt, toAt: new Date(toAt), weight, basis: "measured" as const };
  };
  await prisma.impactWindow.createMany({
    data: [window(checkout, "2026-11-02T12:00:00Z", 0.1), window(site, "2026-11-02T11:00:00Z", 0.9)],
  });
});
afterAll(() => database.close());

async function named(by: string, roles: ReviewApprover[]): Promise<(string | undefined)[]> {
  const ctx = makeContext(database.prisma, people[by] as UserActor);
  const ids = await transact(ctx, async (tx) => {
    const found = await policyApprovers(tx, incidentId, roles);
    return unrecorded("a test reads", () => found);
  });
  return ids.map((id) => Object.keys(people).find((name) => people[name]?.id === id));
}

it.each<[string, ReviewApprover[], string[]]>([
  ["Dora", [], []],
  ["Dora", ["manager"], ["Ben"]],
  ["Dora", ["manager", "tpm", "peer"], ["Ben", "Tess", "Cleo"]],
  // Of the next team, if the most affected one has no one else.
  ["Ben", ["manager"], ["Ada"]],
  ["Cleo", ["peer"], ["Dora"]],
  ["Tess", ["tpm"], []],
])("for a review by %s names the %j of the team of the most affected service", async (by, roles, expected) =>
  expect(await named(by, roles)).toEqual(expected),
);

it.each([
  [1, ["Ben", "Tess", "Cleo"]],
  [2, ["Ben"]],
  [4, ["Ben"]],
] as const)("names the built-in approvers of a SEV%s review that no policy is about", async (severity, expected) => {
  const ctx = makeContext(database.prisma, people.Dora as UserActor);
  const { key } = await createIncident(ctx, {
    ...{ title: "The site is slow", severity, kind: "incident", serviceIds: [site], resolvedAt: null },
    ...{ timeZone: "Europe/Berlin", impactText: "", restricted: false },
  });
  const { approvers } = await generateReview(ctx, { key, template: "quick" }, findingRecords);
  expect(approvers.map(({ name }) => name).sort()).toEqual([...expected].sort());
});
