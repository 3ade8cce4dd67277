"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type * as Y from "yjs";
import { query, reads } from "#components/base/api/client.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { Note } from "#components/ui/note.tsx";
import { Dialog } from "#components/ui/overlays/dialog.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { instantWords } from "#lib/base/time/instant-words.ts";
import { APPROVAL_STATE_WORDS } from "#lib/base/vocabulary/review.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Review } from "#lib/contract/review.ts";
import type { ReviewApproval } from "#lib/contract/version.ts";
import { documentJson } from "#lib/document/from-yjs.ts";
import { plainText } from "#lib/document/text.ts";
import { hashOfWords } from "#lib/reviews/review/approval.ts";

interface ApprovalsDialogProps {
  review: Review;
  /** The text on screen. Null until it has arrived. */
  text: Y.Doc | null;
  onClose: () => void;
}

/** Who approves a review, with their decisions, and the decision of the viewer. */
export function ApprovalsDialog({ review, text, onClose }: ApprovalsDialogProps) {
  const { key, abilities, approvals } = review;
  const me = useMe();
  const zone = me?.timeZone ?? "UTC";
  const mine = approvals.find(({ person }) => person.id === me?.id);
  const { approve, unapprove, ask } = useApprovals(review);
  // The words that the person read before the dialog covered them.
  const [words, setWords] = useState<string | null>(null);
  if (words === null && text) setWords(hashOfWords(plainText(documentJson(text))));
  const changed = problemOf(approve.error)?.code === "conflict" ? problemOf(approve.error)?.current : null;
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const isMissing = isTried && reason.trim() === "";
  const done = (words: string) => {
    onClose();
    toastDone(words, { undo: () => unapprove.mutate({ key }) });
  };
  const askForChanges = () => {
    setTried(true);
    if (reason.trim() === "") return;
    approve.mutate(
      { key, decision: "changes_asked", reason: reason.trim() },
      { onSuccess: () => done("Changes requested") },
    );
  };
  const send = () =>
    words !== null &&
    approve.mutate({ key, decision: "approved", seen: { words } }, { onSuccess: () => done(`${key} approved`) });
  const isOpen = approvals.some(({ state }) => state !== "approved");
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Approvals"
      description="Each approval is for a version. It's stale once the words of the text change."
      actions={
        <>
          <Button kind="ghost" onClick={onClose}>
            Close
          </Button>
          {abilities.move && isOpen ? (
            <Button
              busy={ask.isPending}
              busyLabel="Asking"
              onClick={() => ask.mutate({ key }, { onSuccess: () => toastDone("Approvers asked") })}
            >
              Ask those who haven't approved
            </Button>
          ) : null}
          {abilities.approve && mine ? (
            <>
              <Button disabled={approve.isPending} onClick={askForChanges}>
                Ask for changes
              </Button>
              {mine.state === "approved" ? null : (
                <Button
                  kind="primary"
                  disabled={words === null || Boolean(changed)}
                  busy={approve.isPending}
                  busyLabel="Approving"
                  onClick={send}
                >
                  Approve
                </Button>
              )}
            </>
          ) : null}
        </>
      }
    >
      <div className={layoutStyles.stack}>
        {changed ? <ChangedText reviewKey={key} current={changed} /> : null}
        <ul>
          {approvals.map((one) => (
            <li key={one.person.id}>
              <b className={textStyles.emphasis}>{one.person.name}</b>{" "}
              <span className={textStyles.secondary}>{approvalWords(one, zone)}</span>
            </li>
          ))}
        </ul>
        {abilities.approve && mine ? (
          <>
            <Note>Approve it if you agree with the findings, and if the urgent actions are enough.</Note>
            <Field label="What needs to change" optional error={isMissing ? "Enter what needs to change" : undefined}>
              <Textarea
                rows={3}
                maxLength={LENGTHS.review.reason}
                value={reason}
                onChange={({ target }) => setReason(target.value)}
              />
            </Field>
            {mine.at ? (
              <Button
                kind="ghost"
                onClick={() => unapprove.mutate({ key }, { onSuccess: () => toastDone("Decision withdrawn") })}
              >
                Withdraw my decision
              </Button>
            ) : null}
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

/** Says that the text isn't the one that was read, with the way to what changed. */
function ChangedText({ reviewKey, current }: { reviewKey: string; current: unknown }) {
  const { version } = current as { version: number | null };
  const href = `/reviews/${reviewKey}/versions${version === null ? "" : `?from=${version}`}`;
  return (
    <div role="alert">
      <Note isWarning>
        The text changed while you were reading, so your approval wasn't saved.{" "}
        <TextLink className={textStyles.prominent} data-prominent href={href}>
          See what changed
        </TextLink>
        . To decide about the new text, close this dialog and open it again.
      </Note>
    </div>
  );
}

/** Returns the decision of an approver: "approved version 3, Fri 3 Mar 2017, 10:00 UTC". */
function approvalWords({ state, version, at, reason, staleSince }: ReviewApproval, zone: string): string {
  if (!at || version === null) return APPROVAL_STATE_WORDS[state];
  const when = instantWords(at, zone);
  if (state === "changes_asked") return `asked for changes, ${when}: ${reason}`;
  const approved = `approved version ${version}, ${when}`;
  if (state === "approved") return approved;
  return `${approved}. The text changed${staleSince ? ` since ${instantWords(staleSince, zone)}` : " since then"}`;
}

function useApprovals({ key }: Review) {
  const client = useQueryClient();
  const { queryKey } = reads.review.get(key);
  const settled = {
    onSuccess: (row: Review) => {
      client.setQueryData(queryKey, row);
      void refresh(client, "review", [queryKey]);
    },
    onError: (error: unknown) => toastError(wordsOf(error)),
  };
  // Another text is shown in the dialog.
  const onError = (error: unknown) => problemOf(error)?.code === "conflict" || settled.onError(error);
  return {
    approve: useMutation(query.review.approve.mutationOptions({ ...settled, onError })),
    unapprove: useMutation(query.review.unapprove.mutationOptions(settled)),
    ask: useMutation(query.review.askApprovers.mutationOptions(settled)),
  };
}
