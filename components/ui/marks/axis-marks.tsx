import { cx } from "../cx.ts";
import styles from "./axis-marks.module.css";

export interface AxisMark {
  label: string;
  /** From the left end, 0 to 100. */
  percent: number;
  /** On which side of the label the place is; without it, in its middle. */
  at?: "start" | "end" | undefined;
  strong?: boolean | undefined;
}

/** Labels along an axis, each at its place. */
export function AxisMarks({ marks }: { marks: readonly AxisMark[] }) {
  return (
    <div className={styles.axis}>
      {marks.map(({ label, percent, at, strong }) => (
        <i
          key={`${label} ${percent}`}
          className={cx(strong && styles.strong)}
          data-at={at}
          style={{ left: `${percent}%` }}
        >
          {label}
        </i>
      ))}
    </div>
  );
}
