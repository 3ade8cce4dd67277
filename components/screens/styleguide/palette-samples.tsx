import { Activity, ArrowRight, CalendarDays, RotateCcw } from "lucide-react";
import { Late } from "#components/ui/labels/late.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import type { PaletteGroup } from "#components/ui/palette/filter-groups.ts";

export const PALETTE: PaletteGroup[] = [
  {
    heading: "With the 3 selected actions",
    items: [
      { id: "due", label: "Move the due date", icon: <CalendarDays />, keys: "d" },
      { id: "open", label: "Move back to Accepted", icon: <RotateCcw />, keys: "s" },
      {
        id: "roll",
        label: "Roll up into “Prove every backup restores”",
        icon: <Therefore />,
        right: "Strategic change",
      },
    ],
  },
  {
    heading: "Actions",
    items: [
      {
        id: "ACT-131",
        label: "Alert when a backup job writes no object",
        icon: <Status kind="blocked" name="Blocked" />,
        right: (
          <>
            ACT-131 <Late daysLate={39} />
          </>
        ),
      },
    ],
  },
  {
    heading: "Incidents and reviews",
    items: [
      {
        id: "INC-142",
        label: "GitLab.com database outage",
        detail: "factor 4: Backups had stopped",
        icon: <Activity />,
        right: (
          <>
            <SevTag level={1} /> INC-142
          </>
        ),
      },
    ],
  },
  { heading: "Go to", items: [{ id: "go", label: "Actions", icon: <ArrowRight />, keys: "g a" }] },
];
