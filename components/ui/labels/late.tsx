import { cx } from "../cx.ts";
import styles from "./late.module.css";
import { ageStep, wordsOfLateness } from "./lateness.ts";

/** Lateness in words, hotter by age; what is not late stays quiet. Negative days are still to come. */
export function Late({ daysLate }: { daysLate: number }) {
  const step = ageStep(daysLate);
  if (step === 0) return <span className="muted nowrap num">{wordsOfLateness(daysLate)}</span>;
  return (
    <span className={cx("num", styles.late)} data-age={step}>
      {wordsOfLateness(daysLate)}
    </span>
  );
}

/** The days that are left, as warm as what is late by a few. */
export function Soon({ daysLeft }: { daysLeft: number }) {
  return (
    <span className={styles.late} data-age="1">
      {wordsOfLateness(-daysLeft)}
    </span>
  );
}
