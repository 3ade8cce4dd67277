"use client";

import { X } from "lucide-react";
import { FileIntake } from "#components/incidents/import/file-intake.tsx";
import { type SourceFile, sizeWords } from "#components/incidents/import/source-file.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Note } from "#components/ui/note.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";

const READS = [
  ["Alerts", "PagerDuty, Opsgenie, Splunk On-Call, Squadcast, Alertmanager, Grafana, Datadog, Sentry, CloudWatch"],
  ["Chat", "Slack, Microsoft Teams, Discord and Mattermost exports, pasted messages"],
  ["Changes", "GitHub, GitLab, Argo CD, Kubernetes, LaunchDarkly, Unleash, Terraform, CloudTrail"],
  ["Incidents", "incident.io, Rootly, FireHydrant, Jira, Linear, Statuspage, Instatus, Better Stack, OneUptime"],
  ["Text", "Markdown, notes with times, CSV, any JSON with times"],
] as const;

type BeginFromFileProps = { files: readonly SourceFile[]; onChange: (files: SourceFile[]) => void };

/** Files and text that become the timeline once the incident stands. */
export function BeginFromFile({ files, onChange }: BeginFromFileProps) {
  return (
    <section>
      <SectionHead title="And its timeline, from a file" count={files.length > 0 ? files.length : undefined} />
      <FileIntake
        title="Drop an export or a write-up"
        note="25 MB each, tables and zips 250 MB"
        onFiles={(added) => onChange([...files, ...added])}
      />
      {files.length > 0 ? (
        <ul className="rows">
          {files.map((file) => (
            <li key={file.id} className="flex">
              <span className="trunc">{file.name}</span>
              <span className="muted small num">{sizeWords(file.blob.size)}</span>
              <span className="right" />
              <IconButton
                label={`Remove ${file.name}`}
                icon={<X className="i s" />}
                onClick={() => onChange(files.filter((one) => one.id !== file.id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Note className="lead">Its kind is seen from what is in it. You check every row before anything is stored.</Note>
      <dl className="knows rows">
        {READS.map(([term, names]) => (
          <div key={term} className="kn-r">
            <dt>{term}</dt>
            <dd>{names}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
