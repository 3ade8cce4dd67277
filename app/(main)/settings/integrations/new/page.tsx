import type { Metadata } from "next";
import { ConnectForm } from "#components/screens/integrations/connect-form.tsx";

export const metadata: Metadata = { title: "Connect a tool" };

export default function ConnectPage() {
  return <ConnectForm />;
}
