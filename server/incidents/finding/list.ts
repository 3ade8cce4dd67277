import type { Finding } from "#lib/contract/finding.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { loadFindings, presentFindings } from "./finding-row.ts";
import type { FindingRecords } from "./records.ts";

/** Returns everything that the imported files of an incident contain in addition to events, in any state. */
export async function listFindings(
  ctx: Ctx,
  input: { key: string },
  records: Pick<FindingRecords, "actionsByTitle">,
): Promise<{ items: Finding[] }> {
  const incident = await findIncident(ctx, input.key);
  return { items: await presentFindings(ctx, incident.id, await loadFindings(ctx, incident.id), records) };
}
