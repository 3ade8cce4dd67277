import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import { DEMO_PASSWORD } from "#lib/people/member/demo-accounts.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { contextFor } from "#server/base/kernel/context.ts";
import type { StartHook } from "#server/base/lifecycle/index.ts";
import type { Config } from "#server/base/process/config.ts";
import { demoAccess } from "#server/people/auth/demo-access.ts";
import { ensureSetUpCode, isSetUp, listDemoAccounts } from "#server/people/member/index.ts";
import { loadDemo } from "../../prisma/seed/index.ts";

const demoData: StartHook = {
  name: "demo data",
  async run({ database, config, isEmbedded, log, signal }) {
    const ctx = { ...contextFor({ kind: "system", label: "demo" }), signal };
    const startedAt = performance.now();
    const access = demoAccess(config);
    const isWanted = access === "anyone" || (access === "this machine" && isEmbedded);
    if (isWanted && (await loadDemo(ctx, database.logPool)))
      log.info({ ms: Math.round(performance.now() - startedAt) }, "demo data loaded");
    if (access === "nobody") {
      const isThere = (await ctx.db.user.count({ where: { demo: true, disabledAt: null } })) > 0;
      return isThere ? refusedDemo(config, await isSetUp(ctx)) : [];
    }
    const accounts = await listDemoAccounts(ctx);
    if (accounts.length === 0) return [];
    const width = Math.max(...accounts.map(({ email }) => email.length));
    return [
      "",
      `Demo data is loaded. Sign in with the password ${DEMO_PASSWORD} as:`,
      ...accounts.map(({ email, role }) => `  ${email.padEnd(width)}  ${ROLE_WORDS[role]}`),
      ...(access === "this machine"
        ? ["These accounts only work on this machine, not through a proxy."]
        : await openDoorWords(ctx)),
    ];
  },
};

async function openDoorWords({ db }: Ctx): Promise<string[]> {
  const people = await db.user.count({ where: { demo: false, disabledAt: null } });
  const first = "AFTERWORD_DEMO=1 lets anyone who reaches this server sign in with them.";
  if (people === 0) return [first];
  return [
    first,
    `  ${people} ${people === 1 ? "person has" : "people have"} their own account here. Anyone can read and change their records.`,
    "  To close it: remove AFTERWORD_DEMO=1, then run npm run -s afterword -- demo remove",
  ];
}

const refusedDemo = ({ demo, isLoopback, host, publicUrl }: Config, hasAdmin: boolean): string[] => {
  const reason = demo === false ? "AFTERWORD_DEMO=0" : isLoopback ? `AFTERWORD_URL=${publicUrl}` : `HOST=${host}`;
  const first = hasAdmin ? "Sign in with your own account" : "Create an admin with the one-time code below";
  return [
    "",
    `Demo data is loaded, but its accounts, sessions and tokens are rejected because ${reason} is set.`,
    `  To continue: ${first}. Then remove the demo data: npm run -s afterword -- demo remove`,
    "  To let anyone in with the demo password: AFTERWORD_DEMO=1 npm start",
    ...(hasAdmin ? ["  If you have no password: npm run -s afterword -- user reset YOUR-EMAIL"] : []),
  ];
};

const setUpCode: StartHook = {
  name: "set-up code",
  async run() {
    const code = await ensureSetUpCode(contextFor({ kind: "system", label: "set-up" }));
    if (code === null) return [];
    return [
      "",
      "No admin can sign in yet. Open /setup at this address and create the first admin with this one-time code:",
      `  ${code}`,
    ];
  },
};

/** Hooks between the migrations and the first request, in this order. */
export const START_HOOKS: readonly StartHook[] = [demoData, setUpCode];
