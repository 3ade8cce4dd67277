"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, useEffect, useRef } from "react";
import { SettledFindings } from "#components/incidents/finding/settled-findings.tsx";
import { totalsOf } from "#components/incidents/import/draft/draft-import.ts";
import { Ledger } from "#components/incidents/import/draft/ledger.tsx";
import { useCommit } from "#components/incidents/import/draft/use-commit.ts";
import { useDrafts } from "#components/incidents/import/draft/use-drafts.ts";
import { FileIntake, usePastedText } from "#components/incidents/import/files/file-intake.tsx";
import { fromFile } from "#components/incidents/import/files/source-file.ts";
import { WhatIsRead } from "#components/incidents/import/files/what-is-read.tsx";
import { ImportList } from "#components/incidents/import/list/import-list.tsx";
import { FoundParts, foundKinds } from "#components/incidents/import/preview/found-parts.tsx";
import { PreviewRows } from "#components/incidents/import/preview/preview-rows.tsx";
import { FileQuestions } from "#components/incidents/import/questions/file-questions.tsx";
import { PairQuestions } from "#components/incidents/import/questions/pair-questions.tsx";
import { IncidentTabs } from "#components/incidents/incident/head/incident-tabs.tsx";
import { Button } from "#components/ui/button.tsx";
import { CommitBar } from "#components/ui/fields/commit-bar.tsx";
import { useKeys } from "#components/ui/keys/use-keys.ts";
import { SevTag } from "#components/ui/labels/sev-tag.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { ProgressBar } from "#components/ui/marks/progress-bar.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { SEVERITIES } from "#lib/base/vocabulary/incident.ts";
import type { Preview } from "#lib/contract/import.ts";
import type { Incident } from "#lib/contract/incident.ts";
import styles from "./import-view.module.css";

const zonesOf = (zone: string) => [...new Set(["UTC", zone])];

const bringsSomething = (preview: Preview) =>
  preview.counts.created > 0 || preview.newIncidents.length > 0 || foundKinds(preview).length > 0;

function whyBlocked(isReading: boolean, readyCount: number, hasTextWaiting: boolean): string | undefined {
  if (isReading) return "Still reading";
  if (hasTextWaiting) return "Add the pasted text first, or cancel it";
  return readyCount === 0 ? "These files contain nothing new" : undefined;
}

/** Gets the focus each time there are more files: the questions follow it, and the field that added them is gone. */
function useFocusOnMore(count: number) {
  const place = useRef<HTMLElement>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count > before.current) place.current?.focus();
    before.current = count;
  }, [count]);
  return place;
}

