import { Kbd } from "#components/ui/keys/kbd.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import styles from "./roadmap.module.css";

/** The meaning of the marks of the roadmap, and its keys. */
export function RoadmapKey() {
  return (
    <div className={styles.key}>
      <span>
        <i className={styles.diamond} data-state="reached" /> reached
      </span>
      <span>
        <i className={styles.diamond} /> milestone
      </span>
      <span>
        <i className={styles.diamond} data-state="missed" /> missed
      </span>
      <Status kind="on-track">on track</Status>
      <Status kind="at-risk">at risk</Status>
      <Status kind="off-track">off track</Status>
      <span className={styles.lineKey}>line: waits for</span>
      <span>fill: work done</span>
      <span className={styles.keys}>
        <Kbd keys="space" /> picks up a bar, <Kbd keys="ArrowLeft" /> <Kbd keys="ArrowRight" /> move it a week, with{" "}
        <Kbd keys="Shift" /> its end, <Kbd keys="space" /> saves, <Kbd keys="Esc" /> puts it back
      </span>
    </div>
  );
}
