"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useState } from "react";
import { api } from "#components/base/api/client.ts";
import { inTurn } from "#components/base/api/in-turn.ts";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FieldError } from "#components/ui/fields/field-error.tsx";
import { focusFirstError, hasUnread } from "#components/ui/fields/focus-first-error.ts";
import { Input } from "#components/ui/fields/input.tsx";
import { toastDone } from "#components/ui/overlays/toast.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { IntakeRow } from "#lib/contract/roadmap.ts";
import { addQuarters, quarterOf, quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import { quarterChoices } from "../change-views.ts";
import { useRefusedFields } from "../edit/use-refused-fields.ts";
import { PersonField } from "../person-field.tsx";
import styles from "./intake.module.css";

export const DECISIONS = ["assess", "commit", "defer", "decline"] as const;
export type IntakeDecision = (typeof DECISIONS)[number];

export const DECISION_WORDS: Record<IntakeDecision, string> = {
  assess: "Assess",
  commit: "Commit",
  defer: "Defer",
  decline: "Decline",
};

const PERSON: Partial<Record<IntakeDecision, string>> = {
  assess: "Who assesses it",
  defer: "Who owns the risk until then",
  decline: "Who accepts the risk",
};

const NAMES = ["until", "targetQuarter", "reason", "note", "riskById", "ownerId"] as const;

/** The fields that a decision needs, and its consequence in words. */
export function IntakeForm({
  row,
  decision,
  onDone,
}: {
  row: IntakeRow;
  decision: IntakeDecision;
  onDone: () => void;
}) {
  const today = useToday();
  const client = useQueryClient();
  const errorId = useId();
  const [until, setUntil] = useState<string | null>(null);
  const planned = row.targetQuarter ?? "";
  // A change isn't funded for a quarter that is over.
  const [quarter, setQuarter] = useState(planned >= quarterOf(today) ? planned : addQuarters(quarterOf(today), 1));
  const [personId, setPersonId] = useState(decision === "assess" ? (row.owner?.id ?? "") : "");
  const [reason, setReason] = useState("");
  const [isTried, setTried] = useState(false);
  const personLabel = PERSON[decision];
  const hasDay = decision !== "commit";
  const needsReason =
    decision === "defer" || decision === "decline" || (decision === "commit" && row.status === "declined");
  const missing = {
    until: hasDay && (until === null || until <= today) ? "Enter a day after today" : undefined,
    person: personLabel && !personId ? "Choose a person" : undefined,
    reason: needsReason && !reason.trim() ? "Enter a reason" : undefined,
  };
  const shown = (error: string | undefined) => (isTried ? error : undefined);
  const { refused, place, clear } = useRefusedFields(NAMES);
  const [isPlaced, setPlaced] = useState(false);
  const decide = useMutation({
    mutationFn: () =>
      inTurn(row.key, row.version, (version) =>
        send(row.key, version, { decision, until, quarter, personId, reason: reason.trim() }),
      ),
    onSuccess: () => {
      onDone();
      toastDone(`${row.key}: ${doneWords(decision, until, quarter, today)}`);
    },
    onMutate: () => {
      clear();
      setPlaced(false);
    },
    onError: (error) => setPlaced(place(error)),
    onSettled: () => refresh(client, "strategic_change"),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (hasUnread(event.currentTarget) || Object.values(missing).some(Boolean)) focusFirstError(event.currentTarget);
    else decide.mutate();
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {hasDay ? (
        <DateField
          label={decision === "assess" ? "By" : "Until"}
          autoFocus
          value={until}
          today={today}
          error={shown(missing.until) ?? refused.until}
          onChange={setUntil}
        />
      ) : null}
      {decision === "commit" ? (
        <Field label="Target quarter" error={refused.targetQuarter}>
          <Select
            value={quarter}
            options={quarterChoices(quarterOf(today), addQuarters, [quarter]).map((value) => ({
              value,
              label: quarterWords(value),
            }))}
            onChange={({ target }) => setQuarter(target.value)}
          />
        </Field>
      ) : null}
      <Field
        label={needsReason ? "Because" : "Note"}
        optional={!needsReason}
        error={shown(missing.reason) ?? refused.reason ?? refused.note}
      >
        <Input
          maxLength={LENGTHS.strategicChange.reason}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      {personLabel ? (
        <PersonField
          label={personLabel}
          value={personId}
          onChange={setPersonId}
          error={shown(missing.person) ?? refused.riskById ?? refused.ownerId}
        />
      ) : null}
      <div className={styles.send}>
        <span className={textStyles.muted}>{follows(decision, until, today)}</span>
        <Button type="submit" busy={decide.isPending} busyLabel="Saving">
          {DECISION_WORDS[decision]}
        </Button>
      </div>
      {decide.isError && !isPlaced ? <FieldError id={errorId} message={refusedWords(row.key, decide.error)} /> : null}
    </form>
  );
}

interface Said {
  decision: IntakeDecision;
  until: string | null;
  quarter: string;
  personId: string;
  reason: string;
}

async function send(
  key: string,
  version: number,
  { decision, until, quarter, personId, reason }: Said,
): Promise<{ version: number }> {
  if (decision === "assess")
    return api.roadmap.assess({ key, version, until: until ?? "", ownerId: personId, note: reason });
  const said = reason ? { reason } : {};
  if (decision === "commit")
    return api.strategicChange.transition({ key, version, to: "funded", targetQuarter: quarter, ...said });
  const putOff = { key, version, riskById: personId, until: until ?? "", ...said };
  if (decision === "decline") return api.strategicChange.transition({ ...putOff, to: "declined" });
  return api.strategicChange.transition({ ...putOff, to: "deferred" });
}

function doneWords(decision: IntakeDecision, until: string | null, quarter: string, today: string): string {
  const day = until === null ? "" : wordsOfDate(until, today);
  return {
    assess: `to assess by ${day}`,
    commit: `funded for ${quarterWords(quarter)}`,
    defer: `deferred until ${day}`,
    decline: `declined until ${day}`,
  }[decision];
}

/** Returns the next step, in words. */
function follows(decision: IntakeDecision, until: string | null, today: string): string {
  const day = until === null ? "that day" : wordsOfDate(until, today);
  return {
    assess: `It leaves this list and returns on ${day}.`,
    commit: "Its bar on the roadmap becomes solid.",
    defer: `It returns to this list on ${day}.`,
    decline: `The risk is accepted until ${day}. Then it returns to this list.`,
  }[decision];
}

const refusedWords = (key: string, error: unknown) =>
  problemOf(error)?.code === "conflict"
    ? `Someone else changed ${key} first, so nothing was decided. Check it, and decide again.`
    : wordsOf(error);
