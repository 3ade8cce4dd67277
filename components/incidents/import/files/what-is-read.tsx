import styles from "./what-is-read.module.css";

const KINDS: readonly [what: string, names: string][] = [
  [
    "Alerts and pages",
    "PagerDuty, Opsgenie, Splunk On-Call, Squadcast, Alertmanager, Grafana, Datadog, Sentry, CloudWatch",
  ],
  ["Changes", "GitHub, GitLab, Argo CD, Kubernetes, LaunchDarkly, Unleash, Terraform, AWS"],
  ["Chat and mail", "Slack, Teams, Discord, Mattermost as exports or pasted, emails and calendars"],
  ["Incident tools", "incident.io, Rootly, FireHydrant, Jira, Statuspage and other status pages, Afterword itself"],
  ["Text", "Notes, logs, Markdown and HTML write-ups, CSV and TSV with any columns"],
];

/** The formats that can be dropped here. They are detected. */
export function WhatIsRead() {
  return (
    <dl className={styles.kinds}>
      {KINDS.map(([what, names]) => (
        <div key={what}>
          <dt>{what}</dt>
          <dd>{names}</dd>
        </div>
      ))}
    </dl>
  );
}
