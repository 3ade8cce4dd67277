import type { Metadata } from "next";
import { Deliveries } from "#components/screens/settings/deliveries.tsx";

export const metadata: Metadata = { title: "Channels and deliveries" };

export default function DeliveriesPage() {
  return <Deliveries />;
}
