import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Tokens } from "#components/screens/settings/tokens.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "Personal tokens" };

export default async function TokensPage() {
  const state = await prefetch(await pageContext(), (query) => [query.token.list.queryOptions()]);
  return (
    <HydrationBoundary state={state}>
      <Tokens />
    </HydrationBoundary>
  );
}
