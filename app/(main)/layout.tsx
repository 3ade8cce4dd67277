import { HydrationBoundary } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { QueryProvider } from "#components/base/api/query-provider.tsx";
import { SignedInShell } from "#components/screens/shell/signed-in-shell.tsx";
import { prefetchReads } from "../prefetch.ts";

export default async function MainLayout({ children }: { children: ReactNode }) {
  const state = await prefetchReads((reads) => [reads.me.get()]);
  return (
    <QueryProvider>
      <HydrationBoundary state={state}>
        <NuqsAdapter>
          <SignedInShell>{children}</SignedInShell>
        </NuqsAdapter>
      </HydrationBoundary>
    </QueryProvider>
  );
}
