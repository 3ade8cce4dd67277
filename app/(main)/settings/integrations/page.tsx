import type { Metadata } from "next";
import { NothingOpen } from "#components/screens/integrations/nothing-open.tsx";

export const metadata: Metadata = { title: "Integrations" };

export default function IntegrationsPage() {
  return <NothingOpen />;
}
