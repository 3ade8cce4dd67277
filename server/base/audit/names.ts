import type { Ctx } from "#server/base/kernel/context.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Returns every id in `before` and `after`, at any depth. */
export function idsIn(value: unknown): string[] {
  if (typeof value === "string") return UUID.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(idsIn);
}

/** Returns names of ids that are people, teams or services, which everyone signed in can know. */
export async function namesOf(ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const where = { id: { in: [...new Set(ids)] } };
  const select = { id: true, name: true } as const;
  const { db } = ctx;
  const rows = await Promise.all([
    db.user.findMany({ where, select }),
    db.team.findMany({ where, select }),
    db.service.findMany({ where, select }),
  ]);
  return new Map(rows.flat().map(({ id, name }) => [id, name]));
}
