import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ChangePage } from "#components/screens/strategy/change-page.tsx";
import { prefetchReads } from "../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

export default async function StrategicChangePage({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [reads.strategicChange.get(key)]);
  return (
    <HydrationBoundary state={state}>
      <ChangePage changeKey={key} />
    </HydrationBoundary>
  );
}
