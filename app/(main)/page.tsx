import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { MyWork } from "#components/screens/home/my-work.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "My work" };

export default async function MyWorkPage() {
  const state = await prefetch(await pageContext(), (query) => [query.me.work.queryOptions()]);
  return (
    <HydrationBoundary state={state}>
      <MyWork />
    </HydrationBoundary>
  );
}
