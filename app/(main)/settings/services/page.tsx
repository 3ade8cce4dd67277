import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Services } from "#components/screens/settings/services.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Services" };

type Props = { searchParams: Promise<{ archived?: string }> };

export default async function ServicesPage({ searchParams }: Props) {
  const includeArchived = (await searchParams).archived === "true";
  const state = await prefetchReads((reads) => [reads.service.list(includeArchived)]);
  return (
    <HydrationBoundary state={state}>
      <Services />
    </HydrationBoundary>
  );
}
