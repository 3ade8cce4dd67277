"use client";
import { Activity, BookOpenText, CircleUserRound, ListChecks, LogOut, Settings } from "lucide-react";
import { useState } from "react";
import { Masthead } from "#components/screens/shell/masthead.tsx";
import type { MenuEntry, NavItem } from "#components/screens/shell/nav-item.ts";
import { TabBar } from "#components/screens/shell/tab-bar.tsx";
import { KeyMapList } from "#components/ui/keys/key-map-list.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import { Palette } from "#components/ui/palette/palette.tsx";
import { PortalContainer } from "#components/ui/portal-container.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { ColourSheet } from "./colour-sheet.tsx";
import { ControlSheet } from "./control-sheet.tsx";
import { FieldSheet } from "./field-sheet.tsx";
import { LayoutSheet } from "./layout-sheet.tsx";
import { MarkSheet } from "./mark-sheet.tsx";
import { OverlaySheet } from "./overlay-sheet.tsx";
import { PALETTE } from "./palette-samples.tsx";
import type { ThemeName } from "./specimen.tsx";
import { Specimen } from "./specimen.tsx";
import { StateSheet } from "./state-sheet.tsx";
import styles from "./styleguide.module.css";
import { TableSheet } from "./table-sheet.tsx";
import { TagSheet } from "./tag-sheet.tsx";

const ITEMS: NavItem[] = [
  { href: "/", label: "My work", key: "g h", icon: <CircleUserRound /> },
  { href: "/incidents", label: "Incidents", key: "g i", icon: <Activity /> },
  { href: "/reviews", label: "Reviews", key: "g r", icon: <BookOpenText /> },
  { href: "/styleguide", label: "Actions", key: "g a", icon: <ListChecks /> },
  { href: "/strategy", label: "Strategic changes", key: "g s" },
  { href: "/forum", label: "Forum", key: "g f" },
];
const NEW: MenuEntry[] = [
  { label: "Incident", href: "/incidents/new", keys: "i" },
  { label: "Action", href: "/actions/new", keys: "a" },
];
const ACCOUNT: MenuEntry[] = [
  { label: "Settings", href: "/settings", icon: <Settings size={14} />, keys: "g ," },
  { label: "Sign out", href: "/signin", icon: <LogOut size={14} />, separated: true },
];

function ShellSheet({ onJump }: { onJump: () => void }) {
  return (
    <Specimen title="Masthead and tab bar" note="the current section sits on the rule" wide>
      <div className={styles.frame}>
        <Masthead
          items={ITEMS}
          newItems={NEW}
          onJump={onJump}
          inbox={{ href: "/inbox", unread: 4 }}
          account={{ name: "Priya Raman", detail: "Platform", items: ACCOUNT }}
          framed
        />
        <div className={styles.phone}>
          <TabBar items={ITEMS} framed />
        </div>
      </div>
    </Specimen>
  );
}

const nothing = () => {};
const SAMPLE = [
  ["mod+k", "Search or jump", "Page"],
  ["?", "Show these keys", "Page"],
  ["g h", "My work", "Go to"],
  ["g i", "Incidents", "Go to"],
  ["j", "Next row", "List"],
  ["shift+ArrowDown", "Extend the selection down", "List"],
  ["Esc", "Clear the selection", "List"],
] as const;

function KeySheet() {
  return (
    <Specimen title="Keyboard map" note="press ? for the one of this page" wide>
      <KeyMapList bindings={SAMPLE.map(([keys, label, group]) => ({ keys, label, group, run: nothing }))} />
    </Specimen>
  );
}

/** All sheets, once for each theme, side by side. */
export function Styleguide({ themes }: { themes: readonly ThemeName[] }) {
  const [jumping, setJumping] = useState(false);
  const jump = () => setJumping(true);
  useKeys([{ keys: "mod+k", label: "Search or jump", group: "Page", run: jump, whileTyping: true }]);
  return (
    <main id="main" className={styles.page}>
      <h1 className={textStyles.visuallyHidden}>Styleguide</h1>
      {themes.map((theme) => (
        <div key={theme} data-theme={theme} className={styles.theme}>
          <PortalContainer className={styles.sheet}>
            <ShellSheet onJump={jump} />
            <ControlSheet />
            <FieldSheet />
            <TagSheet />
            <MarkSheet />
            <StateSheet />
            <LayoutSheet />
            <TableSheet />
            <OverlaySheet />
            <KeySheet />
            <ColourSheet />
          </PortalContainer>
        </div>
      ))}
      <Palette
        open={jumping}
        onOpenChange={setJumping}
        groups={PALETTE}
        onRun={(item) => {
          setJumping(false);
          toastDone(item.label);
        }}
      />
    </main>
  );
}
