"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsArrayOf, parseAsString, useQueryState } from "nuqs";
import { useEffect, useRef, useState } from "react";
import { query, reads } from "#components/base/api/client.ts";
import { readWordsOf } from "#components/base/api/problem.ts";
import { isZip, previewOf, useSendWriteUps, type WriteUpChoices } from "#components/follow/write-up/use-write-ups.ts";
import { WriteUpOptions } from "#components/follow/write-up/write-up-options.tsx";
import {
  chosenOf,
  type LeftOut,
  NOTHING_LEFT_OUT,
  WriteUpPreview,
} from "#components/follow/write-up/write-up-preview.tsx";
import { resultWords, WriteUpReport } from "#components/follow/write-up/write-up-report.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { CommitBar } from "#components/ui/fields/commit-bar.tsx";
import { DropZone } from "#components/ui/fields/drop-zone.tsx";
import { ButtonLink, TextLink } from "#components/ui/link.tsx";
import { newId } from "#components/ui/new-id.ts";
import { Banner } from "#components/ui/page/banner.tsx";
import { Crumbs } from "#components/ui/page/crumbs.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Page } from "#components/ui/page/page.tsx";
import { PageHead } from "#components/ui/page/page-head.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import styles from "./import-write-ups.module.css";

const START: WriteUpChoices = { zone: null, date: null, severity: 3, restricted: false };
const jobsParser = parseAsArrayOf(parseAsString).withDefault([]);

/** Imports old write-ups: one with a preview of what it becomes, or many at once with a report. */
export function ImportWriteUps() {
  const mayImport = useMe()?.may.includes("incident.create") ?? true;
  const [jobs, setJobs] = useQueryState("job", jobsParser);
  const report = useRef<HTMLElement>(null);
  const [isSent, setSent] = useState(false);
  // The button that had the focus is gone.
  useEffect(() => {
    if (isSent && jobs.length > 0) report.current?.focus();
  }, [isSent, jobs.length]);
  const onSent = (sent: string[]) => {
    void setJobs(sent);
    setSent(true);
  };
  const sending = useSendWriteUps(onSent);
  const importMore = () => {
    sending.forget();
    void setJobs(null);
    setSent(false);
  };
  return (
    <Page>
      <PageHead
        crumbs={<Crumbs items={[{ label: "Incidents", href: "/incidents" }]} />}
        title="Import write-ups"
        sub="Each post-mortem becomes an incident with a review. Every word of its text is kept."
        actions={jobs.length > 0 ? <Button onClick={importMore}>Import more</Button> : undefined}
      />
      {sending.refused.map(({ name, reason }) => (
        <Banner key={name} tone="bad">
          {name}: {reason}
        </Banner>
      ))}
      {jobs.length > 0 ? (
        <section ref={report} tabIndex={-1} aria-label="Report">
          {jobs.map((id) => (
            <WriteUpReport key={id} jobId={id} />
          ))}
        </section>
      ) : null}
      {mayImport && jobs.length === 0 ? <Intake sending={sending} /> : null}
      {mayImport ? null : (
        <EmptyState title="You can't import write-ups">Ask an admin for a role that can create incidents.</EmptyState>
      )}
      {mayImport && jobs.length === 0 ? <EarlierImports /> : null}
    </Page>
  );
}

function Intake({ sending }: { sending: ReturnType<typeof useSendWriteUps> }) {
  const [files, setFiles] = useState<{ id: string; file: File }[]>([]);
  const [choices, setChoices] = useState(START);
  const [left, setLeft] = useState<LeftOut>(NOTHING_LEFT_OUT);
  const { send, isSending, sent } = sending;
  const only = files.length === 1 && files[0] && !isZip(files[0].file) ? files[0] : null;
  const preview = useQuery({
    queryKey: [...query.writeUp.preview.key(), only?.id, choices.zone, choices.date],
    queryFn: () => (only ? previewOf(only.file, choices) : null),
    enabled: only !== null,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before, last) => (last?.queryKey.at(-3) === only?.id ? before : undefined),
  });
  const add = (more: File[]) => {
    setFiles((before) => [...before, ...more.map((file) => ({ id: newId(), file }))]);
    setLeft(NOTHING_LEFT_OUT);
  };
  const run = () =>
    send({
      files: files.map(({ file }) => file),
      choices,
      ...(only && preview.data ? { choose: chosenOf(preview.data, left) } : {}),
    });
  const blocked =
    only && preview.isPending ? "Still reading" : only && preview.isError ? "This file can't be read" : undefined;
  return (
    <>
      <div className={styles.intake}>
        <DropZone
          title={files.length > 0 ? "Add another file" : "Drop write-ups, or a folder or zip of them"}
          note="Markdown, HTML, Word or text"
          accept=".md,.markdown,.qmd,.txt,.html,.htm,.docx,.zip"
          multiple
          onFiles={add}
        />
      </div>
      {files.length > 0 ? (
        <>
          <Section id="write-up-files" title="Files" count={files.length}>
            <ul className={styles.files}>
              {files.map(({ id, file }) => (
                <li key={id}>
                  <span className={textStyles.breaksAnywhere}>{file.name}</span>
                  <Button
                    kind="ghost"
                    aria-label={`Remove ${file.name}`}
                    onClick={() => setFiles((before) => before.filter((one) => one.id !== id))}
                  >
                    Remove
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
          <WriteUpOptions
            choices={choices}
            asksDay={only !== null}
            onChange={(change) => setChoices((before) => ({ ...before, ...change }))}
          />
          {only && preview.isPending ? <SkeletonRows rows={6} label={`Reading ${only.file.name}`} /> : null}
          {only && preview.isError ? (
            <Banner tone="bad" action={<Button onClick={() => void preview.refetch()}>Try again</Button>}>
              {readWordsOf(preview.error)}
            </Banner>
          ) : null}
          {only && preview.data ? <WriteUpPreview preview={preview.data} left={left} onLeave={setLeft} /> : null}
          <CommitBar
            actions={
              <>
                <ButtonLink kind="ghost" href="/incidents">
                  Cancel
                </ButtonLink>
                <Button kind="primary" busy={isSending} busyLabel="Importing" disabledReason={blocked} onClick={run}>
                  {only ? "Import write-up" : `Import ${countWords(files.length, "file")}`}
                </Button>
              </>
            }
          >
            {isSending
              ? `Sending ${sent + 1} of ${files.length}`
              : only
                ? "Creates an incident with a draft review. What you left out stays in its text."
                : "Creates an incident with a draft review for each write-up. A file that was imported before adds nothing."}
          </CommitBar>
        </>
      ) : null}
    </>
  );
}

function EarlierImports() {
  const list = useQuery(reads.writeUp.list());
  const items = list.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section id="earlier-imports" title="Earlier imports" count={items.length}>
      <ul className={styles.files}>
        {items.map((job) => (
          <li key={job.id}>
            <TextLink href={`/write-ups?job=${job.id}`}>{job.filename}</TextLink>
            <span className={textStyles.muted}>{resultWords(job)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
