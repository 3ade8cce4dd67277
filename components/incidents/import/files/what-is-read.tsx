import { TOOL_NAMES } from "#lib/incidents/import/tool-names.ts";
import styles from "./what-is-read.module.css";

/** The sources that importers read, by kind. */
export const READ_KINDS: readonly [what: string, names: string][] = [
  ["Alerts", TOOL_NAMES.alerts],
  ["Changes", TOOL_NAMES.changes],
  ["Chat and mail", "Slack, Microsoft Teams, Discord, Mattermost as exports or pasted, emails and calendars"],
  ["Incident tools", `${TOOL_NAMES.incidents}, Afterword itself`],
  ["Text", "Notes, logs, Markdown and HTML write-ups, CSV and TSV with any columns, any JSON with times"],
];

/** The formats that can be dropped here. They are detected. */
export function WhatIsRead() {
  return (
    <dl className={styles.kinds}>
      {READ_KINDS.map(([what, names]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{names}</dd>
        </div>
      ))}
    </dl>
  );
}
