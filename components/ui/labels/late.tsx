import { shortLateness } from "#lib/base/time/lateness-words.ts";
import { cx } from "../cx.ts";
import textStyles from "../roles/text.module.css";
import styles from "./late.module.css";
import { ageStep } from "./lateness.ts";

/**
 * Lateness in words, in a stronger colour by age. What isn't late has no colour. Negative days are in the future. `brief`
 * leaves out "late", for a calendar.
 */
export function Late({ daysLate, brief }: { daysLate: number; brief?: boolean }) {
  const step = ageStep(daysLate);
  if (step === 0)
    return (
      <span className={cx(textStyles.muted, textStyles.unbroken, textStyles.figure)}>{shortLateness(daysLate)}</span>
    );
  return (
    <span className={cx(textStyles.figure, styles.late)} data-age={step}>
      {brief ? `${daysLate} d` : shortLateness(daysLate)}
    </span>
  );
}

/** The days left, in the colour of a few days late. */
export function Soon({ daysLeft }: { daysLeft: number }) {
  return (
    <span className={styles.late} data-age="1">
      {shortLateness(-daysLeft)}
    </span>
  );
}
