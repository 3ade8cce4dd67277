import { findKnown } from "#server/follow/action-item/index.ts";
import { previewImport as preview } from "#server/incidents/import/index.ts";

type Arguments = Parameters<typeof preview>;

/** Previews an import as the API does, with the question about known actions that stands above the importing. */
export const previewImport = (ctx: Arguments[0], input: Arguments[1]) => preview(ctx, input, findKnown);
