import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Inbox } from "#components/screens/inbox/inbox.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "Inbox" };

type Props = { searchParams: Promise<{ all?: string }> };

export default async function InboxPage({ searchParams }: Props) {
  const unread = (await searchParams).all !== "true";
  const state = await prefetch(await pageContext(), (query) => [
    query.notification.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ unread, ...(cursor ? { cursor } : {}) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <Inbox />
    </HydrationBoundary>
  );
}
