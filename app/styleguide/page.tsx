import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ThemeName } from "#components/screens/styleguide/specimen.tsx";
import { Styleguide } from "#components/screens/styleguide/styleguide.tsx";
import { config } from "#server/base/process/config.ts";

export const metadata: Metadata = { title: "Styleguide" };

const THEMES: readonly ThemeName[] = ["light", "dark"];

/** Every part in every state; only while developing. `?theme=dark` shows one theme alone. */
export default async function StyleguidePage({ searchParams }: { searchParams: Promise<{ theme?: string }> }) {
  if (config().mode === "production") notFound();
  const { theme } = await searchParams;
  const asked = THEMES.filter((one) => one === theme);
  return <Styleguide themes={asked.length > 0 ? asked : THEMES} />;
}
