"use client";
import { Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { useTheme } from "next-themes";
import { Menu, MenuChoice } from "#components/ui/menu.tsx";

const THEMES = [
  { value: "light", label: "Light", icon: <Sun className="i s" /> },
  { value: "dark", label: "Dark", icon: <Moon className="i s" /> },
  { value: "system", label: "Like the system", icon: <Monitor className="i s" /> },
];

/** Light, dark, or what the system says; kept in this browser. */
export function ThemeSwitch() {
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className="ib desk" aria-label="Theme" title="Theme">
          <SunMoon className="i" />
        </button>
      }
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
