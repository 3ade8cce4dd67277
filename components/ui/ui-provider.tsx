"use client";
import { ThemeProvider } from "next-themes";
import { Tooltip } from "radix-ui";
import type { ReactNode } from "react";
import { KeyMap } from "./keys/key-map.tsx";
import { KeysProvider } from "./keys/keys-provider.tsx";
import { Toaster } from "./toast.tsx";

const TOOLTIP_DELAY_MS = 400;

/** Theme, tooltips, keys with their map, and toasts: once around the whole page. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" enableSystem disableTransitionOnChange>
      <Tooltip.Provider delayDuration={TOOLTIP_DELAY_MS}>
        <KeysProvider>
          {children}
          <KeyMap />
          <Toaster />
        </KeysProvider>
      </Tooltip.Provider>
    </ThemeProvider>
  );
}
