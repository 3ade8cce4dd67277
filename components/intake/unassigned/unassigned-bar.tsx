"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { BulkBar } from "#components/ui/lists/bulk-bar.tsx";
import { ChooseIncident } from "./choose-incident.tsx";

type UnassignedBarProps = {
  count: number;
  onClear: () => void;
  onAttach: (key: string) => void;
  onDismiss: () => void;
};

/** Actions for the selected events. */
export function UnassignedBar({ count, onClear, onAttach, onDismiss }: UnassignedBarProps) {
  const [opened, setOpened] = useState(0);
  useKeys([
    { keys: "i", label: "Attach to incident", group: "Unassigned", run: () => setOpened(opened + 1) },
    { keys: "h", label: "Dismiss", group: "Unassigned", run: onDismiss },
  ]);
  return (
    <BulkBar count={count} onClear={onClear}>
      <ChooseIncident
        key={opened}
        startOpen={opened > 0}
        trigger={
          <Button kind="ghost" keys="i">
            Attach to incident
          </Button>
        }
        onChoose={onAttach}
      />
      <Button kind="ghost" keys="h" onClick={onDismiss}>
        Dismiss
      </Button>
    </BulkBar>
  );
}
