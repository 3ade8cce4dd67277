"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { isGone, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import type { StatusKind } from "#components/ui/labels/status-glyph.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { ProgressBar } from "#components/ui/marks/progress-bar.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
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
    <Section
      id={`job-${jobId}`}
      title={filename}
      count={status === "done" ? resultWords(job.data) : undefined}
      right={<UndoImport job={job.data} />}
    >
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
          <FileLine key={file.file} file={file} isUndone={job.data.archived} />
        ))}
      </ul>
    </Section>
  );
}

/** Archives all that an import created, or restores it. */
function UndoImport({ job }: { job: WriteUpJob }) {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  if (!job.result || job.result.reviews === 0) return null;
  const archive = async (archived: boolean) => {
    setBusy(true);
    try {
      const saved = await api.writeUp.archive({ id: job.id, archived });
      client.setQueryData(reads.writeUp.get(job.id).queryKey, saved);
      void refresh(client, ["incident", "review", "action_item", "write_up"]);
      toastDone(archived ? `${job.filename}: import undone` : `${job.filename}: restored`, {
        undo: () => void archive(!archived),
      });
    } catch (error) {
      toastError(wordsOf(error));
    } finally {
      setBusy(false);
    }
  };
  return job.archived ? (
    <Button kind="ghost" busy={isBusy} busyLabel="Restoring" onClick={() => void archive(false)}>
      Restore the import
    </Button>
  ) : (
    <Button kind="ghost" busy={isBusy} busyLabel="Undoing" onClick={() => void archive(true)}>
      Undo the import
    </Button>
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

const UNDONE = { kind: "cancelled", words: "Archived" } as const;

function FileLine({ file, isUndone }: { file: WriteUpFile; isUndone: boolean }) {
  const { state, reason, title, incidentKey, reviewKey, events, actions, factors, asked, leftOut } = file;
  const { kind, words } = isUndone && state === "done" ? UNDONE : STATES[state];
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
