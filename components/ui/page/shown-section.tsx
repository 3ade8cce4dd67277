"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const ShownSection = createContext<readonly [section: string | null, show: (section: string | null) => void]>([
  null,
  () => undefined,
]);

/** Provides the section that a page names to the navigation around it. */
export function ShownSectionProvider({ children }: { children: ReactNode }) {
  return <ShownSection value={useState<string | null>(null)}>{children}</ShownSection>;
}

/** Returns the URL of the section that the open page names, or null if the page's own URL decides. */
export const useShownSection = (): string | null => useContext(ShownSection)[0];

/** Marks another section than the page's own URL would, while the page is open. */
export function useSectionOf(section: string): void {
  const [, show] = useContext(ShownSection);
  useEffect(() => {
    show(section);
    return () => show(null);
  }, [section, show]);
}
