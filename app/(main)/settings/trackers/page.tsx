import type { Metadata } from "next";
import { Trackers } from "#components/screens/settings/trackers.tsx";

export const metadata: Metadata = { title: "Trackers" };

export default function TrackersPage() {
  return <Trackers />;
}
