import type { ReactNode } from "react";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./policy.module.css";

export interface LanePoint {
  key: string;
  kind: "event" | "tick" | "rung";
  name: string;
  detail: ReactNode;
}

/** Events as rings, deadlines as ticks, rungs filled, on one line. Never to scale. */
export function DeadlineLane({ label, points }: { label: string; points: readonly LanePoint[] }) {
  return (
    <div className={styles.laneFrame}>
      <ol className={styles.lane} aria-label={label}>
        {points.map(({ key, kind, name, detail }) => (
          <li key={key} data-kind={kind}>
            <i />
            <b className={textStyles.emphasis}>{name}</b>
            <span className={textStyles.caption}>{detail}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
