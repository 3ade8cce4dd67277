"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { ClashNote } from "#components/base/api/clash-note.tsx";
import { useEditedFields } from "#components/base/api/use-edited-fields.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { useFoundPeople } from "#components/people/member/use-found-people.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { DateField } from "#components/ui/fields/date-field.tsx";
import { Field } from "#components/ui/fields/field.tsx";
import { FormDialog } from "#components/ui/fields/form-dialog.tsx";
import { Input } from "#components/ui/fields/input.tsx";
import { TASK_ROLE_WORDS } from "#lib/base/vocabulary/template.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import type { Review } from "#lib/contract/review.ts";
import type { ReviewTask } from "#lib/contract/review-task.ts";
import { dueWords } from "#lib/reviews/template/due-tasks.ts";
import styles from "./editable-tasks.module.css";
import { TaskList } from "./task-list.tsx";
import { useTasks } from "./use-tasks.ts";

/** The tasks of a review for those who write it: ticked off in the list, changed in a dialog. */
export function EditableTasks({ review }: { review: Review }) {
  const tasks = useTasks(review.key);
  const [open, setOpen] = useState<ReviewTask | "new" | null>(null);
  const add = (
    <Button
      kind="ghost"
      className={styles.add}
      icon={<Plus size={14} />}
      aria-label="Add a task"
      onClick={() => setOpen("new")}
    >
      Task
    </Button>
  );
  return (
    <>
      <TaskList review={review} edit={{ onTick: tasks.tick, onOpen: setOpen, add }} />
      {open ? (
        <TaskDialog
          key={open === "new" ? "new" : open.id}
          review={review}
          task={open === "new" ? null : open}
          tasks={tasks}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

interface TaskDialogProps {
  review: Review;
  /** Null for a new one. */
  task: ReviewTask | null;
  tasks: ReturnType<typeof useTasks>;
  onClose: () => void;
}

const LABELS = { title: "title", ownerId: "owner", dueOn: "due date" };
const EMPTY = { title: "", ownerId: null, dueOn: null, isOwnDay: false, version: 0 };

function TaskDialog({ review, task, tasks, onClose }: TaskDialogProps) {
  const people = useFoundPeople();
  const today = useToday();
  const [isTried, setTried] = useState(false);
  const now = task === null ? null : review.tasks.find(({ id }) => id === task.id);
  const fieldsOf = (newest: typeof EMPTY | ReviewTask | null) => {
    const { title, ownerId, dueOn, isOwnDay } = newest ?? EMPTY;
    return { title, ownerId: ownerId ?? "", dueOn: isOwnDay ? dueOn : null };
  };
  const { fields, set, changed, version, clashes, takeTheirs } = useEditedFields(now ?? task ?? EMPTY, fieldsOf);
  const title = fields.title.trim();
  const isRemoved = task !== null && now === undefined;
  const send = () => {
    setTried(true);
    if (title === "") return false;
    const ownerId = fields.ownerId || null;
    if (task === null || isRemoved) tasks.add({ title, ownerId, dueOn: fields.dueOn });
    else {
      const { ownerId: owner, ...rest } = changed;
      const edited = { ...rest, ...(owner === undefined ? {} : { ownerId }) };
      if (Object.keys(edited).length > 0) tasks.edit(task, edited, version ?? task.version);
    }
    onClose();
    return true;
  };
  const byRole = task?.role ? `${TASK_ROLE_WORDS[task.role]} of the review` : "No one";
  const nameOf = (id: string) => people.nameOf(id) ?? task?.people.find((person) => person.id === id)?.name;
  return (
    <FormDialog
      title={task ? "Change task" : "Add a task"}
      confirm={task ? "Save task" : "Add task"}
      aside={
        task && !isRemoved ? (
          <Button
            kind="ghost"
            onClick={() => {
              tasks.remove(task);
              onClose();
            }}
          >
            Remove
          </Button>
        ) : null
      }
      onSend={send}
      onClose={onClose}
    >
      <ClashNote clashes={clashes} labels={LABELS} isRemoved={isRemoved} onTakeTheirs={takeTheirs} />
      <Field label="Task" error={isTried && title === "" ? "Enter a task" : undefined}>
        <Input
          autoFocus
          maxLength={LENGTHS.template.taskTitle}
          value={fields.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <Field label="Owner" optional>
        <Combobox
          label="Owner"
          value={fields.ownerId}
          options={[
            { value: "", label: byRole, isNone: true },
            ...people.rows.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          nameOf={nameOf}
          onSearch={people.onSearch}
          onChange={(ownerId) => set({ ownerId })}
        />
      </Field>
      <DateField
        label="Due"
        value={fields.dueOn}
        today={today}
        optional
        hint={
          task?.after && task.days !== null
            ? `Without a date: ${dueWords({ days: task.days, after: task.after })}`
            : undefined
        }
        onChange={(dueOn) => set({ dueOn })}
      />
    </FormDialog>
  );
}
