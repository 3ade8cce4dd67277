import { LinkTabs } from "#components/ui/lists/tabs.tsx";
import type { Incident } from "#lib/contract/incident.ts";

type IncidentTabsProps = { incident: Incident; current: "timeline" | "impact" | "import" };

/** The pages of one incident, and its actions. */
export function IncidentTabs({ incident, current }: IncidentTabsProps) {
  const href = `/incidents/${incident.key}`;
  return (
    <LinkTabs
      label="Incident"
      items={[
        { href, label: "Timeline", count: incident.eventCount, current: current === "timeline" },
        { href: `${href}/impact`, label: "Impact", count: incident.windowCount, current: current === "impact" },
        { href: `${href}/import`, label: "Imports", current: current === "import" },
        { href: `/actions?view=all&incident=${incident.key}`, label: "Actions", count: incident.openActions },
      ]}
    />
  );
}
