import { actorId } from "#lib/base/access/actor.ts";
import type { Reading } from "#lib/contract/import.ts";
import { authorize } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { incidentFacts } from "#server/incidents/incident/index.ts";
import { readingOf } from "#server/incidents/reading/index.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";

/** Progress of reading a file of mine. Another person's reading is one that no one knows. */
export async function readingProgress(ctx: Ctx, input: { key: string; readingId: string }): Promise<Reading> {
  authorize(ctx, "incident", "curate", incidentFacts(await findIncident(ctx, input.key)));
  return readingOf(actorId(ctx.actor) ?? "server", input.readingId);
}
