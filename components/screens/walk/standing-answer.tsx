import textStyles from "#components/ui/roles/text.module.css";
import { capital, countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { Walk } from "#lib/contract/walk.ts";
import { OUTCOMES } from "./subject.ts";

type Standing = Walk["standing"][number];

/** The last answer of earlier meetings about the item, and for how long it has been the same. */
export function StandingAnswer({ standing, today }: { standing: Standing | undefined; today: LocalDate }) {
  return (
    <section>
      <h3 className={textStyles.emphasis}>The same answer since</h3>
      <p>{standing ? standingWords(standing, today) : "None. No earlier meeting has decided on it."}</p>
    </section>
  );
}

/** "Mon 23 Jan, 3 weeks ago: asked, in 3 meetings in a row". */
export function standingWords({ outcome, meetings, since }: Standing, today: LocalDate): string {
  const said = OUTCOMES.find((one) => one.outcome === outcome)?.done ?? outcome;
  const weeks = Math.floor(daysBetween(since, today) / 7);
  const ago = weeks > 0 ? `, ${countWords(weeks, "week")} ago` : "";
  const often = meetings > 1 ? `, in ${meetings} meetings in a row` : ", in 1 meeting";
  return `${capital(wordsOfDate(since, today))}${ago}: ${said}${often}.`;
}
