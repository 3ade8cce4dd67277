import type { PromotionRules, promotionContract } from "#lib/contract/promotion.ts";
import { authorizeGlobally, authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { guardVersion } from "#server/base/kernel/guard-version.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { fieldsOf, record } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";

const load = (ctx: Ctx) => ctx.db.promotionRules.findFirstOrThrow();

/** Returns when a condition is proposed as a strategic change. */
export async function promotionRules(ctx: Ctx): Promise<PromotionRules> {
  const { id: _id, ...rules } = await load(ctx);
  return rules;
}

/** The same for everyone who can sign in. */
export async function getPromotionRules(ctx: Ctx): Promise<PromotionRules> {
  authorizeSelf(ctx, "read");
  return promotionRules(ctx);
}

/** Changes when a condition is proposed. Throws `conflict` for a stale version. */
export async function changePromotionRules(
  ctx: Ctx,
  { version, ...fields }: InputOf<typeof promotionContract.changeRules>,
): Promise<PromotionRules> {
  return transact(ctx, async (tx) => {
    authorizeGlobally(tx, "settings.manage");
    const before = await load(tx);
    const changed = await tx.db.promotionRules.updateMany({
      where: { id: before.id, version },
      data: { ...fields, version: { increment: 1 } },
    });
    await guardVersion(changed, () => promotionRules(tx));
    return record(tx, {
      ...{ action: "promotion_rules.updated", id: before.id, before: fieldsOf(before, fields), after: fields },
      answer: () => promotionRules(tx),
    });
  });
}
