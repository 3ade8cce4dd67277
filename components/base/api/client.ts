import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { ContractRouterClient } from "@orpc/contract";
import { createTanstackQueryUtils, OPERATION_CONTEXT_SYMBOL } from "@orpc/tanstack-query";
import type { contract } from "#lib/contract/index.ts";
import { readsOf } from "./reads.ts";
import { signedInAgain } from "./signed-out.ts";

export type Api = ContractRouterClient<typeof contract>;

interface Context {
  [OPERATION_CONTEXT_SYMBOL]?: { type: string };
}

/** Calls that a page makes outside the cache or on its own, and not as a person's step. */
const NO_STEPS: ReadonlySet<string> = new Set([
  "presence.say",
  "walk.here",
  "search.find",
  "team.list",
  "timeline.list",
]);

const link = new RPCLink<Context>({
  url: () => `${window.location.origin}/api/rpc`,
  interceptors: [
    async ({ next, context, path }) => {
      const startedAt = performance.now();
      try {
        return await next();
      } catch (error) {
        // Errors of cached reads are reported by the cache, which knows whether there is something to show.
        const { type = "mutation" } = context[OPERATION_CONTEXT_SYMBOL] ?? {};
        const isStep = type === "mutation" && !NO_STEPS.has(path.join("."));
        if (!isStep || !(await signedInAgain(error, startedAt))) throw error;
        return next();
      }
    },
  ],
});

/** The nouns of the API, and the operations of each. */
const LEVELS = 2;

/** Returns the same parts each time. The library makes new ones whenever one is looked up, which every render does. */
function remembered<Parts extends object>(parts: Parts, levels: number): Parts {
  const known = new Map<PropertyKey, unknown>();
  return new Proxy(parts, {
    get(target, name) {
      if (known.has(name)) return known.get(name);
      const part: unknown = Reflect.get(target, name);
      const isParts = levels > 1 && part !== null && (typeof part === "object" || typeof part === "function");
      const kept = isParts ? remembered(part, levels - 1) : part;
      known.set(name, kept);
      return kept;
    },
  });
}

/** The API as typed functions, over the browser's session. */
export const api: Api = createORPCClient(link);

/** Keys and mutations of the API for React Query. */
export const query = remembered(createTanstackQueryUtils(api), LEVELS);

/** Reads of the screens, over HTTP. */
export const reads = readsOf(query);
