import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { isSetUp } from "./is-set-up.ts";
import { hashSetUpCode, newSetUpCode } from "./set-up-code.ts";

const OLD_MS = 24 * 60 * 60 * 1000;

/**
 * A code for the first visitor, null when there are accounts. Only its hash is kept, so each start makes a new one;
 * those of the last day continue working, for processes that start together.
 */
export async function ensureSetUpCode(ctx: Ctx): Promise<string | null> {
  authorizeGlobally(ctx, "people.manage");
  if (await isSetUp(ctx)) return null;
  const code = newSetUpCode();
  return transact(ctx, async (tx) => {
    const before = new Date(tx.now().getTime() - OLD_MS);
    await tx.db.setUpCode.deleteMany({ where: { usedAt: null, createdAt: { lt: before } } });
    await tx.db.setUpCode.create({ data: { id: tx.newId(), codeHash: hashSetUpCode(code), createdAt: tx.now() } });
    return unrecorded("each start creates one, before anyone has access", () => code);
  });
}
