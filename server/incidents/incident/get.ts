import type { Incident } from "#lib/contract/incident.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { loadIncident } from "./load.ts";
import { presentIncident } from "./present.ts";

export const getIncident = async (ctx: Ctx, input: { key: string }): Promise<Incident> =>
  presentIncident(ctx, await loadIncident(ctx, input.key));
