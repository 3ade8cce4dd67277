import { sourceLabel } from "#importers/index.ts";
import type { MergeSuggestion } from "#lib/contract/curate.ts";
import type { Candidate } from "#lib/incidents/timeline/merges/candidate.ts";
import { suggestMerges } from "#lib/incidents/timeline/merges/suggest-merges.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findIncident, storyFacts } from "#server/incidents/timeline/index.ts";

async function candidatesOf(ctx: Ctx, incidentId: string): Promise<Candidate[]> {
  const rows = await storyFacts(ctx, incidentId);
  const here = new Set(rows.map(({ id }) => id));
  return rows.map((row) => ({
    ...row,
    sourceLabel: sourceLabel(row.sourceType),
    // A removed lead has nothing below it.
    leadId: row.leadId !== null && here.has(row.leadId) ? row.leadId : null,
  }));
}

/** Returns the suggestions of an incident that the caller can read. */
export async function suggestionsOf(ctx: Ctx, incidentId: string): Promise<MergeSuggestion[]> {
  const apart = await ctx.db.keptApart.findMany({ where: { incidentId }, select: { firstId: true, secondId: true } });
  const pairs = apart.map(({ firstId, secondId }) => [firstId, secondId] as const);
  return suggestMerges(await candidatesOf(ctx, incidentId), pairs);
}

/** Returns suggested duplicates and repeats of one alert, the most certain first. Changes nothing. */
export async function mergeSuggestions(ctx: Ctx, input: { key: string }): Promise<{ items: MergeSuggestion[] }> {
  const incident = await findIncident(ctx, input.key);
  return { items: await suggestionsOf(ctx, incident.id) };
}
