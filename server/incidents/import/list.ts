import type { ImportRecord } from "#lib/contract/import.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { findIncident } from "#server/incidents/timeline/index.ts";
import { loadImports } from "./load.ts";
import { presentImport } from "./present.ts";

/** Returns imports of an incident, newest first. */
export async function listImports(ctx: Ctx, input: { key: string }): Promise<{ items: ImportRecord[] }> {
  const incident = await findIncident(ctx, input.key);
  return { items: (await loadImports(ctx, incident.id)).map(presentImport) };
}
