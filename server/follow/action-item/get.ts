import type { ActionItem } from "#lib/contract/action-item.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { loadActionItem } from "./load.ts";
import { presentActionItem } from "./present.ts";

export const getActionItem = async (ctx: Ctx, input: { key: string }): Promise<ActionItem> =>
  presentActionItem(ctx, await loadActionItem(ctx, input.key));
