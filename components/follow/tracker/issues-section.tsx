"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { Later, LaterPart } from "#components/ui/page/later-part.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { SYNCED_FIELD_WORDS, TRACKER_VENDOR_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { LinkedIssue } from "#lib/contract/tracker.ts";
import { ConflictNotice } from "./conflict-notice.tsx";
import styles from "./issues-section.module.css";
import { ISSUE_STATE_WORDS } from "./tracker-words.ts";

const LINK = new Later(() => import("./link-issue.tsx").then((file) => file.LinkIssue));

/** The issues of an action in the trackers of its team, with a button to link or create one. */
export function IssuesSection({ item }: { item: ActionItem }) {
  const { data, error, refetch } = useQuery(reads.actionIssue.list(item.key));
  const [isLinking, setLinking] = useState(false);
  if (error) return <NotRead what="linked issues" error={error} onRetry={() => void refetch()} />;
  if (!data || (data.items.length === 0 && data.trackers.length === 0)) return null;
  return (
    <Section
      id="linked-issues"
      title="In the team's tracker"
      right={
        data.mayLink ? (
          <IconButton label="Link an issue" icon={<Plus size={14} />} onClick={() => setLinking(true)} />
        ) : null
      }
    >
      {data.items.length === 0 ? (
        <p className={textStyles.note}>
          {data.mayLink ? "No linked issues. Link one or create one." : "No linked issues"}
        </p>
      ) : null}
      <ul className={styles.issues}>
        {data.items.map((issue) => (
          <li key={issue.id}>
            <OneIssue issue={issue} item={item} mayLink={data.mayLink} />
          </li>
        ))}
      </ul>
      {isLinking ? (
        <LaterPart of={LINK} props={{ item, trackers: data.trackers, onClose: () => setLinking(false) }} />
      ) : null}
    </Section>
  );
}

function OneIssue({ issue, item, mayLink }: { issue: LinkedIssue; item: ActionItem; mayLink: boolean }) {
  const client = useQueryClient();
  const [isLooking, setLooking] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const { id, ref, url, title, state, assignee, tracker, conflicts, waiting } = issue;
  const path = { key: item.key, issueId: id };
  const run = async (step: () => Promise<unknown>) => {
    try {
      await step();
    } catch (failure) {
      toastError(wordsOf(failure));
    } finally {
      await refresh(client, ["tracker", "action_item"]);
    }
  };
  const setLinked = ({ version }: LinkedIssue, linked: boolean): Promise<void> =>
    run(async () => {
      const changed = await api.actionIssue.change({ ...path, version, linked });
      toastDone(linked ? `${ref} linked` : `${ref} unlinked. The issue itself is unchanged.`, {
        undo: () => void setLinked(changed, !linked),
      });
    });
  const look = async () => {
    setLooking(true);
    await run(() => api.actionIssue.look(path));
    setLooking(false);
  };
  return (
    <div className={styles.issue}>
      <p className={styles.line}>
        <a
          className={cx(textStyles.link, textStyles.breaksAnywhere)}
          href={url}
          target="_blank"
          rel="noreferrer noopener"
        >
          {ref}, {title}
        </a>
        <span className={cx(textStyles.note, textStyles.unbroken)}>
          <Moment at={issue.seenAt} />
        </span>
      </p>
      <div className={styles.line}>
        <p className={textStyles.caption}>
          {ISSUE_STATE_WORDS[state]}
          {issue.closedAt ? (
            <>
              {" "}
              <Moment at={issue.closedAt} />
            </>
          ) : null}
          {assignee ? `, assigned to ${assignee}` : ""}
          {tracker.state === "paused" ? `. Sync with ${tracker.name} paused. Changes wait until it resumes` : ""}
          {tracker.state === "refused"
            ? `. ${TRACKER_VENDOR_WORDS[tracker.vendor]} rejects the token of ${tracker.name}. Changes wait`
            : ""}
          {waiting ? `. ${waiting}` : ""}
        </p>
        {mayLink ? (
          <span className={styles.steps}>
            <Button
              kind="ghost"
              busy={isLooking}
              busyLabel="Checking"
              aria-label={`Check now: ${ref}`}
              disabledReason={tracker.state === "paused" ? "Sync is paused" : undefined}
              onClick={() => void look()}
            >
              Check now
            </Button>
            <Button kind="ghost" aria-label={`Unlink ${ref}`} onClick={() => void setLinked(issue, false)}>
              Unlink
            </Button>
          </span>
        ) : null}
      </div>
      {conflicts.length > 0 ? (
        <p className={styles.differs}>
          <Status kind="at-risk">
            {conflicts.map(({ field }) => SYNCED_FIELD_WORDS[field]).join(" and ")}{" "}
            {conflicts.length === 1 ? "differs" : "differ"}
          </Status>
          {mayLink ? (
            <Button kind="ghost" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? "Close" : "Settle"}
            </Button>
          ) : null}
        </p>
      ) : null}
      {isOpen
        ? conflicts.map((conflict) => (
            <ConflictNotice
              key={conflict.field}
              conflict={conflict}
              there={TRACKER_VENDOR_WORDS[tracker.vendor]}
              isPaused={tracker.state === "paused"}
            />
          ))
        : null}
    </div>
  );
}
