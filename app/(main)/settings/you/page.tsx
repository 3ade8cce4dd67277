import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Profile } from "#components/screens/settings/profile.tsx";
import { prefetchReads } from "../../../prefetch.ts";

export const metadata: Metadata = { title: "Profile" };

export default async function ProfilePage() {
  const state = await prefetchReads((reads) => [reads.me.sessions()]);
  return (
    <HydrationBoundary state={state}>
      <Profile />
    </HydrationBoundary>
  );
}
