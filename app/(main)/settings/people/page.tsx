import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { People } from "#components/screens/settings/people.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "People and roles" };

type Props = { searchParams: Promise<{ q?: string; left?: string }> };

export default async function PeoplePage({ searchParams }: Props) {
  const { q = "", left } = await searchParams;
  const state = await prefetchReads((reads) => [
    reads.member.list(String(q), left === "true"),
    reads.member.invitations(),
  ]);
  return (
    <HydrationBoundary state={state}>
      <People />
    </HydrationBoundary>
  );
}
