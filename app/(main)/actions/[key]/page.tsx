import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ActionPage } from "#components/screens/actions/action-page.tsx";
import { prefetchReads } from "../../../prefetch.ts";

interface Props {
  params: Promise<{ key: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key };
}

export default async function ActionItemPage({ params }: Props) {
  const { key } = await params;
  const state = await prefetchReads((reads) => [reads.actionItem.get(key), reads.comment.of(key)]);
  return (
    <HydrationBoundary state={state}>
      <ActionPage actionKey={key} />
    </HydrationBoundary>
  );
}
