"use client";

import NextLink from "next/link";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { useMe } from "#components/people/me/use-me.ts";
import { LinkTabs } from "#components/ui/lists/tabs.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { useKeptFocus } from "#components/ui/page/use-kept-focus.ts";
import { ROLE_WORDS } from "#lib/base/access/roles.ts";
import type { Me } from "#lib/contract/me.ts";
import styles from "./settings-frame.module.css";

interface SettingsEntry {
  href: string;
  label: string;
}
interface SettingsGroup {
  label: string;
  entries: readonly SettingsEntry[];
}

const ADMIN_PAGES: readonly SettingsEntry[] = [
  { href: "/settings/trackers", label: "Trackers" },
  { href: "/settings/deliveries", label: "Channels and deliveries" },
  { href: "/settings/assistant", label: "AI assistant" },
  { href: "/settings/data", label: "Data" },
];

const isAt = (path: string | null, { href }: SettingsEntry) => path === href || (path?.startsWith(`${href}/`) ?? false);

/** Returns the page at an address if only admins can open it, and this person isn't one. */
export function closedPage(path: string | null, me: Pick<Me, "may"> | undefined): SettingsEntry | undefined {
  return !me || me.may.includes("settings.manage") ? undefined : ADMIN_PAGES.find((page) => isAt(path, page));
}

/** Pages of Settings that this person can see or change. */
function settingsGroups(me: Me | undefined): SettingsGroup[] {
  const may = new Set(me?.may ?? []);
  const care = [
    ...(may.has("audit.read") ? [{ href: "/settings/audit", label: "Audit log" }] : []),
    ...(may.has("settings.manage") ? ADMIN_PAGES : []),
  ];
  return [
    {
      label: "You",
      entries: [
        { href: "/settings/you", label: "Profile" },
        { href: "/settings/tokens", label: "Personal tokens" },
        { href: "/settings/messages", label: "Message settings" },
      ],
    },
    {
      label: "Organisation",
      entries: [
        { href: "/settings/people", label: "People and roles" },
        { href: "/settings/teams", label: "Teams" },
        { href: "/settings/services", label: "Services" },
        { href: "/settings/policies", label: "Policies" },
        { href: "/settings/calendars", label: "Business calendars" },
        { href: "/settings/templates", label: "Templates" },
        ...(may.has("integration.manage") ? [{ href: "/settings/integrations", label: "Integrations" }] : []),
      ],
    },
    ...(care.length > 0 ? [{ label: "System", entries: care }] : []),
  ];
}

/** Settings with the list of its pages on the left, or as tabs above on a narrow screen. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const path = usePathname();
  const me = useMe();
  const groups = settingsGroups(me);
  const tabBar = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  useKeptFocus(page);
  // On a phone the tabs scroll sideways, so the open one is scrolled into view.
  useEffect(() => {
    if (!path) return;
    tabBar.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [path]);
  const tabs = groups.flatMap(({ entries }) => entries.map((entry) => ({ ...entry, current: isAt(path, entry) })));
  const closed = closedPage(path, me);
  return (
    <Page>
      <PageHead title="Settings" sub={subOf(me)} />
      <div ref={tabBar} className={styles.tabs}>
        <LinkTabs label="Settings" items={tabs} />
      </div>
      <div className={styles.frame}>
        <nav className={styles.pages} aria-label="Settings">
          {groups.map(({ label, entries }) => (
            <section key={label}>
              <h2>{label}</h2>
              {entries.map((entry) => (
                <NextLink key={entry.href} href={entry.href} aria-current={isAt(path, entry) ? "page" : undefined}>
                  {entry.label}
                </NextLink>
              ))}
            </section>
          ))}
        </nav>
        <div ref={page} className={styles.page}>
          {closed ? (
            <ErrorState
              title={`Only admins can open ${closed.label}`}
              next="Ask an admin. Admins are listed in People and roles."
            />
          ) : (
            children
          )}
        </div>
      </div>
    </Page>
  );
}

function subOf(me: Me | undefined): string {
  if (me === undefined) return "For you and your organisation";
  if (me.may.includes("people.manage")) return "You're an admin. Every change here is recorded in the audit log.";
  return `Your role is ${ROLE_WORDS[me.role]}. Admins can change people, teams and services.`;
}
