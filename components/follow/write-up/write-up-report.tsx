"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { isGone } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Status } from "#components/ui/labels/status.tsx";
import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { ProgressBar } from "#components/ui/marks/progress-bar.tsx";
import { ErrorState } from "#components/ui/page/error-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonRows } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { WriteUpFile, WriteUpJob } from "#lib/contract/write-up.ts";
import { askedWords } from "#lib/follow/write-up/asked-words.ts";
import styles from "./write-up.module.css";

const EVERY_MS = 1000;
const EVERY_MS_PER_FILE = 5;

const STATES: Record<WriteUpFile["state"], { kind: StatusKind; words: string }> = {
  waiting: { kind: "open", words: "Waiting" },
  done: { kind: "done", words: "Imported" },
  known: { kind: "verify", words: "Imported before" },
  rejected: { kind: "blocked", words: "Not imported" },
};

/** One import while it runs and when it is done: what each file became, or why it didn't. */
export function WriteUpReport({ jobId }: { jobId: string }) {
  const client = useQueryClient();
  const job = useQuery({
    ...reads.writeUp.get(jobId),
    refetchInterval: ({ state }) =>
      state.data?.status === "done" ? false : Math.max(EVERY_MS, (state.data?.total ?? 0) * EVERY_MS_PER_FILE),
  });
  const status = job.data?.status;
  useEffect(() => {
    if (status === "done") void refresh(client, ["incident", "review", "action_item", "write_up"]);
  }, [client, status]);
  if (job.isError && !job.data)
    return isGone(job.error) ? (
      <ErrorState title="Import not found" next="Only the person who started it can see its report." />
    ) : (
      <NotRead what="this import" error={job.error} onRetry={() => void job.refetch()} />
    );
  if (!job.data) return <SkeletonRows rows={4} label="Loading the import" />;
  const { filename, total, done, files } = job.data;
  return (
    <Section id={`job-${jobId}`} title={filename} count={status === "done" ? resultWords(job.data) : undefined}>
      {status === "running" ? (
        <div className={styles.progress}>
          <p role="status">
            Importing {done} of {countWords(total, "file")}. You can leave this page.
          </p>
          <ProgressBar label={`${done} of ${countWords(total, "file")} imported`} value={done} max={total} />
        </div>
      ) : null}
      <ul className={styles.list}>
        {files.map((file) => (
          <FileLine key={file.file} file={file} />
        ))}
      </ul>
    </Section>
  );
}

/** Returns the outcome of an import in one sentence. */
export function resultWords({ result }: Pick<WriteUpJob, "result">): string {
  if (!result) return "Running";
  const { reviews, events, actions, factors, asked, known, rejected } = result;
  const made = [
    countWords(reviews, "review"),
    countWords(events, "event"),
    countWords(actions, "action"),
    countWords(factors, "factor"),
  ];
  return [
    listWords(made),
    ...askedWords(asked),
    ...(known.length > 0 ? [`${known.length} imported before`] : []),
    ...(rejected.length > 0 ? [`${rejected.length} not imported`] : []),
  ].join(". ");
}

function FileLine({ file }: { file: WriteUpFile }) {
  const { state, reason, title, incidentKey, reviewKey, events, actions, factors, asked, leftOut } = file;
  const { kind, words } = STATES[state];
  const counts = [
    countWords(events, "event"),
    countWords(actions, "action"),
    countWords(factors, "factor"),
    ...askedWords(asked),
  ];
  return (
    <li>
      <span className={styles.file}>{file.file}</span>
      <Status kind={kind}>{words}</Status>
      {reason ? <p>{reason}</p> : null}
      {reviewKey && incidentKey ? (
        <p>
          <TextLink href={`/reviews/${reviewKey}`}>
            {reviewKey} {title}
          </TextLink>
          {" of "}
          <TextLink href={`/incidents/${incidentKey}`}>{incidentKey}</TextLink>
          {state === "done" ? <span className={textStyles.muted}>, {counts.join(", ")}</span> : null}
        </p>
      ) : null}
      {leftOut.length > 0 ? <p className={textStyles.muted}>Pictures left out: {leftOut.join("; ")}</p> : null}
    </li>
  );
}
