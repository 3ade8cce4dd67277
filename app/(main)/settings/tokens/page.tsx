import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Tokens } from "#components/screens/settings/tokens.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Personal tokens" };

export default async function TokensPage() {
  const state = await prefetchReads((reads) => [reads.token.list()]);
  return (
    <HydrationBoundary state={state}>
      <Tokens />
    </HydrationBoundary>
  );
}
