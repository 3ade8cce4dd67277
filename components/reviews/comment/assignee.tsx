"use client";

import { Check, RotateCcw, UserPlus } from "lucide-react";
import { useMe } from "#components/people/me/use-me.ts";
import { personOption, useFoundPeople } from "#components/people/member/use-found-people.ts";
import { Button } from "#components/ui/button.tsx";
import { ValueMenu } from "#components/ui/choices/value-menu.tsx";
import { BareIconButton } from "#components/ui/icon-button.tsx";
import { Note } from "#components/ui/note.tsx";
import type { Thread } from "#lib/contract/comment.ts";
import type { Threads } from "./use-threads.ts";

interface AssigneeProps {
  reviewKey: string;
  thread: Thread;
  threads: Threads;
}

/** Who is asked to answer a thread. They can tick it off. */
export function Assignee({ reviewKey: key, thread, threads }: AssigneeProps) {
  const me = useMe();
  const { id, version, assignee, doneAt, resolvedAt } = thread;
  if (assignee === null || resolvedAt !== null) return null;
  const isMe = assignee.id === me?.id;
  return (
    <Note>
      {isMe ? "Assigned to you" : `Assigned to ${assignee.name}`}
      {doneAt === null ? "" : ", done"}
      {isMe ? (
        <Button
          kind="ghost"
          icon={doneAt === null ? <Check size={14} /> : <RotateCcw size={14} />}
          busy={threads.finish.isPending}
          onClick={() => threads.finish.mutate({ key, id, version, done: doneAt === null })}
        >
          {doneAt === null ? "Mark as done" : "Mark as not done"}
        </Button>
      ) : null}
    </Note>
  );
}

const NO_ONE = "";

/** The menu that assigns a thread. The server accepts only people who can read it. */
export function AssignMenu({ reviewKey: key, thread, threads }: AssigneeProps) {
  const people = useFoundPeople();
  const { id, version, assignee } = thread;
  return (
    <ValueMenu
      label="Assign to"
      value={assignee?.id ?? null}
      options={[
        ...(assignee === null ? [] : [{ value: NO_ONE, label: "No one", isNone: true }]),
        ...people.rows.map(personOption),
      ]}
      onSearch={people.onSearch}
      onChange={(value) => threads.assign.mutate({ key, id, version, assigneeId: value === NO_ONE ? null : value })}
      trigger={<BareIconButton label="Assign" icon={<UserPlus size={14} />} />}
    />
  );
}
