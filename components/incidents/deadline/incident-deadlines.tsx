"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { problemOf, wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { useMe } from "#components/people/me/use-me.ts";
import { DeadlineLane } from "#components/people/policy/deadline-lane.tsx";
import { EVENT_WORDS, nameOf } from "#components/people/policy/policy-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { capital } from "#lib/base/text/sentence.ts";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { Deadlines, IncidentDeadline } from "#lib/contract/deadline.ts";
import styles from "./incident-deadlines.module.css";
import { SentDialog } from "./sent-dialog.tsx";

type IncidentDeadlinesProps = { incidentKey: string; zone: string; mayEdit: boolean };

/** The deadlines of an incident by its policy, with their states, and marking them as sent. Nothing without any. */
export function IncidentDeadlines({ incidentKey, zone, mayEdit }: IncidentDeadlinesProps) {
  const { data, error, refetch } = useQuery(reads.deadline.list(incidentKey));
  const { mark, isBusy, rejection, clear } = useMarks(incidentKey);
  const [asking, setAsking] = useState<IncidentDeadline | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const onSent = ({ key }: IncidentDeadline) => {
    setAsking(null);
    // The button that opened the form is gone.
    setTimeout(() => list.current?.querySelector<HTMLElement>(`[data-mark="${key}"]`)?.focus());
  };
  if (error) return <NotRead what="the deadlines" error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  const moment = (at: string) => instantWords(at, zone);
  return (
    <section>
      <SectionHead level={3} title="Deadlines" count={countOpen(data)} />
      <DeadlineLane
        label="Deadlines and what they count from"
        points={[
          ...data.events.map(({ event, at }) => ({
            ...{ key: event, kind: "event" as const, name: capital(EVENT_WORDS[event]), detail: moment(at) },
          })),
          ...data.items.map(({ key, name, dueAt }) => ({
            ...{ key, kind: "tick" as const, name, detail: dueAt ? moment(dueAt) : "waits" },
          })),
        ]}
      />
      <ul ref={list}>
        {data.items.map((deadline) => (
          <li key={deadline.key} className={styles.deadline}>
            <span>
              <b className={textStyles.emphasis}>{deadline.name}</b>
              <br />
              <span className={deadline.state === "late" ? styles.late : textStyles.caption}>
                {stateWords(deadline, data, moment)}
              </span>
              {reminderWords(deadline, moment).map((line) => (
                <span key={line} className={textStyles.caption}>
                  <br />
                  {line}
                </span>
              ))}
            </span>
            {mayEdit ? (
              <span className={styles.buttons}>
                {/* One button in both states keeps the focus. */}
                <Button
                  data-mark={deadline.key}
                  kind={deadline.state === "sent" ? "ghost" : "default"}
                  busy={isBusy}
                  aria-label={`${verbOf(deadline)}: ${deadline.name}`}
                  onClick={() => mark(deadline, deadline.state !== "sent")}
                >
                  {verbOf(deadline)}
                </Button>
                {deadline.state === "sent" ? null : (
                  <Button
                    kind="ghost"
                    aria-label={`Sent earlier: ${deadline.name}`}
                    onClick={() => {
                      clear();
                      setAsking(deadline);
                    }}
                  >
                    Sent earlier
                  </Button>
                )}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {asking ? (
        <SentDialog
          deadline={asking}
          zone={zone}
          isBusy={isBusy}
          refused={rejection}
          onSend={(at) => mark(asking, true, { at, onDone: () => onSent(asking) })}
          onClose={() => setAsking(null)}
        />
      ) : null}
      <Note>These are reminders, not legal advice.</Note>
    </section>
  );
}

const verbOf = ({ state }: IncidentDeadline) => (state === "sent" ? "Mark as not sent" : "Mark as sent");

const countOpen = ({ items }: Deadlines) => `${items.filter(({ state }) => state !== "sent").length} open`;

function stateWords(
  { state, dueAt, waitsFor, sentAt, sentBy, isLate }: IncidentDeadline,
  { items }: Deadlines,
  moment: (at: string) => string,
): string {
  if (sentAt) return `Sent ${moment(sentAt)}${sentBy ? ` by ${sentBy.name}` : ""}${isLate ? ", late" : ""}`;
  const due = dueAt ? `Due ${moment(dueAt)}` : null;
  const waits =
    waitsFor &&
    `counts from ${"event" in waitsFor ? EVENT_WORDS[waitsFor.event] : `${nameOf(items, waitsFor.sent)}, sent`}`;
  if (due === null) return waits ? capital(waits) : "";
  return state === "late" ? `Late. ${due}` : waits ? `${due} at the latest, ${waits}` : due;
}

/** Returns who was reminded, and who is next. */
function reminderWords({ next, reminded }: IncidentDeadline, moment: (at: string) => string): string[] {
  const given = reminded.map(({ at, to }) =>
    to ? `${to.name} was reminded on ${moment(at)}` : `No one to remind on ${moment(at)}`,
  );
  if (!next) return given;
  return [...given, next.to ? `Reminds ${next.to.name} on ${moment(next.at)}` : "No one to remind"];
}

interface Sent {
  key: string;
  isSent: boolean;
  at?: string | null;
  /** In a form, which shows an error of the time. */
  isAsked?: boolean;
}

interface Earlier {
  at: string;
  onDone: () => void;
}

/** Marks as sent and undoes it, each with a toast. `rejection` is why the time of an earlier one was rejected. */
function useMarks(incidentKey: string) {
  const client = useQueryClient();
  const meId = useMe()?.id;
  const run = useMutation({
    mutationFn: ({ key, isSent, at }: Sent) => {
      const input = { key: incidentKey, deadline: key };
      return isSent ? api.deadline.send({ ...input, ...(at ? { at } : {}) }) : api.deadline.unsend(input);
    },
    onSuccess: (answer) => {
      const { queryKey } = reads.deadline.list(incidentKey);
      client.setQueryData(queryKey, answer);
      return refresh(client, "incident", [queryKey]);
    },
    onError: (error, { isAsked }) => {
      if (!isAsked || timeError(error) === null) toastError(timeError(error) ?? wordsOf(error));
    },
  });
  const mark = ({ key, name, sentAt }: IncidentDeadline, isSent: boolean, earlier?: Earlier) =>
    run.mutate(
      { key, isSent, ...(earlier ? { at: earlier.at, isAsked: true } : {}) },
      {
        onSuccess: ({ items }) => {
          earlier?.onDone();
          const sender = items.find((one) => one.key === key)?.sentBy;
          // Someone else marked it first: their mark stays.
          if (isSent && sender?.id !== meId)
            return void toastDone(
              sender ? `${sender.name} already marked ${name} as sent` : `${name} was already marked`,
            );
          toastDone(isSent ? `${name} marked as sent` : `${name} marked as not sent`, {
            // A mark that was removed comes back with its time.
            undo: () => run.mutate({ key, isSent: !isSent, at: sentAt }),
          });
        },
      },
    );
  return { mark, isBusy: run.isPending, rejection: timeError(run.error), clear: run.reset };
}

/** Returns what is wrong with the time that was given, or null. */
const timeError = (error: unknown): string | null =>
  problemOf(error)?.fields?.find(({ field }) => field === "at")?.message ?? null;
