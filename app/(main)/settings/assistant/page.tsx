import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AssistantSettings } from "#components/screens/settings/assistant.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "AI assistant" };

export default async function AssistantPage() {
  return (
    <HydrationBoundary state={await prefetchReads((reads) => [reads.assist.setting()])}>
      <AssistantSettings />
    </HydrationBoundary>
  );
}
