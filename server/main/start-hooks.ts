import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import { DEMO_PASSWORD } from "#lib/people/member/demo-accounts.ts";
import type { StartHook } from "#server/base/lifecycle/index.ts";
import { contextFor } from "#server/people/auth/http-context.ts";
import { ensureSetUpCode, listDemoAccounts } from "#server/people/member/index.ts";
import { loadDemo } from "../../prisma/seed/index.ts";

const demoData: StartHook = {
  name: "demo data",
  async run({ database, config, isEmbedded, log }) {
    const ctx = contextFor({ kind: "system", label: "demo" });
    const begunAt = performance.now();
    const isWanted = config.demo ?? (isEmbedded && config.isLoopback);
    if (isWanted && (await loadDemo(ctx, database.logPool)))
      log.info({ ms: Math.round(performance.now() - begunAt) }, "demo data loaded");
    const accounts = await listDemoAccounts(ctx);
    if (accounts.length === 0) return [];
    const width = Math.max(...accounts.map(({ email }) => email.length));
    return [
      "",
      `Demo data is loaded. Sign in with the password ${DEMO_PASSWORD} as:`,
      ...accounts.map(({ email, role }) => `  ${email.padEnd(width)}  ${ROLE_WORDS[role]}`),
    ];
  },
};

const setUpCode: StartHook = {
  name: "set-up code",
  async run() {
    const code = await ensureSetUpCode(contextFor({ kind: "system", label: "set-up" }));
    if (code === null) return [];
    return [
      "",
      "Nobody has an account yet. Open the address and create the administrator with this one-time code:",
      `  ${code}`,
    ];
  },
};

/** What else happens between the migrations and the first request, in this order. */
export const START_HOOKS: readonly StartHook[] = [demoData, setUpCode];
