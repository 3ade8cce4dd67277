import { HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { IntegrationsFrame } from "#components/screens/integrations/integrations-frame.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export default async function IntegrationsLayout({ children }: { children: ReactNode }) {
  const state = await prefetchReads((reads) => [reads.integration.list()]);
  return (
    <HydrationBoundary state={state}>
      <IntegrationsFrame>{children}</IntegrationsFrame>
    </HydrationBoundary>
  );
}
