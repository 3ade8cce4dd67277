import styles from "./progress-bar.module.css";

type ProgressBarProps = {
  /** The measure and its accessible name: "12 of 40 rows". */
  label: string;
  value: number;
  max: number;
};

/** A 6 px bar for long work. Put the counts as text next to it. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      className={styles.bar}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
    >
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}
