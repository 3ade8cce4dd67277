import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ImportPage } from "#components/screens/import/import-page.tsx";
import { prefetchReads } from "../../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Import into ${(await params).key}` };
}

export default async function IncidentImportPage({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [reads.incident.get(key), reads.import.list(key)]);
  return (
    <HydrationBoundary state={state}>
      <ImportPage incidentKey={key} />
    </HydrationBoundary>
  );
}
