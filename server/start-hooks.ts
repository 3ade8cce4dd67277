import { contextFor } from "#server/http/context.ts";
import type { StartHook } from "#server/lifecycle/index.ts";
import { ensureSetUpCode } from "#server/member/index.ts";

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
export const START_HOOKS: readonly StartHook[] = [setUpCode];
