import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { IntegrationPage } from "#components/screens/integrations/integration-page.tsx";
import { pageContext, readForTitle } from "#server/http/page.ts";
import { prefetchReads } from "../../../../prefetch.ts";

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const found = await readForTitle(await pageContext(), (api) => api.integration.get({ id }));
  return { title: found ? `${found.label}, ${found.name}` : "Integration" };
}

export default async function OneIntegrationPage({ params }: Props) {
  const { id } = await params;
  const state = await prefetchReads((reads) => [reads.integration.get(id)]);
  return (
    <HydrationBoundary state={state}>
      <IntegrationPage id={id} />
    </HydrationBoundary>
  );
}
