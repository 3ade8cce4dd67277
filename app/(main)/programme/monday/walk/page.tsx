import type { Metadata } from "next";
import { WalkPage } from "#components/screens/walk/walk-page.tsx";

export const metadata: Metadata = { title: "Walk through" };

export default function WalkThroughPage() {
  return <WalkPage />;
}
