import { findKnown } from "#server/follow/action-item/index.ts";
import { previewImport as preview } from "#server/incidents/import/index.ts";

type Arguments = Parameters<typeof preview>;

/** Previews an import as the API does, with the known actions that are asked for before importing. */
export const previewImport = (ctx: Arguments[0], input: Arguments[1]) => preview(ctx, input, findKnown);
