"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { formatDuration } from "#lib/base/time/duration.ts";
import { ROLL_BACK_TARGET_SECONDS } from "#lib/incidents/timeline/milestones/metrics.ts";
import { UPDATE_TARGET_SECONDS } from "#lib/incidents/timeline/milestones/response-measures.ts";
import styles from "./definitions-dialog.module.css";

const updateTarget = formatDuration(UPDATE_TARGET_SECONDS);

const DEFINITIONS: readonly [name: string, words: string][] = [
  ["Detect", "Impact started to detected: how long customers were affected before monitoring or a person noticed."],
  ["Acknowledge", "Detected to acknowledged: how long until someone responded."],
  ["Declare", "Detected to declared: how long until it was declared an incident."],
  ["Commander", "Declared to commander assigned: how long until someone was in command."],
  ["First status update", `Impact started to the first public update. The target is ${updateTarget}.`],
  [
    "Update cadence",
    `The longest time between two public updates while there was impact. The last interval ends with the impact. The target is ${updateTarget}.`,
  ],
  [
    "Roll back",
    `Start to end of the rollback, from events of those kinds. The target is ${formatDuration(ROLL_BACK_TARGET_SECONDS)}.`,
  ],
  ["Mitigate", "Impact started to mitigated: how long until no one was severely affected."],
  ["Recover", "Mitigated to resolved: how long until the service was back to normal."],
];

/** A button that opens the definitions of the response measures. */
export function DefinitionsLink() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className={textStyles.link} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Definitions
      </button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="Definitions of response times"
        description="Each measure is the time between two events on the timeline. If an event is missing or the order is impossible, the measure is unknown. Times known to the minute give results in minutes."
        widthPx={640}
        actions={
          <Button kind="ghost" onClick={() => setOpen(false)}>
            Close
          </Button>
        }
      >
        <dl className={styles.definitions}>
          {DEFINITIONS.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
