"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { formatDuration } from "#lib/base/time/duration.ts";
import { ROLL_BACK_TARGET_SECONDS } from "#lib/incidents/timeline/milestones/metrics.ts";
import { UPDATE_TARGET_SECONDS } from "#lib/incidents/timeline/milestones/response-measures.ts";
import styles from "./definitions-dialog.module.css";

const updateTarget = formatDuration(UPDATE_TARGET_SECONDS);

const DEFINITIONS: readonly [name: string, words: string][] = [
  [
    "Detect",
    "Detected minus impact started: how long customers were affected before monitoring or a person had the signal.",
  ],
  ["Acknowledge", "Acknowledged minus detected: until a human took it."],
  ["Declare", "Declared minus detected: until it was called an incident."],
  ["Commander", "Commander assigned minus declared: until someone was in command."],
  ["First status update", `First public update minus impact started. The goal is ${updateTarget}.`],
  [
    "Update cadence",
    `The longest wait from one public update to the next that began while impact lasted; the last one waits until impact ended. Promised is ${updateTarget}.`,
  ],
  [
    "Roll back",
    `The roll-back's end minus its start, as events of those kinds say. The target is ${ROLL_BACK_TARGET_SECONDS} s.`,
  ],
  ["Mitigate", "Mitigated minus impact started: until no one was severely affected any more."],
  ["Recover", "Resolved minus mitigated: until the service was fully normal."],
];

/** What each measure of the response is, behind the word that asks for it. */
export function DefinitionsLink() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Definitions
      </button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="How the response is measured"
        description="Every measure is the difference between two times on the timeline. If one is missing, or their order is impossible, the measure is unknown and never a guess. Times that are known to the minute give minutes."
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
