import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { IntegrationPage } from "#components/integration/integration-page.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "Integration" };

export default async function OneIntegrationPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const state = await prefetch(await pageContext(), (query) => [query.integration.get.queryOptions({ input: { id } })]);
  return (
    <HydrationBoundary state={state}>
      <IntegrationPage id={id} />
    </HydrationBoundary>
  );
}
