import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Calendars } from "#components/screens/settings/calendars.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Business calendars" };

export default async function CalendarsPage() {
  const state = await prefetchReads((reads) => [reads.calendar.list()]);
  return (
    <HydrationBoundary state={state}>
      <Calendars />
    </HydrationBoundary>
  );
}
