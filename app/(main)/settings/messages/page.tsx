import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Messages } from "#components/screens/settings/messages.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Message settings" };

export default async function MessagesPage() {
  const state = await prefetchReads((reads) => [reads.notification.settings()]);
  return (
    <HydrationBoundary state={state}>
      <Messages />
    </HydrationBoundary>
  );
}
