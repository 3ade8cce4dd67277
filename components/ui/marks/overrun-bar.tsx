import { shortLateness } from "#lib/base/time/lateness-words.ts";
import styles from "./overrun-bar.module.css";

const DUE_AT = 30;
const STEPS = [
  { age: 1, fromDay: 0, toDay: 7 },
  { age: 2, fromDay: 7, toDay: 30 },
  { age: 3, fromDay: 30, toDay: 90 },
  { age: 4, fromDay: 90, toDay: 110 },
] as const;

/**
 * Grey on the left of the due tick is time left (5·√days px). Coloured on the right is lateness (7·√days px) in age
 * steps.
 */
export function OverrunBar({ daysLate }: { daysLate: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 104 12" role="img" aria-label={shortLateness(daysLate)}>
      {daysLate > 0 ? <Overrun daysLate={daysLate} /> : <TimeLeft days={-daysLate} />}
      <rect className={styles.due} x={DUE_AT - 0.5} y="0" width="1.5" height="12" />
    </svg>
  );
}

function TimeLeft({ days }: { days: number }) {
  const width = Math.min(DUE_AT, 5 * Math.sqrt(days));
  return <rect className={styles.remaining} x={DUE_AT - width} y="4" width={width} height="4" rx="1" />;
}

function Overrun({ daysLate }: { daysLate: number }) {
  return STEPS.filter((step) => daysLate > step.fromDay).map((step) => (
    <rect
      key={step.age}
      data-age={step.age}
      x={DUE_AT + 1 + reach(step.fromDay)}
      y="3"
      width={reach(Math.min(daysLate, step.toDay)) - reach(step.fromDay)}
      height="6"
    />
  ));
}

function reach(days: number): number {
  return 7 * Math.sqrt(days);
}
