import { HydrationBoundary } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { IntegrationsFrame } from "#components/screens/integrations/integrations-frame.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export default async function IntegrationsLayout({ children }: { children: ReactNode }) {
  const state = await prefetch(await pageContext(), (query) => [
    query.integration.list.queryOptions({ input: { includeArchived: true } }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <IntegrationsFrame>{children}</IntegrationsFrame>
    </HydrationBoundary>
  );
}
