import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Teams } from "#components/screens/settings/teams.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Teams" };

type Props = { searchParams: Promise<{ archived?: string }> };

export default async function TeamsPage({ searchParams }: Props) {
  const includeArchived = (await searchParams).archived === "true";
  const state = await prefetchReads((reads) => [reads.team.list(includeArchived)]);
  return (
    <HydrationBoundary state={state}>
      <Teams />
    </HydrationBoundary>
  );
}
