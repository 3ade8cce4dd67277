import { Activity, BookOpenText, CircleUserRound, ListChecks, LogOut, Settings } from "lucide-react";
import { Masthead } from "#components/screens/shell/masthead.tsx";
import type { MenuEntry, NavItem } from "#components/screens/shell/nav-item.ts";
import { TabBar } from "#components/screens/shell/tab-bar.tsx";
import { Specimen } from "./specimen.tsx";

const ITEMS: NavItem[] = [
  { href: "/", label: "My work", key: "g h", icon: <CircleUserRound className="i" /> },
  { href: "/incidents", label: "Incidents", key: "g i", icon: <Activity className="i" /> },
  { href: "/reviews", label: "Reviews", key: "g r", icon: <BookOpenText className="i" /> },
  { href: "/styleguide", label: "Actions", key: "g a", icon: <ListChecks className="i" /> },
  { href: "/strategy", label: "Strategy", key: "g s" },
  { href: "/forum", label: "Forum", key: "g f" },
];
const NEW: MenuEntry[] = [
  { label: "Incident", href: "/incidents/new", keys: "i" },
  { label: "Action", href: "/actions/new", keys: "a" },
];
const ACCOUNT: MenuEntry[] = [
  { label: "Settings", href: "/settings", icon: <Settings className="i s" />, keys: "g ," },
  { label: "Sign out", href: "/signin", icon: <LogOut className="i s" />, separated: true },
];

export function ShellSheet({ onJump }: { onJump: () => void }) {
  return (
    <Specimen title="Masthead and tab bar" note="the current section sits on the rule" wide>
      <div className="sg-frame">
        <Masthead
          items={ITEMS}
          newItems={NEW}
          onJump={onJump}
          inbox={{ href: "/inbox", unread: 4 }}
          account={{ name: "Priya Raman", detail: "Platform", items: ACCOUNT }}
        />
        <div className="sg-tabbar">
          <TabBar items={ITEMS} />
        </div>
      </div>
    </Specimen>
  );
}
