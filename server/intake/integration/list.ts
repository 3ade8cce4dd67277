import type { IntegrationRow, integrationContract } from "#lib/contract/integration.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { loadFigures } from "./figures.ts";
import { INTEGRATION_SELECT, presentRow } from "./integration-row.ts";

/** Returns integrations: those that need someone first, archived ones last, then by name of the tool. */
export async function listIntegrations(
  ctx: Ctx,
  { includeArchived }: InputOf<typeof integrationContract.list>,
): Promise<{ items: IntegrationRow[] }> {
  authorizeGlobally(ctx, "integration.manage");
  const rows = await ctx.db.integration.findMany({
    where: includeArchived ? {} : { archivedAt: null },
    select: INTEGRATION_SELECT,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const figures = await loadFigures(
    ctx,
    rows.map(({ id }) => id),
  );
  const items = rows.flatMap((row) => {
    const mine = figures.get(row.id);
    return mine ? [presentRow(row, mine, ctx.now())] : [];
  });
  const rank = (item: IntegrationRow) => (item.needsYou ? 0 : item.state === "archived" ? 2 : 1);
  return { items: items.toSorted((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, "en")) };
}
