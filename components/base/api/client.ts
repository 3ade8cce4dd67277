import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { ContractRouterClient } from "@orpc/contract";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import type { contract } from "#lib/contract/index.ts";

export type Api = ContractRouterClient<typeof contract>;

const link = new RPCLink({ url: () => `${window.location.origin}/api/rpc` });

/** The API as typed functions, over the browser's session. */
export const api: Api = createORPCClient(link);

/** Query and mutation options for React Query; the same keys as the prefetching pages use. */
export const query = createTanstackQueryUtils(api);
