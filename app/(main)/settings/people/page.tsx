import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { People } from "#components/screens/settings/people.tsx";
import { peopleInput } from "#lib/people/member/people-input.ts";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "People and roles" };

type Props = { searchParams: Promise<{ q?: string; left?: string }> };

export default async function PeoplePage({ searchParams }: Props) {
  const { q = "", left } = await searchParams;
  const state = await prefetch(await pageContext(), (query) => [
    query.member.list.infiniteOptions({
      input: (cursor: string | undefined) => peopleInput(String(q), left === "true", cursor),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
    query.member.invitations.queryOptions(),
  ]);
  return (
    <HydrationBoundary state={state}>
      <People />
    </HydrationBoundary>
  );
}
