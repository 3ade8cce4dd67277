import { notFound } from "#lib/base/errors.ts";
import type { Member } from "#lib/contract/member.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { memberSelect, presentMember } from "./present.ts";

/** One person. Throws `not_found`. */
export async function getMember(ctx: Ctx, { id }: { id: string }): Promise<Member> {
  const row = await ctx.db.user.findUnique({ where: { id }, select: memberSelect(ctx.now()) });
  if (!row) throw notFound();
  return presentMember(ctx, row);
}
