import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { AuditLog } from "#components/screens/settings/audit-log.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Audit log" };

type Props = { searchParams: Promise<{ noun?: string }> };

export default async function AuditPage({ searchParams }: Props) {
  const { noun } = await searchParams;
  const state = await prefetchReads((reads) => [reads.audit.list(String(noun ?? ""))]);
  return (
    <HydrationBoundary state={state}>
      <AuditLog />
    </HydrationBoundary>
  );
}
