import {
  Activity,
  BookOpenText,
  CalendarCheck,
  CircleUserRound,
  ListChecks,
  Milestone,
  Newspaper,
  Repeat2,
} from "lucide-react";
import type { Me } from "#lib/contract/me.ts";
import type { MenuEntry, NavItem } from "./nav-item.ts";

/** Sections of the product, each with its key. */
export const SECTIONS: readonly NavItem[] = [
  { href: "/", label: "My work", key: "g h", icon: <CircleUserRound /> },
  { href: "/incidents", label: "Incidents", key: "g i", icon: <Activity /> },
  { href: "/reviews", label: "Reviews", key: "g r", icon: <BookOpenText /> },
  { href: "/actions", label: "Actions", key: "g a", icon: <ListChecks /> },
  { href: "/strategy", label: "Strategic changes", key: "g s", icon: <Milestone /> },
  { href: "/programme/monday", label: "Programme", key: "g p", icon: <CalendarCheck /> },
  { href: "/factors", label: "Conditions", key: "g c", icon: <Repeat2 /> },
  { href: "/forum", label: "Forum", key: "g f", icon: <Newspaper /> },
];

/** Returns the records that this person can create. */
export function newEntries(me: Me | undefined): MenuEntry[] {
  if (!me) return [];
  const may = new Set(me.may);
  return [
    ...(may.has("incident.create")
      ? [{ label: "Incident", href: "/incidents/new", icon: <Activity size={14} />, keys: "n" }]
      : []),
    ...(may.has("action.create")
      ? [{ label: "Action", href: "/actions?new=1", icon: <ListChecks size={14} />, keys: "a" }]
      : []),
    ...(may.has("change.create")
      ? [{ label: "Strategic change", href: "/strategy?new=1", icon: <Milestone size={14} /> }]
      : []),
  ];
}
