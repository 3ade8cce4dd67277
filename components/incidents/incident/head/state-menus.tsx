"use client";

import { ChevronDown } from "lucide-react";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { ValueButton } from "#components/ui/fields/value-button.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { clockWords } from "#lib/base/time/instant-words.ts";
import { INCIDENT_KIND_WORDS, INCIDENT_KINDS, INCIDENT_STATUS_WORDS } from "#lib/base/vocabulary/incident.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { KIND_OPTIONS } from "../option-words.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import styles from "./head.module.css";

const GLYPHS = { open: "progress", resolved: "done", cancelled: "cancelled" } as const;
const MOVABLE = ["open", "resolved"] as const;
const DETAILS = { open: "The incident continues, so its end is removed", resolved: "Ends now, unless an end is set" };

/** Open or resolved, as glyph and word. A cancelled incident must be restored first. */
export function StatusMenu({ incident }: { incident: Incident }) {
  const write = useWriteIncident(incident.key);
  const shown = <Status kind={GLYPHS[incident.status]}>{INCIDENT_STATUS_WORDS[incident.status]}</Status>;
  if (!incident.abilities.edit || incident.status === "cancelled") return shown;
  return (
    <>
      <ValueMenu
        label="Status"
        value={incident.status}
        options={MOVABLE.map((value) => ({ value, label: INCIDENT_STATUS_WORDS[value], detail: DETAILS[value] }))}
        onChange={(value) => {
          const status = MOVABLE.find((one) => one === value);
          if (status)
            void write.update(
              { status },
              `Status of ${incident.key} changed to ${INCIDENT_STATUS_WORDS[status].toLowerCase()}`,
            );
        }}
        trigger={
          <ValueButton className={styles.fact} aria-label={`Status: ${INCIDENT_STATUS_WORDS[incident.status]}`}>
            {shown}
            <ChevronDown size={14} />
          </ValueButton>
        }
      />
      <ResolvedOffer incident={incident} />
    </>
  );
}

/** The timeline says it was resolved while the state is open: one button sets state and end. */
function ResolvedOffer({ incident }: { incident: Incident }) {
  const write = useWriteIncident(incident.key);
  const at = incident.resolvedByTimeline;
  if (at === null) return null;
  const set = () => void write.update({ status: "resolved", resolvedAt: at }, `${incident.key} resolved`);
  return (
    <button type="button" className={textStyles.link} onClick={set}>
      Mark as resolved, {clockWords(at, "minute")} UTC?
    </button>
  );
}

/** The kind of this record. Only other kinds than incident have a tag. */
export function KindMenu({ incident }: { incident: Incident }) {
  const write = useWriteIncident(incident.key);
  const words = INCIDENT_KIND_WORDS[incident.kind];
  if (!incident.abilities.edit) return incident.kind === "incident" ? null : <Tag dashed>{words}</Tag>;
  return (
    <ValueMenu
      label="Kind"
      value={incident.kind}
      options={KIND_OPTIONS.map(({ value, consequence }) => ({
        value,
        label: INCIDENT_KIND_WORDS[INCIDENT_KINDS.find((kind) => kind === value) ?? "incident"],
        detail: typeof consequence === "string" ? consequence : undefined,
      }))}
      onChange={(value) => {
        const kind = INCIDENT_KINDS.find((one) => one === value);
        if (kind)
          void write.update({ kind }, `Kind of ${incident.key} changed to ${INCIDENT_KIND_WORDS[kind].toLowerCase()}`);
      }}
      trigger={
        <ValueButton className={styles.fact} aria-label={`Kind: ${words}`}>
          {incident.kind === "incident" ? words : <Tag dashed>{words}</Tag>}
          <ChevronDown size={14} />
        </ValueButton>
      }
    />
  );
}
