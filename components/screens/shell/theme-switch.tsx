"use client";
import { Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { useTheme } from "next-themes";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuChoice } from "#components/ui/overlays/menu.tsx";
import textStyles from "#components/ui/roles/text.module.css";

const THEMES = [
  { value: "light", label: "Light", icon: <Sun size={14} /> },
  { value: "dark", label: "Dark", icon: <Moon size={14} /> },
  { value: "system", label: "System", icon: <Monitor size={14} /> },
];

/** Light, dark, or the system's setting. Stored in this browser. */
export function ThemeSwitch() {
  return (
    <Menu
      align="end"
      trigger={<BareIconButton className={textStyles.wideOnly} label="Theme" title="Theme" icon={<SunMoon />} />}
    >
      <ThemeChoice />
    </Menu>
  );
}

/** The same choice inside another menu. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  return <MenuChoice label="Theme" value={theme ?? "system"} options={THEMES} onChange={setTheme} />;
}
