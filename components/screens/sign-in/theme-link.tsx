"use client";

import { useTheme } from "next-themes";
import textStyles from "#components/ui/roles/text.module.css";

/** Switches between light and dark, for pages without a masthead. */
export function ThemeLink() {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <button
      type="button"
      className={textStyles.link}
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
    >
      Switch theme
    </button>
  );
}
