import type { Ctx } from "#server/base/kernel/context.ts";

/** Whether any demo record is left. */
export async function isDemoLoaded(ctx: Ctx): Promise<boolean> {
  const only = { where: { demo: true }, select: { id: true } } as const;
  const { db } = ctx;
  // People first: as long as any demo data is there, so are they, and one question is enough.
  if (await db.user.findFirst(only)) return true;
  const rest = await Promise.all([
    db.incident.findFirst(only),
    db.review.findFirst(only),
    db.actionItem.findFirst(only),
    db.strategicChange.findFirst(only),
    db.service.findFirst(only),
    db.team.findFirst(only),
  ]);
  return rest.some((row) => row !== null);
}
