import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Policy } from "#lib/contract/policy.ts";
import type { PolicyValues } from "#lib/people/policy/values.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import type { savePolicy } from "../index.ts";

type Scope = Parameters<typeof savePolicy>[1]["scope"];

/** Wed 15 Feb 2017. */
export const NOW = "2017-02-15T10:00:00Z";
export const ALL: Scope = { serviceIds: [], teamIds: [], severities: [], priorities: [] };
export const INCIDENT = {
  ...{ severity: 1, kind: "incident" as const, serviceIds: [], resolvedAt: null, timeZone: "UTC" },
  ...{ impactText: "", restricted: false },
};

/** The input of a policy named Payments, for everything that `scope` doesn't narrow. */
export const policyOf = (values: PolicyValues, scope: Partial<Scope> = {}) => ({
  ...{ name: "Payments", scope: { ...ALL, ...scope }, archived: false, movePast: false },
  // As the contract returns them: its arrays aren't readonly.
  values: values as Policy["values"],
});

/** A database with a TPM, a member and, for each test, a new team and nothing else. Its ladder started in January. */
export function policyDesk() {
  const desk = {} as { database: TestDatabase; tpm: UserActor; owner: UserActor; teamId: string };
  beforeAll(async () => {
    desk.database = await testDatabase();
    const { prisma } = desk.database;
    desk.tpm = await makeUser(prisma, "tpm", "Tess");
    desk.owner = await makeUser(prisma, "member", "Olga");
    await prisma.ladderStart.updateMany({ data: { since: new Date("2017-01-01T00:00:00Z") } });
  });
  beforeEach(async () => {
    const { prisma } = desk.database;
    await prisma.policy.deleteMany();
    await prisma.review.deleteMany();
    await prisma.incident.deleteMany();
    await prisma.actionItem.deleteMany();
    await prisma.strategicChange.deleteMany();
    desk.teamId = uuidv7();
    await prisma.team.create({ data: { id: desk.teamId, name: `Team ${desk.teamId}` } });
  });
  afterAll(() => desk.database.close());
  const as = (actor: UserActor, now = NOW) => makeContext(desk.database.prisma, actor, () => new Date(now));
  return { desk, as };
}