/** Imports files into an incident: preview first, questions in place, then one button. Earlier imports are below. */
export function ImportView({ incident }: { incident: Incident }) {
  const { key } = incident;
  const router = useRouter();
  const { drafts, add, answer, setTime, stop, readAgain, remove } = useDrafts(key);
  const { progress, commit } = useCommit({ key, onImported: remove });
  const mayEdit = incident.abilities.edit;
  const ledger = useFocusOnMore(drafts.length);
  const totals = totalsOf(drafts);
  const goesIn = totals.created - totals.joined + totals.apart;
  const ready = drafts.filter((draft) => draft.preview && !draft.problem && bringsSomething(draft.preview));
  const pasted = usePastedText();
  const blocked = whyBlocked(
    drafts.some((draft) => draft.isReading),
    ready.length,
    pasted.waiting !== null,
  );
  const run = () => {
    if (!blocked && progress === null) void commit(ready);
  };
  useKeys(
    drafts.length > 0
      ? [
          { keys: "mod+Enter", label: "Import", group: "Import", run, whileTyping: true },
          { keys: "Esc", label: "Back to the timeline", group: "Import", run: () => router.push(`/incidents/${key}`) },
        ]
      : [],
  );
  const onDrop = (event: DragEvent) => {
    const files = [...event.dataTransfer.files];
    if (event.defaultPrevented || files.length === 0) return;
    event.preventDefault();
    add(files.map(fromFile));
  };
  return (
    <section aria-label="Import" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <Page>
        <Head incident={incident} fileCount={drafts.length} />
        <IncidentTabs incident={incident} current="import" />
        {drafts.length > 0 ? (
          <>
            <section ref={ledger} tabIndex={-1} aria-label="Imported files">
              <Ledger
                incidentKey={key}
                drafts={drafts}
                onAnswer={answer}
                onStop={stop}
                onReadAgain={readAgain}
                onRemove={remove}
              />
            </section>
            <FileQuestions drafts={drafts} incident={incident} onAnswer={answer} onSetTime={setTime} />
            <PairQuestions drafts={drafts} onAnswer={answer} />
            <PreviewRows
              drafts={drafts}
              frame={{ zone: incident.timeZone, zones: zonesOf(incident.timeZone), nearAt: incident.startedAt }}
              onAnswer={answer}
            />
            {drafts.map(({ file, preview }) =>
              preview ? <FoundParts key={file.id} filename={file.name} preview={preview} /> : null,
            )}
            <CommitBar
              actions={
                <>
                  <ButtonLink kind="ghost" href={`/incidents/${key}`} keys="Esc">
                    Cancel
                  </ButtonLink>
                  <Button
                    kind="primary"
                    keys="mod+Enter"
                    busy={progress !== null}
                    busyLabel="Importing"
                    disabledReason={blocked}
                    onClick={run}
                  >
                    Import {countWords(goesIn, "event")}
                  </Button>
                </>
              }
            >
              {progress ? <Progress progress={progress} /> : <GoesIn totals={totals} incidentKey={key} />}
            </CommitBar>
          </>
        ) : null}
        {mayEdit ? (
          <div className={styles.intake}>
            <FileIntake
              title={drafts.length > 0 ? "Add another file" : "Drop exports or write-ups"}
              note="25 MB each, tables and zips 250 MB"
              pasted={pasted}
              onFiles={add}
            />
            {drafts.length === 0 ? <WhatIsRead /> : null}
          </div>
        ) : null}
        <ImportList incidentKey={key} mayEdit={mayEdit} />
        <SettledFindings incidentKey={key} mayEdit={mayEdit} />
      </Page>
    </section>
  );
}

function Head({ incident, fileCount }: { incident: Incident; fileCount: number }) {
  const { key, title, severity, abilities } = incident;
  const [heading, sub] = headWords(fileCount, abilities.edit);
  return (
    <PageHead
      crumbs={
        <Crumbs
          items={[
            { label: "Incidents", href: "/incidents" },
            { label: key, href: `/incidents/${key}` },
          ]}
        >
          <SevTag level={SEVERITIES.find((level) => level === severity) ?? 4} />
          <span className={textStyles.truncated}>{title}</span>
        </Crumbs>
      }
      title={heading}
      sub={sub}
    />
  );
}

function headWords(fileCount: number, mayEdit: boolean): [heading: string, sub: string] {
  if (fileCount > 0)
    return [
      "Import preview",
      `${countWords(fileCount, "file")}. Nothing is saved until you import, and you can undo the import in one step.`,
    ];
  if (!mayEdit) return ["Imports", "The files imported into this timeline."];
  return [
    "Import events",
    "Alerts, chats, deploys, status updates and notes become one timeline. You see every row before anything is saved.",
  ];
}

type CommitProgress = NonNullable<ReturnType<typeof useCommit>["progress"]>;

function Progress({ progress: { name, done, of } }: { progress: CommitProgress }) {
  return (
    <span className={layoutStyles.tighterStack} role="status">
      {name}, {done + 1} of {of}
      <ProgressBar label={`${done} of ${countWords(of, "file")} imported`} value={done} max={of} />
    </span>
  );
}

/** The additions of the import: "14 events and 2 without a time go into INC-4. 1 left out." */
function GoesIn({ totals, incidentKey }: { totals: ReturnType<typeof totalsOf>; incidentKey: string }) {
  const { created, joined, untimed, apart, leftOut } = totals;
  const own = created - joined;
  const timed = own - untimed;
  return (
    <>
      <b>{countWords(timed > 0 ? timed : own, "event")}</b>
      {untimed === 0 ? "" : timed > 0 ? ` and ${untimed} without a time` : " without a time"}{" "}
      {own === 1 ? "goes" : "go"} into {incidentKey}
      {joined > 0
        ? `: ${countWords(created, "row")}, ${countWords(joined, "pair")} ${joined === 1 ? "becomes" : "become"} one event${joined === 1 ? "" : " each"}`
        : ""}
      {apart > 0 ? `, ${apart} into a new incident` : ""}.{leftOut > 0 ? ` ${leftOut} left out.` : ""}
    </>
  );
}
