"use client";

import { Calendar, CircleDashed, SignalHigh, UserRound } from "lucide-react";
import type { MouseEvent } from "react";
import { BulkBar } from "#components/ui/bulk-bar.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { type EditField, useEditLayer } from "./edit-context.ts";

const BUTTONS = [
  { field: "owner", label: "Owner", keys: "O", icon: <UserRound className="i s" /> },
  { field: "due", label: "Due", keys: "D", icon: <Calendar className="i s" /> },
  { field: "status", label: "Status", keys: "S", icon: <CircleDashed className="i s" /> },
  { field: "priority", label: "Priority", keys: "P", icon: <SignalHigh className="i s" /> },
] as const satisfies readonly { field: EditField }[];

/** What can be done with the ticked rows at once; each is one change and one undo. */
export function TrackerBulk({ rows, onClear }: { rows: readonly ActionItemRow[]; onClear: () => void }) {
  const { edit } = useEditLayer();
  const open = (field: EditField) => (event: MouseEvent<HTMLButtonElement>) => edit(field, rows, event.currentTarget);
  return (
    <BulkBar count={rows.length} onClear={onClear}>
      {BUTTONS.map(({ field, label, keys, icon }) => (
        <Button key={field} kind="ghost" icon={icon} keys={keys} data-bulk={field} onClick={open(field)}>
          {label}
        </Button>
      ))}
    </BulkBar>
  );
}
