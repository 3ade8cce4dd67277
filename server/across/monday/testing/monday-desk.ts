import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { addDays } from "#lib/base/time/local-date.ts";
import { fromLocalDate } from "#server/base/kernel/dates.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { monday } from "../index.ts";

/** A Monday. */
export const TODAY = "2017-02-13";
export const NOW = () => new Date(`${TODAY}T09:00:00Z`);

export let database: TestDatabase;
export let lead: UserActor;
export let reader: UserActor;
export let teamIds: string[];

export const as = (actor: UserActor) => makeContext(database.prisma, actor, NOW);
export const week = (actor: UserActor) => monday(as(actor), { today: TODAY });

/** Makes a database for a test file, with late actions of two teams, of none, and of a restricted incident. */
export function openMonday(): void {
  beforeAll(async () => {
    database = await testDatabase();
    const { prisma } = database;
    [lead, reader] = [await makeUser(prisma, "tpm", "Tess"), await makeUser(prisma, "viewer", "Vic")];
    teamIds = [uuidv7(), uuidv7()];
    await prisma.team.createMany({ data: teamIds.map((id, index) => ({ id, name: `Team ${index}` })) });
    const secret = await prisma.incident.create({
      data: { id: uuidv7(), title: "Secret", severity: 1, highestSeverity: 1, restricted: true, startedAt: NOW() },
    });
    // Due dates around every limit of a band, for two teams, none, and a restricted incident.
    const late = [-20, 0, 1, 7, 8, 30, 31, 90, 91, 400];
    const statuses = ["accepted", "in_progress", "implemented", "proposed", "verified", "declined", "waived"] as const;
    await prisma.actionItem.createMany({
      data: late.flatMap((days, index) =>
        [...teamIds, null].map((teamId, at) => {
          const status = statuses[(index + at) % statuses.length] ?? "accepted";
          return {
            ...{
              id: uuidv7(),
              title: `Act ${days} ${at}`,
              type: "prevent" as const,
              priority: "P1" as const,
              status,
              teamId,
            },
            ...{ ownerId: lead.id, dueDate: fromLocalDate(addDays(TODAY, -days)) },
            waivedUntil: status === "waived" ? fromLocalDate(addDays(TODAY, at === 0 ? 5 : -5)) : null,
            verifiedAt: status === "verified" ? NOW() : null,
            incidentId: index === 2 ? secret.id : null,
          };
        }),
      ),
    });
  });
  afterAll(() => database.close());
}
