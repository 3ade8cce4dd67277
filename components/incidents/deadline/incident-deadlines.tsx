"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, reads } from "#components/base/api/client.ts";
import { wordsOf } from "#components/base/api/problem.ts";
import { refresh } from "#components/base/api/refresh.ts";
import { DeadlineLane } from "#components/people/policy/deadline-lane.tsx";
import { EVENT_WORDS, nameOf } from "#components/people/policy/policy-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import { capital } from "#lib/base/text/sentence.ts";
import { instantWords } from "#lib/base/time/instant-words.ts";
import type { Deadlines, IncidentDeadline } from "#lib/contract/deadline.ts";
import styles from "./incident-deadlines.module.css";

type IncidentDeadlinesProps = { incidentKey: string; zone: string; mayEdit: boolean };

/** The deadlines of an incident by its policy, with their states, and marking them as sent. Nothing without any. */
export function IncidentDeadlines({ incidentKey, zone, mayEdit }: IncidentDeadlinesProps) {
  const { data } = useQuery(reads.deadline.list(incidentKey));
  const { send, unsend, isBusy } = useMarks(incidentKey);
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
      <ul>
        {data.items.map((deadline) => (
          <li key={deadline.key} className={styles.deadline}>
            <span>
              <b className="medium">{deadline.name}</b>
              <br />
              <span className={deadline.state === "late" ? styles.late : "small second"}>
                {stateWords(deadline, data, moment)}
              </span>
            </span>
            {mayEdit && deadline.state !== "sent" ? (
              <Button disabled={isBusy} aria-label={`Mark ${deadline.name} as sent`} onClick={() => send(deadline)}>
                Mark as sent
              </Button>
            ) : null}
            {mayEdit && deadline.state === "sent" ? (
              <Button
                kind="ghost"
                disabled={isBusy}
                aria-label={`${deadline.name} is not sent`}
                onClick={() => unsend(deadline)}
              >
                Not sent
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Note>These are reminders, not legal advice.</Note>
    </section>
  );
}

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

/** Marks as sent and undoes it, each with a toast. */
function useMarks(incidentKey: string) {
  const client = useQueryClient();
  const run = useMutation({
    mutationFn: ({ key, isSent }: { key: string; isSent: boolean }) => {
      const input = { key: incidentKey, deadline: key };
      return isSent ? api.deadline.send(input) : api.deadline.unsend(input);
    },
    onSuccess: (answer) => {
      const { queryKey } = reads.deadline.list(incidentKey);
      client.setQueryData(queryKey, answer);
      return refresh(client, "incident", [queryKey]);
    },
    onError: (error) => toastError(wordsOf(error)),
  });
  const mark = ({ key, name }: IncidentDeadline, isSent: boolean) =>
    run.mutate(
      { key, isSent },
      {
        onSuccess: () =>
          toastDone(isSent ? `${name} marked as sent` : `${name} isn't sent`, {
            undo: () => run.mutate({ key, isSent: !isSent }),
          }),
      },
    );
  return {
    send: (deadline: IncidentDeadline) => mark(deadline, true),
    unsend: (deadline: IncidentDeadline) => mark(deadline, false),
    isBusy: run.isPending,
  };
}
