import { type Completeness, countWritten } from "#lib/reviews/review/completeness.ts";
import { CompletenessMark } from "./completeness-mark.tsx";
import styles from "./completeness-marks.module.css";

/** One mark per section in order, with the number of written sections as text. */
export function CompletenessMarks({ sections }: { sections: readonly Completeness[] }) {
  if (sections.length === 0) return null;
  const { written, toWrite } = countWritten(sections);
  const words = `${written} of ${toWrite} sections written`;
  return (
    <span className={styles.marks} role="img" aria-label={words} title={words}>
      {[...sections.entries()].map(([place, state]) => (
        <span key={place} data-state={state}>
          <CompletenessMark state={state} />
        </span>
      ))}
    </span>
  );
}
