import type { Incident } from "#generated/prisma/client.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { ImportedInto } from "../plan/answers.ts";

type Into = Pick<Incident, "id" | "title" | "startedAt" | "resolvedAt" | "startGiven" | "timeZone">;

/**
 * Returns the incident for the answers about a source. Its time is unknown if none was given and its timeline is empty.
 */
export async function importedInto(ctx: Ctx, incident: Into): Promise<ImportedInto> {
  const { id, title, timeZone } = incident;
  const startedAt = incident.startedAt.toISOString();
  const isKnown =
    incident.startGiven ||
    (await ctx.db.timelineEvent.findFirst({
      where: { incidentId: id, removedAt: null, at: { not: null } },
      select: { id: true },
    })) !== null;
  const endedAt = (incident.resolvedAt ?? ctx.now()).toISOString();
  return { title, timeZone, startedAt, span: isKnown ? { startedAt, endedAt, timeZone } : null };
}
