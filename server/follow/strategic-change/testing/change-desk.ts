import type { UserActor } from "#lib/base/access/actor.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { TestDatabase } from "#server/testing/test-database.ts";
import { createStrategicChange, reportHealth, transitionStrategicChange } from "../index.ts";

type Input = Parameters<typeof createStrategicChange>[1];
type Reported = Parameters<typeof reportHealth>[1];

interface Desk {
  database: TestDatabase;
  owner: UserActor;
  sponsor: UserActor;
  as: (actor: UserActor) => Ctx;
}

/** The input of every list of changes in a test. */
export const PAGE = { limit: 50, mine: false, archived: false } as const;

/** Proposes, funds and reports changes of one owner in a test. `told` is called when they are used. */
export function changeDesk(told: () => Desk) {
  const create = (input: Partial<Input> = {}, actor = told().owner) =>
    createStrategicChange(told().as(actor), {
      ...{ title: "Prove every backup restores", problem: "", expectedEffect: "", targetQuarter: null },
      ...{ ownerId: null, sponsorId: null, teamId: null, factorIds: [], actionKeys: [], ...input },
    });
  const report = (ctx: Ctx, input: Pick<Reported, "key" | "version" | "health" | "body"> & Partial<Reported>) =>
    reportHealth(ctx, { plans: "", problems: "", help: "", ...input });
  const inProgress = async (input: Partial<Input> = {}) => {
    const { database, owner, sponsor, as } = told();
    const people = { ownerId: owner.id, sponsorId: sponsor.id };
    const { key } = await create({ ...people, targetQuarter: "2026-Q4", ...input });
    const measure = { measureMetric: "restores", measureTarget: 4, measureBy: new Date("2027-03-31") };
    await database.prisma.strategicChange.updateMany({ where: { number: Number(key.slice(3)) }, data: measure });
    await transitionStrategicChange(as(owner), { key, version: 1, to: "funded", reason: "Two people" });
    return transitionStrategicChange(as(owner), { key, version: 2, to: "in_progress" });
  };
  return { create, report, inProgress };
}
