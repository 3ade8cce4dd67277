import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Inbox } from "#components/screens/inbox/inbox.tsx";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Inbox" };

type Props = { searchParams: Promise<{ all?: string }> };

export default async function InboxPage({ searchParams }: Props) {
  const unread = (await searchParams).all !== "true";
  const state = await prefetchReads((reads) => [reads.notification.list(unread)]);
  return (
    <HydrationBoundary state={state}>
      <Inbox />
    </HydrationBoundary>
  );
}
