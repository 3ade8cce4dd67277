import type { Metadata } from "next";
import { MondayPage } from "#components/screens/monday/monday-page.tsx";

export const metadata: Metadata = { title: "Programme" };

export default function ProgrammePage() {
  return <MondayPage />;
}
