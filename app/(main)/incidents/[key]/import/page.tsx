import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ImportPage } from "#components/screens/import/import-page.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Import into ${(await params).key}` };
}

export default async function IncidentImportPage({ params }: Props) {
  const { key } = await params;
  const state = await prefetch(await pageContext(), (query) => [
    query.incident.get.queryOptions({ input: { key } }),
    query.import.list.queryOptions({ input: { key } }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ImportPage incidentKey={key} />
    </HydrationBoundary>
  );
}
