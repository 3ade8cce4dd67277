import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Inbox } from "#components/screens/inbox/inbox.tsx";
import { INBOX_STATES } from "#lib/base/vocabulary/message-kind.ts";
import { prefetchReads } from "../../prefetch.ts";

export const metadata: Metadata = { title: "Inbox" };

type Props = { searchParams: Promise<{ tab?: string }> };

export default async function InboxPage({ searchParams }: Props) {
  const { tab } = await searchParams;
  const state = INBOX_STATES.find((one) => one === tab) ?? "new";
  const dehydrated = await prefetchReads((reads) => [reads.notification.list(state), reads.notification.counts()]);
  return (
    <HydrationBoundary state={dehydrated}>
      <Inbox />
    </HydrationBoundary>
  );
}
