import { LinkTabs } from "#components/ui/tabs.tsx";
import type { Incident } from "#lib/contract/incident.ts";

/** The pages of one incident, and its actions in the tracker. */
export function IncidentTabs({ incident, current }: { incident: Incident; current: "timeline" | "import" }) {
  const href = `/incidents/${incident.key}`;
  return (
    <LinkTabs
      label="Incident"
      items={[
        { href, label: "Timeline", count: incident.eventCount, current: current === "timeline" },
        { href: `${href}/import`, label: "Imports", current: current === "import" },
        { href: `/actions?view=all&incident=${incident.key}`, label: "Actions", count: incident.openActions },
      ]}
    />
  );
}
