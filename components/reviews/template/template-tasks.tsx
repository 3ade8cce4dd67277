"use client";

import { Plus, X } from "lucide-react";
import { personOption, useFoundPeople } from "#components/people/member/use-found-people.ts";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/choices/combobox.tsx";
import { Select } from "#components/ui/choices/select.tsx";
import { EditableText } from "#components/ui/fields/editable-text.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { HeadCell, Row, Table } from "#components/ui/lists/table.tsx";
import { Note } from "#components/ui/note.tsx";
import { EmptyState } from "#components/ui/page/empty-state.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { TASK_ANCHOR_WORDS, TASK_ANCHORS, TASK_ROLE_WORDS, TASK_ROLES } from "#lib/base/vocabulary/template.ts";
import { LENGTHS } from "#lib/contract/lengths.ts";
import { dueWords } from "#lib/reviews/template/due-tasks.ts";
import type { TemplateContent, TemplateTask } from "#lib/reviews/template/template.ts";
import { changeTask, moved } from "./edit-template.ts";
import { Grip } from "./grip.tsx";
import styles from "./template-tasks.module.css";
import { useReorder } from "./use-reorder.ts";
import type { ChangeContent } from "./use-template-draft.ts";

interface TemplateTasksProps {
  content: TemplateContent;
  /** Null if this person can't change it. */
  change: ChangeContent | null;
}

const NEW_TASK: TemplateTask = { title: "New task", who: { role: "owner" }, days: 3, after: "resolved" };

/** The tasks of a template, each with who does it and when it is due. */
export function TemplateTasks({ content, change }: TemplateTasksProps) {
  const { tasks } = content;
  const reorder = useReorder(
    tasks.length,
    (index) => tasks[index]?.title ?? "",
    (from, to) => change?.({ ...content, tasks: moved(tasks, from, to) }),
  );
  return (
    <Section
      title="Tasks"
      count={tasks.length}
      right={
        change ? (
          <Button
            kind="ghost"
            icon={<Plus size={14} />}
            onClick={() => change({ ...content, tasks: [...tasks, NEW_TASK] })}
          >
            Task
          </Button>
        ) : null
      }
    >
      {tasks.length === 0 ? (
        <EmptyState title="No tasks">
          Tasks such as sending a report or holding the meeting appear here, each with a person and a due date.
        </EmptyState>
      ) : (
        <Table caption="Tasks" className={styles.tasks}>
          <thead>
            <tr>
              <HeadCell>
                <span className={textStyles.visuallyHidden}>Order</span>
              </HeadCell>
              <HeadCell>Task</HeadCell>
              <HeadCell>Who</HeadCell>
              <HeadCell>Due</HeadCell>
              <HeadCell>
                <span className={textStyles.visuallyHidden}>Remove</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {reorder.order.map((index, shownAt) => {
              const task = tasks[index];
              if (!task) return null;
              return (
                <Row key={index} {...reorder.rowProps(shownAt)} current={reorder.isPicked(index)}>
                  <td>{change ? <Grip name={task.title} {...reorder.gripProps(index)} /> : shownAt + 1}</td>
                  <TaskCells task={task} set={change && ((part) => change(changeTask(content, index, part)))} />
                  <td className={textStyles.rightAligned}>
                    {change ? (
                      <IconButton
                        label={`Remove ${task.title}`}
                        icon={<X size={14} />}
                        onClick={() =>
                          change({ ...content, tasks: tasks.toSpliced(index, 1) }, `${task.title} removed`)
                        }
                      />
                    ) : null}
                  </td>
                </Row>
              );
            })}
          </tbody>
        </Table>
      )}
      {change && tasks.length > 0 ? <Note>A negative number of days means before the event.</Note> : null}
      <p className={textStyles.visuallyHidden} aria-live="assertive">
        {reorder.said}
      </p>
    </Section>
  );
}

function TaskCells({ task, set }: { task: TemplateTask; set: ((part: Partial<TemplateTask>) => void) | null }) {
  const { title, who, days, after } = task;
  const people = useFoundPeople();
  const chosen = "role" in who ? who.role : who.userId;
  const isRole = (value: string): value is (typeof TASK_ROLES)[number] => TASK_ROLES.some((role) => role === value);
  if (!set)
    return (
      <>
        <th scope="row">{title}</th>
        <td>{"role" in who ? TASK_ROLE_WORDS[who.role] : (people.nameOf(who.userId) ?? "A person")}</td>
        <td>{dueWords(task)}</td>
      </>
    );
  return (
    <>
      <th scope="row">
        <EditableText
          label="Task"
          value={title}
          maxLength={LENGTHS.template.taskTitle}
          check={(text) => (text === "" ? "Enter a task" : null)}
          onSave={(text) => set({ title: text })}
        />
      </th>
      <td>
        <Combobox
          label={`Who does ${title}`}
          value={chosen}
          options={[
            ...TASK_ROLES.map((value) => ({ value, label: TASK_ROLE_WORDS[value] })),
            ...people.rows.map(personOption),
          ]}
          nameOf={people.nameOf}
          onSearch={people.onSearch}
          onChange={(value) => set({ who: isRole(value) ? { role: value } : { userId: value } })}
        />
      </td>
      <td>
        <span className={layoutStyles.row}>
          <EditableText
            label={`Days of ${title}`}
            inputMode="decimal"
            value={String(days)}
            check={(text) =>
              /^-?\d{1,3}$/.test(text) && Math.abs(Number(text)) <= 365
                ? null
                : "Enter a whole number from -365 to 365. A negative number means before the event."
            }
            onSave={(text) => set({ days: Number(text) })}
          />
          <Select
            aria-label={`Event that ${title} counts from`}
            value={after}
            options={TASK_ANCHORS.map((value) => ({
              value,
              label: `${Math.abs(days) === 1 ? "day" : "days"} from ${TASK_ANCHOR_WORDS[value]}`,
            }))}
            onChange={(event) => set({ after: TASK_ANCHORS.find((one) => one === event.target.value) ?? after })}
          />
        </span>
      </td>
    </>
  );
}
