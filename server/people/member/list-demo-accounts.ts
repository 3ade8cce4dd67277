import { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from "#lib/people/member/demo-accounts.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { verifyPassword } from "#server/people/auth/password.ts";

// A hash is deliberately slow to check, and the result for one hash never changes.
const fits = new Map<string, Promise<boolean>>();

/** Returns the demo accounts that open with the demo password, for the sign-in page. Empty without demo data. */
export async function listDemoAccounts(ctx: Ctx): Promise<DemoAccount[]> {
  const rows = await ctx.db.user.findMany({
    where: { demo: true, disabledAt: null, email: { in: DEMO_ACCOUNTS.map(({ email }) => email) } },
    select: { email: true, role: true, passwordHash: true },
  });
  const open = await Promise.all(rows.map(({ passwordHash }) => opensWithDemoPassword(passwordHash)));
  const shown = new Map(rows.filter((_row, at) => open[at]).map(({ email, role }) => [email, role]));
  return DEMO_ACCOUNTS.flatMap(({ email }) => {
    const role = shown.get(email);
    return role === undefined ? [] : [{ email, role }];
  });
}

async function opensWithDemoPassword(passwordHash: string | null): Promise<boolean> {
  if (passwordHash === null) return false;
  const known = fits.get(passwordHash) ?? verifyPassword(passwordHash, DEMO_PASSWORD);
  if (fits.size > 100) fits.clear();
  fits.set(passwordHash, known);
  return known;
}
