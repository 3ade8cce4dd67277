"use client";

import { type KeyboardEvent, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { FormPopover } from "#components/ui/overlays/form-popover.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import type { Incident } from "#lib/contract/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import styles from "./head.module.css";

/** A URL with this fragment opens the field. A gate of the review links to it. */
const IMPACT_HASH = "#impact-text";
const focusNow = (field: HTMLTextAreaElement | null) => field?.focus();

/** The customer impact in a sentence or two, or "unknown". Shows its start, and all of it on demand. */
export function ImpactText({ incident }: { incident: Incident }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (window.location.hash === IMPACT_HASH) setOpen(true);
  }, []);
  const words = incident.impactText || (incident.impactUnknown ? "Impact unknown" : "");
  if (!incident.abilities.edit && !words) return null;
  return (
    <FormPopover
      wide={incident.abilities.edit}
      label="Impact"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <ValueButton className={cx(styles.fact, styles.impact)} aria-label={nameOf(words, incident.abilities.edit)}>
          <span className={cx(textStyles.truncated, !words && textStyles.accent)}>
            {words || "Describe the customer impact"}
          </span>
        </ValueButton>
      }
    >
      {incident.abilities.edit ? (
        <ImpactForm incident={incident} onDone={() => setOpen(false)} />
      ) : (
        <p className={cx(textStyles.keepsLines, textStyles.breaksAnywhere)}>{words}</p>
      )}
    </FormPopover>
  );
}

function nameOf(words: string, mayEdit: boolean): string {
  if (words === "") return "Describe the customer impact";
  return mayEdit ? "Edit the impact" : `Impact: ${words}`;
}

function ImpactForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const write = useWriteIncident(incident.key);
  const [text, setText] = useState(incident.impactText);
  const [unknown, setUnknown] = useState(incident.impactUnknown);
  const save = () => {
    onDone();
    const impactText = text.trim();
    const impactUnknown = unknown && impactText === "";
    if (impactText === incident.impactText && impactUnknown === incident.impactUnknown) return;
    void write.update({ impactText, impactUnknown }, impactUnknown ? "Impact marked as unknown" : "Impact saved");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) save();
  };
  return (
    <div className={layoutStyles.tightStack}>
      <Textarea
        aria-label="Impact"
        rows={4}
        maxLength={LENGTHS.incident.impactText}
        placeholder="For example, 1 in 5 customers couldn't sign in for 40 min"
        ref={focusNow}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={layoutStyles.wrappingRow}>
        <Button kind="primary" keys="mod+Enter" onClick={save}>
          Save impact
        </Button>
        <Button kind="ghost" keys="Esc" onClick={onDone}>
          Cancel
        </Button>
        <Checkbox
          label="Mark as unknown"
          checked={unknown && text.trim() === ""}
          disabled={text.trim() !== ""}
          onChange={(event) => setUnknown(event.target.checked)}
        />
      </span>
    </div>
  );
}
