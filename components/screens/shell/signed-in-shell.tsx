"use client";

import { LogOut, Settings } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useLiveRecords } from "#components/base/api/use-live-records.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { SignInAgain } from "#components/screens/sign-in/sign-in-again.tsx";
import type { KeyBinding } from "#components/ui/keys/key-registry.ts";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { ShownSectionProvider } from "#components/ui/page/shown-section.tsx";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import { Masthead, type MastheadProps } from "./masthead.tsx";
import type { MenuEntry, NavItem } from "./nav-item.ts";
import { SearchPalette } from "./search-palette.tsx";
import { newEntries, SECTIONS } from "./sections.tsx";
import { useSignOut } from "./sign-out.tsx";
import styles from "./signed-in-shell.module.css";
import { TabBar } from "./tab-bar.tsx";
import { useLeave } from "./use-leave.ts";

type ShellKeys = {
  items: readonly NavItem[];
  newItems: readonly MenuEntry[];
  onJump?: (() => void) | undefined;
};

/** "g" and a letter open a section, the keys of the New menu create, Cmd or Ctrl and K opens the palette. */
function useShellKeys({ items, newItems, onJump }: ShellKeys): void {
  const leave = useLeave();
  const goTo: KeyBinding[] = items.map((item) => ({
    keys: item.key,
    label: item.label,
    group: "Go to",
    run: () => leave(item.href),
  }));
  const create = newItems.flatMap((item): KeyBinding[] => {
    if (!item.keys) return [];
    const run = () => (item.href ? leave(item.href) : item.onSelect?.());
    return [{ keys: item.keys, label: item.label, group: "New", run }];
  });
  const jump: KeyBinding[] = onJump
    ? [{ keys: "mod+k", label: "Search or jump", group: "Page", run: onJump, whileTyping: true }]
    : [];
  // The effects of a page run before those of the shell around it.
  useKeys([...goTo, ...create, ...jump].map((one) => ({ ...one, yields: true })));
}

type AppShellProps = MastheadProps & { children: ReactNode };

/** Skip link, masthead, main landmark, and the tab bar on a phone. */
function AppShell({ children, ...masthead }: AppShellProps) {
  useShellKeys({ items: masthead.items, newItems: masthead.newItems, onJump: masthead.onJump });
  return (
    <ShownSectionProvider>
      <div className={styles.shell}>
        <a className={styles.skip} href="#main">
          Skip to content
        </a>
        <Masthead {...masthead} />
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <TabBar items={masthead.items} />
      </div>
    </ShownSectionProvider>
  );
}

/** The shell of a signed-in person: sections, what they can create, palette, inbox, account. */
export function SignedInShell({ children }: { children: ReactNode }) {
  const me = useMe();
  useLiveRecords();
  const [jumping, setJumping] = useState(false);
  const created = newEntries(me);
  const signOut = useSignOut(me?.id);
  return (
    <AppShell
      items={SECTIONS}
      newItems={created}
      onJump={() => setJumping(true)}
      inbox={{ href: "/inbox", unread: me?.unread ?? 0 }}
      account={{
        name: me?.name ?? "You",
        detail: me ? `${me.email}, ${ROLE_WORDS[me.role]}` : undefined,
        items: [
          { label: "Settings", href: "/settings/you", icon: <Settings size={14} /> },
          {
            label: "Sign out",
            icon: <LogOut size={14} />,
            separated: true,
            onSelect: () => void signOut.ask(),
          },
        ],
      }}
    >
      {children}
      <SignInAgain />
      {signOut.dialog}
      <SearchPalette open={jumping} onOpenChange={setJumping} created={created} />
    </AppShell>
  );
}
