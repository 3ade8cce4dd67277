"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { Banner } from "#components/ui/page/banner.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import type { Review } from "#lib/contract/review.ts";
import type { ReviewTemplate } from "#lib/contract/template.ts";
import styles from "./difference-rows.module.css";
import { DifferenceRows } from "./difference-rows.tsx";

type Difference = ReviewTemplate["items"][number];

interface TakeUpProps {
  review: Review;
  template: ReviewTemplate;
  onClose: () => void;
}

/** The sections and tasks in which the newer version of a template differs, each to apply or to keep. */
export function TakeUp({ review: { key, version }, template, onClose }: TakeUpProps) {
  const client = useQueryClient();
  const [busy, setBusy] = useState<{ section: string; isTaken: boolean } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { name, newest, note, items, tasks } = template;
  const buttons = (section: string, title: string, decided: boolean) => {
    const waits = (isTaken: boolean) => {
      const isThis = busy?.section === section && busy.isTaken === isTaken;
      return { busy: isThis, busyLabel: "Saving", disabled: busy !== null && !isThis };
    };
    return (
      <span className={layoutStyles.row}>
        {decided ? <span className={textStyles.note}>Kept</span> : null}
        <Button aria-label={`Apply changes to ${title}`} {...waits(true)} onClick={() => void decide(section, true)}>
          Apply
        </Button>
        {decided ? null : (
          <Button
            kind="ghost"
            aria-label={`Keep as it is: ${title}`}
            {...waits(false)}
            onClick={() => void decide(section, false)}
          >
            Keep as it is
          </Button>
        )}
      </span>
    );
  };
  const decide = async (section: string, isTaken: boolean) => {
    setBusy({ section, isTaken });
    setProblem(null);
    try {
      const chosen = chosenOf(section, isTaken);
      const now = await api.review.takeUpTemplate({ key, version, number: newest, ...chosen });
      client.setQueryData(reads.review.template(key).queryKey, now);
    } catch (error) {
      const isConflict = problemOf(error)?.code === "conflict";
      setProblem(isConflict ? "The review or its template was changed. Check the sections again." : wordsOf(error));
    }
    await refresh(client, ["review", "template"]);
    setBusy(null);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Version ${newest} of ${name}`}
      description={`${note === "" ? "" : `${note}. `}Text that people wrote always stays.`}
      widthPx={720}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {problem ? <Banner tone="bad">{problem}</Banner> : null}
      <DifferenceRows<Difference>
        differences={items}
        empty="The review has every section of this version."
        detail={detailOf}
        action={({ key, before, after, decided }) => buttons(key, (after ?? before)?.title ?? key, decided)}
      />
      {tasks.length > 0 ? (
        <div className={styles.row}>
          <span className={layoutStyles.fill}>
            <b className={textStyles.emphasis}>Tasks</b> {listWords(tasks.map(taskWords))}
            <small>Owners, due dates and completed tasks are kept</small>
          </span>
          {buttons(TASKS, "the tasks", false)}
        </div>
      ) : null}
    </Dialog>
  );
}

/** Not the key of a section. */
const TASKS = ":tasks";

function chosenOf(section: string, isTaken: boolean) {
  if (section === TASKS) return { tasks: isTaken ? ("take" as const) : ("keep" as const) };
  return isTaken ? { take: [section] } : { keep: [section] };
}

const TASK_CHANGES = { added: "is added", changed: "has another date or role", gone: "is removed" } as const;
const taskWords = ({ title, change }: ReviewTemplate["tasks"][number]) => `“${title}” ${TASK_CHANGES[change]}`;

function detailOf({ before, after, hasText }: Difference): string {
  if (!before) return "Added after the section before it in the template";
  if (!after) return hasText ? "Its text stays, as a section of your own" : "Its heading stays, and you can delete it";
  return hasText ? "Its text stays as it is" : "It has no text yet";
}
