import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AuditLog } from "#components/screens/settings/audit-log.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "Audit log" };

type Props = { searchParams: Promise<{ noun?: string }> };

export default async function AuditPage({ searchParams }: Props) {
  const { noun } = await searchParams;
  const state = await prefetch(await pageContext(), (query) => [
    query.audit.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...(noun ? { noun: String(noun) } : {}),
        ...(cursor ? { cursor } : {}),
      }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  ]);
  return (
    <HydrationBoundary state={state}>
      <AuditLog />
    </HydrationBoundary>
  );
}
