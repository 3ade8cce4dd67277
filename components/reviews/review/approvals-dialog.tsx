"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { query, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { Textarea } from "#components/ui/fields/textarea.tsx";
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

type ApprovalsDialogProps = { review: Review; onClose: () => void };

/** Who approves a review, with their decisions, and the decision of the viewer. */
export function ApprovalsDialog({ review, onClose }: ApprovalsDialogProps) {
  const { key, abilities, approvals } = review;
  const me = useMe();
  const zone = me?.timeZone ?? "UTC";
  const mine = approvals.find(({ person }) => person.id === me?.id);
  const { approve, unapprove, ask } = useApprovals(review);
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
      { onSuccess: () => done("Changes asked for") },
    );
  };
  const send = () => approve.mutate({ key, decision: "approved" }, { onSuccess: () => done(`${key} approved`) });
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
                <Button kind="primary" busy={approve.isPending} busyLabel="Approving" onClick={send}>
                  Approve
                </Button>
              )}
            </>
          ) : null}
        </>
      }
    >
      <div className={layoutStyles.stack}>
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
            <Note>Approve it if you agree with the findings, and if the urgent actions are an acceptable answer.</Note>
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
  return {
    approve: useMutation(query.review.approve.mutationOptions(settled)),
    unapprove: useMutation(query.review.unapprove.mutationOptions(settled)),
    ask: useMutation(query.review.askApprovers.mutationOptions(settled)),
  };
}
