import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Profile } from "#components/screens/settings/profile.tsx";
import { pageContext, prefetch } from "#server/http/page.ts";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const state = await prefetch(await pageContext(), (query) => [query.me.sessions.queryOptions()]);
  return (
    <HydrationBoundary state={state}>
      <Profile />
    </HydrationBoundary>
  );
}
