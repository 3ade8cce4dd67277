import type { ReactNode } from "react";
import { useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { TASK_ROLE_WORDS } from "#lib/base/vocabulary/template.ts";
import type { Review } from "#lib/contract/review.ts";
import type { ReviewTask } from "#lib/contract/review-task.ts";
import { dueWords } from "#lib/reviews/template/due-tasks.ts";
import styles from "./task-list.module.css";

interface TaskListProps {
  review: Pick<Review, "tasks" | "abilities">;
  /** How to change the tasks, once that has loaded. */
  edit?: { onTick: (task: ReviewTask) => void; onOpen: (task: ReviewTask) => void; add: ReactNode } | undefined;
}

/** The tasks of a review, with whose they are and until when. Readers see them only if there are some. */
export function TaskList({ review: { tasks, abilities }, edit }: TaskListProps) {
  const today = useToday();
  if (tasks.length === 0 && !abilities.write) return null;
  const done = tasks.filter((task) => task.done).length;
  return (
    <section id="tasks" className={cx("noprint", styles.tasks)} aria-label="Tasks">
      <SectionHead
        title="Tasks"
        count={tasks.length === 0 ? undefined : `${done} of ${tasks.length} done`}
        right={edit?.add}
      />
      {tasks.length === 0 ? (
        <p className={textStyles.note}>
          No tasks yet. Add what must happen before publication, such as inviting people.
        </p>
      ) : null}
      <Rows>
        {tasks.map((task) => (
          <li key={task.id} className={styles.task} data-late={task.late || undefined}>
            <Checkbox
              aria-label={`Done: ${task.title}`}
              checked={task.done !== null}
              disabled={!abilities.write}
              readOnly={!edit}
              onChange={() => edit?.onTick(task)}
            />
            {edit ? (
              <button
                type="button"
                className={cx(layoutStyles.fill, textStyles.link, textStyles.breaksAnywhere, styles.title)}
                onClick={() => edit.onOpen(task)}
              >
                {task.title}
              </button>
            ) : (
              <span className={cx(layoutStyles.fill, textStyles.breaksAnywhere, styles.title)}>{task.title}</span>
            )}
            <span className={textStyles.note}>{whoWords(task)}</span>
            <span className={cx(textStyles.note, textStyles.figure, styles.due)}>{dayWords(task, today)}</span>
          </li>
        ))}
      </Rows>
    </section>
  );
}

function whoWords({ people, role }: ReviewTask): string {
  const missing = role === null ? "No one" : `No ${TASK_ROLE_WORDS[role].toLowerCase()} yet`;
  return listWords(people.map(({ name }) => name)) || missing;
}

function dayWords({ done, late, dueOn, days, after }: ReviewTask, today: string): string {
  if (done) return `done ${wordsOfDate(done.at.slice(0, 10), today)}`;
  if (dueOn !== null) return `${late ? "late, due" : "due"} ${wordsOfDate(dueOn, today)}`;
  return days === null || after === null ? "no date" : dueWords({ days, after });
}
