import { createHash, randomInt } from "node:crypto";
import type { Prisma } from "#generated/prisma/client.ts";
import { type AppError, invalid, refuse } from "#lib/base/errors.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { authorizeGlobally } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { config } from "#server/base/process/config.ts";
import { demoAccess } from "#server/people/auth/demo-access.ts";
import { withinTries } from "./one-time-link.ts";

/** Letters and digits that no one confuses when typing them from a log. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A code such as 7K2M-Q9TB-4XWD-H6RC: 78 bits. */
export function newSetUpCode(): string {
  const letters = Array.from({ length: GROUPS * GROUP_LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
  return Array.from({ length: GROUPS }, (_, at) =>
    letters.slice(at * GROUP_LENGTH, (at + 1) * GROUP_LENGTH).join(""),
  ).join("-");
}

/** Returns the hash of a code as someone typed it. Case, spaces and dashes don't matter. */
export const hashSetUpCode = (typed: string): string =>
  createHash("sha256")
    .update(typed.toUpperCase().replace(/[^A-Z0-9]/g, ""))
    .digest("hex");

const OLD_MS = DAY_MS;

/**
 * Creates a code for the first visitor. Null if there are accounts. Only its hash is stored, so each start creates a
 * new one. Those of the last day keep working, for processes that start together.
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

export const alreadySetUp = (): AppError => refuse("already_set_up", "Afterword is already set up. Sign in instead.");

/** Throws `invalid` if this isn't an unused code, and `rule` if there are accounts already. */
export async function requireSetUpCode(ctx: Ctx, code: string): Promise<void> {
  if (await isSetUp(ctx)) throw alreadySetUp();
  const known = await ctx.db.setUpCode.findFirst({
    where: { codeHash: hashSetUpCode(code), usedAt: null },
    select: { id: true },
  });
  if (!known) throw invalid("code", "Wrong set-up code. Copy it from the log of the last start.");
}

/** Checks a code before the rest of the form is shown, without using it up. Throws as set-up does. */
export function checkSetUpCode(
  ctx: Ctx,
  { code, address }: { code: string; address: string },
): Promise<{ done: true }> {
  return withinTries("set-up", address, async () => {
    await requireSetUpCode(ctx, code);
    return { done: true };
  });
}

// Demo accounts that no one can use don't count.
const enterable = (): Prisma.UserWhereInput => (demoAccess(config()) === "nobody" ? { demo: false } : {});

const anyOf = async (ctx: Ctx, where: Prisma.UserWhereInput): Promise<boolean> =>
  (await ctx.db.user.findFirst({ where: { AND: [enterable(), where] }, select: { id: true } })) !== null;

/** Returns whether anyone has a usable account. */
export const hasAccounts = (ctx: Ctx): Promise<boolean> => anyOf(ctx, {});

/** Returns whether an admin has such an account, so the set-up code is no longer needed. */
export const isSetUp = (ctx: Ctx): Promise<boolean> => anyOf(ctx, { role: "admin", disabledAt: null });
