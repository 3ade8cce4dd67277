"use client";

import { useTheme } from "next-themes";

/** Switches between light and dark, for pages without a masthead. */
export function ThemeLink() {
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <button type="button" className="link" onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}>
      Switch theme
    </button>
  );
}
