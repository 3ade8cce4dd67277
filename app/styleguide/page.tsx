import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ThemeName } from "#components/screens/styleguide/specimen.tsx";
import { Styleguide } from "#components/screens/styleguide/styleguide.tsx";
import { config } from "#server/base/process/config.ts";

export const metadata: Metadata = { title: "Styleguide" };

const THEMES: readonly ThemeName[] = ["light", "dark"];

/** Every component in every state, only during development. `?theme=dark` shows one theme. */
export default async function StyleguidePage({ searchParams }: { searchParams: Promise<{ theme?: string }> }) {
  if (config().mode === "production") notFound();
  const { theme } = await searchParams;
  const asked = THEMES.filter((one) => one === theme);
  return <Styleguide themes={asked.length > 0 ? asked : THEMES} />;
}
