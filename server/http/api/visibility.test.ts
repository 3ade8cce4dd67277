import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor, UserActor } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import { ROLES } from "#lib/base/access/roles.ts";
import {
  canonicalFactorVisibleTo,
  createCanonicalFactor,
  linkCanonicalFactor,
  unlinkCanonicalFactor,
} from "#server/follow/canonical-factor/index.ts";
import { createFactor, factorVisibleTo } from "#server/follow/factor/index.ts";
import { findingRecords } from "#server/follow/finding/index.ts";
import {
  createIncident,
  INCIDENT_FACTS,
  incidentFacts,
  incidentHiddenFrom,
  incidentVisibleTo,
  restrictIncident,
} from "#server/incidents/incident/index.ts";
import {
  generateReview,
  REVIEW_FACTS,
  reviewFacts,
  reviewVisibleTo,
  updateReview,
} from "#server/reviews/review/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";

// Every list takes its rows from visibleTo, and every single record is checked by can(read). Over the same rows both
// must agree.
let database: TestDatabase;
const people: Actor[] = [{ kind: "system", label: "job" }];

beforeAll(async () => {
  database = await testDatabase();
  const { prisma } = database;
  const byRole: UserActor[] = [];
  for (const role of ROLES) {
    byRole.push(await makeUser(prisma, role), await makeUser(prisma, role, `${role} two`));
  }
  const team = await prisma.team.create({ data: { id: crypto.randomUUID(), name: "Platform" } });
  const [first, second, member] = byRole;
  if (!first || !second || !member) throw new Error("no people");
  const inTeam: UserActor = { ...second, teamIds: [team.id] };
  people.push(...byRole.filter((one) => one.id !== second.id), inTeam);

  const makers = byRole.filter((one) => one.role !== "viewer");
  let shared = "";
  for (const [index, maker] of makers.entries()) {
    const ctx = makeContext(prisma, maker);
    const fields = {
      kind: "incident",
      serviceIds: [],
      resolvedAt: null,
      timeZone: "UTC",
      impactText: "",
      restricted: false,
    } as const;
    const incident = await createIncident(ctx, { ...fields, serviceIds: [], title: `Incident ${index}`, severity: 2 });
    const review = await generateReview(ctx, { key: incident.key, template: "quick" }, findingRecords);
    const { id: factorId } = await createFactor(ctx, {
      key: review.key,
      statement: "A condition",
      detail: "",
      role: "contributor",
      domains: [],
      status: "hypothesis",
      evidence: [],
    });
    const factors = [{ id: factorId, version: 1 }];
    const { id } = await createCanonicalFactor(ctx, { name: `Condition ${index}`, factors });
    if (index === 0) await unlinkCanonicalFactor(ctx, { id, factorId, factorVersion: 2 });
    if (index === 4) await linkCanonicalFactor(ctx, { id: shared, factorId, factorVersion: 2 });
    shared = id;
    if (index % 2 === 0) {
      const named = index % 4 === 0 ? [first.id] : [];
      await restrictIncident(ctx, {
        key: incident.key,
        version: 1,
        restricted: true,
        userIds: named,
        teamIds: index % 3 === 0 ? [team.id] : [],
      });
    }
    if (index === 2) {
      await updateReview(ctx, { key: review.key, version: review.version, readerIds: [member.id] });
    }
    // Like an incident that a rule opened.
    if (index >= 6) await prisma.incident.update({ where: { id: incident.id }, data: { createdById: null } });
  }
});
afterAll(() => database.close());

const FACTOR = { review: { select: REVIEW_FACTS } } as const;
const sorted = (ids: readonly string[]) => [...ids].sort();

describe("visibleTo equals can(read) for everyone", () => {
  it("over incidents", async () => {
    const rows = await database.prisma.incident.findMany({ select: { id: true, ...INCIDENT_FACTS } });
    for (const actor of people) {
      const listed = await database.prisma.incident.findMany({ where: incidentVisibleTo(actor), select: { id: true } });
      const allowed = rows.filter((row) => can(actor, "incident", "read", incidentFacts(row)));
      expect(sorted(listed.map((row) => row.id))).toEqual(sorted(allowed.map((row) => row.id)));
      const hidden = await database.prisma.incident.findMany({
        where: incidentHiddenFrom(actor),
        select: { id: true },
      });
      const refused = rows.filter((row) => !can(actor, "incident", "read", incidentFacts(row)));
      expect(sorted(hidden.map((row) => row.id))).toEqual(sorted(refused.map((row) => row.id)));
    }
  });

  it("over reviews", async () => {
    const rows = await database.prisma.review.findMany({ select: { id: true, ...REVIEW_FACTS } });
    for (const actor of people) {
      const listed = await database.prisma.review.findMany({ where: reviewVisibleTo(actor), select: { id: true } });
      const allowed = rows.filter((row) => can(actor, "review", "read", reviewFacts(row)));
      expect(sorted(listed.map((row) => row.id))).toEqual(sorted(allowed.map((row) => row.id)));
    }
  });

  it("over factors", async () => {
    const rows = await database.prisma.factor.findMany({ select: { id: true, review: { select: REVIEW_FACTS } } });
    for (const actor of people) {
      const listed = await database.prisma.factor.findMany({ where: factorVisibleTo(actor), select: { id: true } });
      const allowed = rows.filter((row) => can(actor, "factor", "read", { review: reviewFacts(row.review) }));
      expect(sorted(listed.map((row) => row.id))).toEqual(sorted(allowed.map((row) => row.id)));
    }
  });

  it("over conditions, with one whose factor left", async () => {
    const rows = await database.prisma.canonicalFactor.findMany({
      select: { id: true, factors: { select: FACTOR }, lastFactor: { select: FACTOR } },
    });
    expect(rows.filter(({ factors }) => factors.length === 0)).toHaveLength(2);
    expect(rows.filter(({ factors }) => factors.length === 2)).toHaveLength(1);
    for (const actor of people) {
      const where = canonicalFactorVisibleTo(actor);
      const listed = await database.prisma.canonicalFactor.findMany({ where, select: { id: true } });
      const allowed = rows.filter(({ factors, lastFactor }) => {
        const through = factors.length === 0 && lastFactor ? [lastFactor] : factors;
        const facts = { factors: through.map(({ review }) => ({ review: reviewFacts(review) })) };
        return can(actor, "canonicalFactor", "read", facts);
      });
      expect(sorted(listed.map((row) => row.id))).toEqual(sorted(allowed.map((row) => row.id)));
    }
  });

  it("and the seeded rows have different readers", async () => {
    const counts = await Promise.all(
      people.map((actor) => database.prisma.incident.count({ where: incidentVisibleTo(actor) })),
    );
    expect(new Set(counts).size).toBeGreaterThan(2);
  });
});
