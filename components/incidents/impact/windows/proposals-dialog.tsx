"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { weightWords } from "#lib/base/vocabulary/impact.ts";
import type { ImpactProposal } from "#lib/contract/impact.ts";
import { spanWords } from "../window-words.ts";
import styles from "./proposals-dialog.module.css";

type ProposalsDialogProps = {
  proposals: readonly ImpactProposal[];
  /** The steps that a proposal needs first. */
  missing: readonly string[];
  incidentKey: string;
  zone: string;
  onAccept: (keys: readonly string[]) => Promise<boolean>;
  onClose: () => void;
};

const ORIGIN_WORDS = { milestones: "From milestones", statuspage: "From the status page" } as const;

/** Suggestions from milestones and status page. The selected ones become windows, as one step. */
export function ProposalsDialog({ proposals, missing, incidentKey, zone, onAccept, onClose }: ProposalsDialogProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isSaving, setSaving] = useState(false);
  const chosen = proposals.filter(({ key }) => !left.has(key));
  const accept = async () => {
    setSaving(true);
    const isDone = await onAccept(chosen.map(({ key }) => key));
    setSaving(false);
    if (isDone) onClose();
  };
  const toggle = (key: string) => {
    const next = new Set(left);
    if (!next.delete(key)) next.add(key);
    setLeft(next);
  };
  if (proposals.length === 0) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={missing.length > 0 ? "No windows to propose yet" : "All proposed windows are added"}
        description="Windows are proposed for each service from milestones and from the component states of an imported status page."
        actions={
          <>
            <Button kind="ghost" onClick={onClose}>
              Close
            </Button>
            <ButtonLink href={`/incidents/${incidentKey}`}>Go to the timeline</ButtonLink>
          </>
        }
      >
        <Rows>
          {missing.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </Rows>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      widthPx={640}
      title="Add proposed windows"
      description="The weights are defaults: 1 for full, 0.3 for partial, 0 for degraded. You can measure or estimate them later."
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button
            kind="primary"
            busy={isSaving}
            busyLabel="Adding"
            disabled={chosen.length === 0}
            onClick={() => void accept()}
          >
            {chosen.length === 1 ? "Add 1 window" : `Add ${chosen.length} windows`}
          </Button>
        </>
      }
    >
      <Rows>
        {proposals.map((proposal) => (
          <li key={proposal.key} className={styles.proposal}>
            <Checkbox
              checked={!left.has(proposal.key)}
              onChange={() => toggle(proposal.key)}
              label={
                <>
                  <b className={textStyles.emphasis}>{proposal.service.name}</b>{" "}
                  <span className={textStyles.figure}>
                    {spanWords(proposal, zone, null)}, weight {weightWords(proposal.weight)}
                  </span>
                  <span className={cx(textStyles.note, layoutStyles.ownLine)}>
                    {ORIGIN_WORDS[proposal.origin]}. {proposal.reason}.
                  </span>
                </>
              }
            />
          </li>
        ))}
      </Rows>
    </Dialog>
  );
}
