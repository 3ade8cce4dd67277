import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { loadStrategicChange } from "./load.ts";
import { presentStrategicChange } from "./present.ts";

export const getStrategicChange = async (ctx: Ctx, input: { key: string }): Promise<StrategicChange> =>
  presentStrategicChange(ctx, await loadStrategicChange(ctx, input.key));
