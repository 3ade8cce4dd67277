"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { parseAsString, useQueryStates } from "nuqs";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { FileIntake, usePastedText } from "#components/incidents/import/files/file-intake.tsx";
import { fromText, type SourceFile } from "#components/incidents/import/files/source-file.ts";
import { READ_KINDS } from "#components/incidents/import/files/what-is-read.tsx";
import { IncidentSignature } from "#components/incidents/incident/incident-signature.tsx";
import { beganWords, lastedWords } from "#components/incidents/incident/incident-words.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Note } from "#components/ui/note.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { sizeWords } from "#lib/base/text/size-words.ts";
import styles from "./new-incident.module.css";
import { NewIncidentForm } from "./new-incident-form.tsx";

const MOST = 3;

/** The latest incidents of the chosen services, to avoid duplicates. */
function SameServices({ serviceIds }: { serviceIds: readonly string[] }) {
  const { data } = useQuery({
    ...reads.incident.some({ serviceId: [...serviceIds], limit: MOST }),
    enabled: serviceIds.length > 0,
  });
  const incidents = serviceIds.length > 0 ? (data?.items ?? []) : [];
  if (incidents.length === 0) return null;
  const now = new Date().toISOString();
  return (
    <Section title="Possible duplicates" count="same services, newest first">
      <Rows className={styles.same}>
        {incidents.map((incident) => (
          <li key={incident.id}>
            <TextLink className={styles.title} href={`/incidents/${incident.key}`}>
              {incident.title}
            </TextLink>
            <IncidentSignature incident={incident} widthPx={72} />
            <span className={cx(styles.facts, textStyles.small)}>
              {incident.key}, started {beganWords(incident.startedAt, now)}, {lastedWords(incident, now)}
            </span>
          </li>
        ))}
      </Rows>
    </Section>
  );
}

type BeginFromFileProps = {
  files: readonly SourceFile[];
  pasted: ReturnType<typeof usePastedText>;
  onChange: (files: SourceFile[]) => void;
};

/** Files and text that become the timeline once the incident exists. */
function BeginFromFile({ files, pasted, onChange }: BeginFromFileProps) {
  return (
    <section>
      <SectionHead title="Timeline from a file" count={files.length > 0 ? files.length : undefined} />
      <FileIntake
        title="Drop an export or a write-up"
        note="25 MB each, tables and zips 250 MB"
        pasted={pasted}
        onFiles={(added) => onChange([...files, ...added])}
      />
      {files.length > 0 ? (
        <Rows>
          {files.map((file) => (
            <li key={file.id} className={layoutStyles.row}>
              <span className={textStyles.truncated}>{file.name}</span>
              <span className={cx(textStyles.note, textStyles.figure)}>{sizeWords(file.blob.size)}</span>
              <span className={layoutStyles.atEnd} />
              <IconButton
                label={`Remove ${file.name}`}
                icon={<X size={14} />}
                onClick={() => onChange(files.filter((one) => one.id !== file.id))}
              />
            </li>
          ))}
        </Rows>
      ) : null}
      <Note className={styles.lead}>The format is detected. You check every row before anything is saved.</Note>
      <dl className={styles.reads}>
        {READ_KINDS.map(([term, names]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{names}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Values that the URL can contain, such as those of an unassigned event. */
const START = { title: parseAsString.withDefault(""), began: parseAsString.withDefault(""), service: parseAsString };

/** A form for a new incident, and its timeline next to it if there is a file. */
export function NewIncident() {
  const me = useMe();
  const [files, setFiles] = useState<SourceFile[]>([]);
  const pasted = usePastedText();
  const { waiting } = pasted;
  const [start] = useQueryStates(START);
  const [serviceIds, setServiceIds] = useState<string[]>(start.service === null ? [] : [start.service]);
  const mayCreate = me === undefined || me.may.includes("incident.create");
  return (
    <div>
      <Page>
        <PageHead
          crumbs={<Crumbs items={[{ label: "Incidents", href: "/incidents" }, { label: "New" }]} />}
          title="New incident"
          sub="Only a title and a severity are required. You can change everything later."
        />
        {mayCreate ? (
          <div className={styles.columns}>
            <NewIncidentForm
              // Text that is pasted but not yet added belongs to the incident too.
              files={waiting === null ? files : [...files, fromText(waiting)]}
              serviceIds={serviceIds}
              onServiceIds={setServiceIds}
              start={start}
            />
            <aside aria-label="Start from a file">
              <BeginFromFile files={files} pasted={pasted} onChange={setFiles} />
              <SameServices serviceIds={serviceIds} />
            </aside>
          </div>
        ) : (
          <EmptyState title="Only members can create incidents">
            To create incidents, ask an admin for the member role.
          </EmptyState>
        )}
      </Page>
    </div>
  );
}
