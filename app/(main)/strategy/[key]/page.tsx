import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ChangePage } from "#components/screens/strategy/change-page.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

export default async function StrategicChangePage({ params }: Props) {
  const { key } = await params;
  const state = await prefetch(await pageContext(), (query) => [
    query.strategicChange.get.queryOptions({ input: { key } }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <ChangePage changeKey={key} />
    </HydrationBoundary>
  );
}
