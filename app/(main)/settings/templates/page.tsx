import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Templates } from "#components/screens/settings/templates.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Templates" };

export default async function TemplatesPage() {
  const state = await prefetchReads((reads) => [reads.template.every()]);
  return (
    <HydrationBoundary state={state}>
      <Templates />
    </HydrationBoundary>
  );
}
