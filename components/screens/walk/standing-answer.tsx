import type { ReactNode } from "react";
import textStyles from "#components/ui/roles/text.module.css";
import { capital, countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Walk } from "#lib/contract/walk.ts";
import { OUTCOMES } from "./subject.ts";
import styles from "./walk.module.css";

export type Standing = Walk["standing"][number];

/** The last answer of earlier meetings about the item, and for how long it has been the same. */
export function StandingAnswer({ standing, today }: { standing: Standing | undefined; today: LocalDate }) {
  return (
    <Part title="The same answer since">
      {standing ? standingWords(standing, today) : "None. No earlier meeting has decided on it."}
    </Part>
  );
}

/** Something that people know about the item, under its title. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part}>
    <h3 className={textStyles.emphasis}>{title}</h3>
    <p className={styles.text}>{children}</p>
  </section>
);

/** "Mon 23 Jan, 3 weeks ago: asked, in 3 meetings in a row". */
export function standingWords({ outcome, meetings, since }: Standing, today: LocalDate): string {
  const said = OUTCOMES.find((one) => one.outcome === outcome)?.done ?? outcome;
  const weeks = Math.floor(daysBetween(since, today) / 7);
  const ago = weeks > 0 ? `, ${countWords(weeks, "week")} ago` : "";
  const often = meetings > 1 ? `, in ${meetings} meetings in a row` : ", in 1 meeting";
  return `${capital(wordsOfDate(since, today))}${ago}: ${said}${often}.`;
}
