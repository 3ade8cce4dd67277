"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { Button } from "#components/ui/button.tsx";
import { Options } from "#components/ui/choices/option.tsx";
import { cx } from "#components/ui/cx.ts";
import { Field } from "#components/ui/fields/field.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { Popover } from "#components/ui/overlays/popover.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { SEVERITIES, SEVERITY_WORDS, type Severity } from "#lib/base/vocabulary/incident.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { SEVERITY_MEANING } from "../option-words.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import styles from "./severity-popover.module.css";

const levelOf = (severity: number): Severity => SEVERITIES.find((level) => level === severity) ?? 4;

/** The severity with its history. Another one can be set here, with a reason. */
export function SeverityPopover({ incident }: { incident: Incident }) {
  const [open, setOpen] = useState(false);
  const level = levelOf(incident.severity);
  return (
    <Popover
      className={incident.abilities.edit ? styles.room : undefined}
      label="Severity and its history"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.severity} aria-label={`${SEVERITY_WORDS[level]}, history and change`}>
          <SevTag level={level} />
          <ChevronDown size={14} />
        </button>
      }
    >
      <ol className={styles.history} aria-label="History of the severity">
        {incident.severityHistory.map((change) => (
          <li key={`${change.at}${change.severity}`}>
            <SevTag level={levelOf(change.severity)} />
            <span>
              <Moment at={change.at} className={textStyles.figure} />
              {change.by ? `, ${change.by}` : ""}
              {change.reason ? <small className={textStyles.muted}> {change.reason}</small> : null}
            </span>
          </li>
        ))}
      </ol>
      {incident.abilities.edit ? <ChangeSeverity incident={incident} onDone={() => setOpen(false)} /> : null}
    </Popover>
  );
}

function ChangeSeverity({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { key } = incident;
  const write = useWriteIncident(key);
  const [severity, setSeverity] = useState(levelOf(incident.severity));
  const [reason, setReason] = useState("");
  const before = levelOf(incident.severity);
  const change = async () => {
    onDone();
    await write.act(
      (version) => api.incident.changeSeverity({ key, version, severity, reason: reason.trim() }),
      `Severity of ${key} changed to ${SEVERITY_WORDS[severity]}`,
      (version) => api.incident.changeSeverity({ key, version, severity: before, reason: "Undone" }),
    );
  };
  return (
    <form
      className={cx(styles.change, layoutStyles.tightStack)}
      onSubmit={(event) => {
        event.preventDefault();
        void change();
      }}
    >
      <Options
        label="Change to"
        columns={2}
        value={String(severity)}
        onChange={(value) => setSeverity(levelOf(Number(value)))}
        options={SEVERITIES.map((each) => ({
          value: String(each),
          label: <SevTag level={each} />,
          consequence: SEVERITY_MEANING[each],
        }))}
      />
      <Field label="Reason" optional>
        <Input
          value={reason}
          maxLength={LENGTHS.incident.severityReason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <span className={layoutStyles.row}>
        <Button
          kind="primary"
          type="submit"
          disabledReason={severity === before ? `For example, checkout fails for everyone` : undefined}
        >
          Change severity
        </Button>
      </span>
    </form>
  );
}
