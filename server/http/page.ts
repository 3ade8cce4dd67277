import type { ContractRouterClient } from "@orpc/contract";
import { createRouterClient, onError } from "@orpc/server";
import { createTanstackQueryUtils, type RouterUtils } from "@orpc/tanstack-query";
import { type DehydratedState, dehydrate, QueryClient } from "@tanstack/react-query";
import type { contract } from "#lib/contract/index.ts";
import { contextOfUser, type HttpContext } from "#server/people/auth/http-context.ts";
import { requireSignedIn } from "#server/people/auth/require-signed-in.ts";
import { publishedVersion } from "#server/reviews/review/index.ts";
import { router } from "./api/router.ts";
import { toWireError } from "./problem/problem.ts";

/** The router called in this process, with the same checks as over HTTP. Pages prefetch with it. */
const callerFor = (context: HttpContext) =>
  createRouterClient(router, {
    context,
    interceptors: [
      onError((error) => {
        throw toWireError(error);
      }),
    ],
  });

export type Query = RouterUtils<ContractRouterClient<typeof contract>>;

interface Prefetchable {
  queryKey: readonly unknown[];
}

/** Returns the request behind a page, as the API sees it. */
export const pageContext = requireSignedIn;

/**
 * Runs queries in this process for a page and passes their data to the browser under the same keys. A rejected query is
 * left out, so the component requests it again and shows the error.
 */
export async function prefetch(
  context: HttpContext,
  queries: (query: Query) => Prefetchable[],
): Promise<DehydratedState> {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const query = createTanstackQueryUtils(callerFor(context)) as unknown as Query;
  await Promise.all(
    queries(query).map((options) =>
      "initialPageParam" in options
        ? client.prefetchInfiniteQuery(options as unknown as Parameters<QueryClient["prefetchInfiniteQuery"]>[0])
        : client.prefetchQuery(options as Parameters<QueryClient["prefetchQuery"]>[0]),
    ),
  );
  return dehydrate(client);
}

/**
 * Returns the number of the version that the page of a review shows, or null for the current text. This is read first,
 * so everything else can be read at once.
 */
export async function publishedVersionFor(context: HttpContext, key: string): Promise<number | null> {
  return context.signedIn ? publishedVersion(contextOfUser(context.signedIn.actor, context), { key }) : null;
}

/** Returns a record for the title of a page. Null if it is rejected, because the page itself shows why. */
export async function readForTitle<Answer>(
  context: HttpContext,
  read: (api: ReturnType<typeof callerFor>) => Promise<Answer>,
): Promise<Answer | null> {
  return read(callerFor(context)).catch(() => null);
}
