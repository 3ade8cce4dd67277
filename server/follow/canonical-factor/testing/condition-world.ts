import { afterAll, beforeAll } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import type { Factor } from "#lib/contract/factor.ts";
import { createFactor } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import { createIncident, restrictIncident } from "#server/incidents/incident/index.ts";
import { generateReview, getReview, moveReviewStatus, reviewGates, waiveGate } from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";

const INCIDENT = { kind: "incident", resolvedAt: null, timeZone: "UTC", impactText: "", restricted: false } as const;
const FACTOR = { detail: "", role: "contributor", domains: [], status: "hypothesis", evidence: [] } as const;

interface Seen {
  on: string;
  kind: "incident" | "drill";
  restricted: boolean;
  template: string;
}

/** People, and incidents with a review and one factor each. */
export function conditionWorld() {
  let database: TestDatabase;
  const people = {} as Record<"ada" | "ben" | "cleo" | "viewer", UserActor>;
  beforeAll(async () => {
    database = await testDatabase();
    people.ada = await makeUser(database.prisma, "member", "Ada");
    people.ben = await makeUser(database.prisma, "member", "Ben");
    people.cleo = await makeUser(database.prisma, "member", "Cleo");
    people.viewer = await makeUser(database.prisma, "viewer", "Vi");
  });
  afterAll(() => database.close());
  const as = (name: keyof typeof people) => makeContext(database.prisma, people[name]);

  const addFactor = (key: string, statement: string): Promise<Factor> =>
    createFactor(as("ada"), { ...FACTOR, domains: [], evidence: [], key, statement });

  /** Creates an incident of Ada with a factor. A restricted one is readable to Ada only. */
  async function seen(
    statement: string,
    { on = "2026-01-10", kind = "incident", restricted = false, template = "quick" }: Partial<Seen> = {},
  ): Promise<Factor> {
    const ctx = as("ada");
    const times = { startedAt: `${on}T09:00:00Z`, kind };
    const incident = await createIncident(ctx, {
      ...INCIDENT,
      ...times,
      serviceIds: [],
      title: statement,
      severity: 2,
    });
    const { key } = await generateReview(ctx, { key: incident.key, template }, findingRecords);
    const factor = await addFactor(key, statement);
    if (restricted) {
      const { version } = await database.prisma.incident.findFirstOrThrow({
        where: { factors: { some: { id: factor.id } } },
      });
      await restrictIncident(ctx, { key: incident.key, version, restricted, userIds: [], teamIds: [] });
    }
    return factor;
  }

  /** Publishes a review with waived gates. */
  async function publish(key: string): Promise<void> {
    const tpm = makeContext(database.prisma, await makeUser(database.prisma, "tpm"));
    for (const to of ["in_review", "reviewed", "published"] as const) {
      for (const { code, ok } of (await reviewGates(tpm, { key })).gates)
        if (!ok) await waiveGate(tpm, { key, gate: code, reason: "A test" });
      await moveReviewStatus(tpm, { key, version: (await getReview(tpm, { key })).version, to });
    }
  }

  return {
    get prisma() {
      return database.prisma;
    },
    as,
    seen,
    addFactor,
    publish,
  };
}
