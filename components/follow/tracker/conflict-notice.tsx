"use client";

import { useQueryClient } from "@tanstack/react-query";
import NextLink from "next/link";
import { useState } from "react";
import { api } from "#components/base/api/client.ts";
import { placeRefusal } from "#components/base/api/place-refusal.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { SYNCED_FIELD_WORDS } from "#lib/base/vocabulary/issue-tracker.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { IssueConflict } from "#lib/contract/tracker.ts";
import styles from "./conflict-notice.module.css";

type Side = IssueConflict["here"];
const shown = ({ value }: Side) => value ?? "none";

const SHORT = 20;
/** A value that a button can name, such as a date. A title can be too long. */
const nameOf = ({ value }: Side) => (value !== null && value.length <= SHORT ? value : null);

interface ConflictNoticeProps {
  conflict: IssueConflict;
  /** The name of the tracker, such as GitHub. */
  there: string;
  /** Nothing is sent there now. */
  isPaused: boolean;
}

/** A field that both sides changed: both values, the rule, and a button for each way to settle it. */
export function ConflictNotice({ conflict, there, isPaused }: ConflictNoticeProps) {
  const client = useQueryClient();
  const [busy, setBusy] = useState<"here" | "there" | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [refused, setRefused] = useState<string>();
  const { issueId, version, actionKey, ref, field, why, agreed, needsReason, refused: cantTake } = conflict;
  const settle = async (keep: "here" | "there", reason?: string) => {
    setBusy(keep);
    try {
      await api.actionIssue.settle({
        ...{ key: actionKey, issueId, version, field, keep },
        ...(reason ? { reason } : {}),
      });
      setAsking(false);
      const when = isPaused ? "once the sync resumes" : "next";
      toastDone(keep === "here" ? `Kept. ${there} is updated ${when}.` : `Changed to the value on ${there}`);
    } catch (error) {
      placeRefusal<{ reason: string }>(error, ["reason"], (field, { message = "" }) => {
        if (field === "reason" && isAsking) setRefused(message);
        else toastError(message);
      });
    } finally {
      setBusy(null);
      await refresh(client, ["tracker", "action_item"]);
    }
  };
  const take = () => (needsReason ? setAsking(true) : void settle("there"));
  return (
    <fieldset className={styles.conflict} aria-label={`Conflict: ${SYNCED_FIELD_WORDS[field]}, ${actionKey}`}>
      <div className={styles.sides}>
        <OneSide where="Here" side={conflict.here} />
        <OneSide where={`On ${there}`} side={conflict.there} />
      </div>
      <Note>
        {agreed === null ? "" : `Last value in sync: ${agreed}. `}
        {why}
      </Note>
      <div className={styles.buttons}>
        <Button busy={busy === "here"} busyLabel="Sending" onClick={() => void settle("here")}>
          Keep {nameOf(conflict.here) ?? "Afterword's value"}
        </Button>
        <Button busy={busy === "there"} busyLabel="Saving" disabledReason={cantTake ?? undefined} onClick={take}>
          Use {nameOf(conflict.there) ?? `the value in ${there}`}
        </Button>
        <span className={textStyles.note}>
          The other fields of{" "}
          <NextLink className={textStyles.link} href={`/actions/${actionKey}`}>
            {actionKey}
          </NextLink>{" "}
          and {ref} {isPaused ? "are compared when the sync resumes" : "stay in sync"}.
        </span>
      </div>
      {isAsking ? (
        <MoveReason
          to={conflict.there.value}
          onClose={() => setAsking(false)}
          refused={refused}
          onSend={(reason) => void settle("there", reason)}
        />
      ) : null}
    </fieldset>
  );
}

function OneSide({ where, side }: { where: string; side: Side }) {
  return (
    <div>
      <p className={textStyles.caption}>
        {where}
        {side.at ? (
          <>
            , <Moment at={side.at} />
          </>
        ) : null}
        {side.by ? `, by ${side.by}` : ""}
      </p>
      <p className={styles.value}>{shown(side)}</p>
      {side.note ? <p className={textStyles.caption}>{side.note}</p> : null}
    </div>
  );
}

interface MoveReasonProps {
  to: string | null;
  refused: string | undefined;
  onClose: () => void;
  onSend: (reason: string) => void;
}

function MoveReason({ to, refused, onClose, onSend }: MoveReasonProps) {
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (!reason.trim()) return false;
    onSend(reason.trim());
    return true;
  };
  return (
    <FormDialog
      title={to === null ? "Remove the due date" : `Move the due date to ${to}`}
      confirm="Move"
      onSend={send}
      onClose={onClose}
    >
      <Field
        label="Reason"
        hint="The action was accepted, so moving its date needs a reason."
        error={isTried && !reason.trim() ? "Enter a reason" : refused}
      >
        <Input
          autoFocus
          maxLength={LENGTHS.actionItem.dueReason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
    </FormDialog>
  );
}
