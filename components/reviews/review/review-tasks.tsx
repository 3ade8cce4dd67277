import { cx } from "#components/ui/cx.ts";
import { Rows } from "#components/ui/lists/rows.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { TASK_ROLE_WORDS } from "#lib/base/vocabulary/template.ts";
import type { Review } from "#lib/contract/review.ts";
import { dueWords } from "#lib/reviews/template/due-tasks.ts";
import styles from "./review-tasks.module.css";

/** Tasks that the template sets for the review, and their due dates. Draws nothing if there are none. */
export function ReviewTasks({ tasks }: Pick<Review, "tasks">) {
  if (tasks.length === 0) return null;
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section className={cx("noprint", styles.tasks)} aria-label="Tasks">
      <SectionHead title="Tasks" count={tasks.length} />
      <Rows>
        {tasks.map((task) => {
          const { title, role, people, dueOn } = task;
          const names = listWords(people.map(({ name }) => name));
          const missing = role === null ? "Former user" : `No ${TASK_ROLE_WORDS[role].toLowerCase()} yet`;
          return (
            <li key={`${title} ${dueWords(task)} ${role}`} className={styles.task}>
              <span className={layoutStyles.fill}>{title}</span>
              <span className={textStyles.note}>{names || missing}</span>
              <span className={cx(textStyles.note, textStyles.figure)}>
                {dueOn === null ? dueWords(task) : `due ${wordsOfDate(dueOn, today)}`}
              </span>
            </li>
          );
        })}
      </Rows>
    </section>
  );
}
