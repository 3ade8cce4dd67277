"use client";

import { LogOut, Settings } from "lucide-react";
import { signOut } from "next-auth/react";
import { type ReactNode, useState } from "react";
import { useLiveRecords } from "#components/base/api/use-live-records.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import { AppShell } from "./app-shell.tsx";
import { SearchPalette } from "./search-palette.tsx";
import { newEntries, SECTIONS } from "./sections.tsx";

/** The shell of a signed-in person: sections, what they may create, palette, inbox, account. */
export function SignedInShell({ children }: { children: ReactNode }) {
  const me = useMe();
  useLiveRecords();
  const [jumping, setJumping] = useState(false);
  const created = newEntries(me);
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
          { label: "Settings", href: "/settings/you", icon: <Settings className="i s" /> },
          {
            label: "Sign out",
            icon: <LogOut className="i s" />,
            separated: true,
            onSelect: () => void signOut({ callbackUrl: "/signin" }),
          },
        ],
      }}
    >
      {children}
      <SearchPalette open={jumping} onOpenChange={setJumping} created={created} />
    </AppShell>
  );
}
