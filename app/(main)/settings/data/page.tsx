import type { Metadata } from "next";
import { DataSettings } from "#components/screens/settings/data-settings.tsx";

export const metadata: Metadata = { title: "Data" };

export default function DataPage() {
  return <DataSettings />;
}
