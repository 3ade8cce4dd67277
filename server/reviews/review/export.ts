import type { Ctx } from "#server/base/kernel/context.ts";
import { reviewKeyOf } from "#server/base/kernel/keys.ts";
import { reviewMarkdown } from "#server/reviews/export/index.ts";
import { gatherExport } from "./gather-export.ts";
import { loadReview } from "./load.ts";
import { readVersion, shownVersion } from "./published.ts";

/** Returns the review as a file: as it is now, or a version with its live blocks as they were. */
export async function exportReview(
  ctx: Ctx,
  input: { key: string; format: "markdown"; version?: number | undefined },
): Promise<File> {
  const row = await loadReview(ctx, input.key);
  const version = shownVersion(ctx, row, input.version);
  const markdown =
    version === null ? reviewMarkdown(await gatherExport(ctx, row)) : (await readVersion(ctx, row, version)).markdown;
  return new File([markdown], `${reviewKeyOf(row.number)}.md`, { type: "text/markdown;charset=utf-8" });
}
