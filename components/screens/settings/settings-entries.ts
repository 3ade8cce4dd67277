import type { Me } from "#lib/contract/me.ts";

export interface SettingsEntry {
  href: string;
  label: string;
}
export interface SettingsGroup {
  label: string;
  entries: readonly SettingsEntry[];
}

/** What this person can look at or change in Settings. */
export function settingsGroups(me: Me | undefined): SettingsGroup[] {
  const may = new Set(me?.may ?? []);
  const care = [
    ...(may.has("audit.read") ? [{ href: "/settings/audit", label: "Audit log" }] : []),
    ...(may.has("settings.manage") ? [{ href: "/settings/data", label: "Data" }] : []),
  ];
  return [
    {
      label: "You",
      entries: [
        { href: "/settings/you", label: "Profile" },
        { href: "/settings/tokens", label: "Personal tokens" },
      ],
    },
    {
      label: "Organisation",
      entries: [
        { href: "/settings/people", label: "People and roles" },
        { href: "/settings/teams", label: "Teams" },
        { href: "/settings/services", label: "Services" },
        ...(may.has("integration.manage") ? [{ href: "/settings/integrations", label: "Integrations" }] : []),
      ],
    },
    ...(care.length > 0 ? [{ label: "Care", entries: care }] : []),
  ];
}
