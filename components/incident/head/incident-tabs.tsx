import { LinkTabs } from "#components/ui/tabs.tsx";
import type { Incident } from "#lib/contract/incident.ts";

export type IncidentTab = "timeline" | "import" | "actions";

/** The pages of one incident. */
export function IncidentTabs({ incident, current }: { incident: Incident; current: IncidentTab }) {
  const href = `/incidents/${incident.key}`;
  return (
    <LinkTabs
      label="Incident"
      items={[
        { href, label: "Timeline", count: incident.eventCount, current: current === "timeline" },
        { href: `${href}/import`, label: "Imports", current: current === "import" },
        { href: `${href}/actions`, label: "Actions", count: incident.openActions, current: current === "actions" },
      ]}
    />
  );
}
