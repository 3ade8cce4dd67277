"use client";
import type { ReactNode } from "react";
import { Masthead, type MastheadProps } from "./masthead.tsx";
import { TabBar } from "./tab-bar.tsx";
import { useShellKeys } from "./use-shell-keys.ts";

type AppShellProps = MastheadProps & { children: ReactNode };

/** Skip link, masthead, the main landmark, and the tab bar of a phone. */
export function AppShell({ children, ...masthead }: AppShellProps) {
  useShellKeys({ items: masthead.items, newItems: masthead.newItems, onJump: masthead.onJump });
  return (
    <div className="shell">
      <a className="skip" href="#main">
        Skip to content
      </a>
      <Masthead {...masthead} />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <TabBar items={masthead.items} />
    </div>
  );
}
