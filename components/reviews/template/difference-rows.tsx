import type { ReactNode } from "react";
import { Rows } from "#components/ui/lists/rows.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { differenceWords } from "#lib/reviews/template/difference-words.ts";
import type { SectionDifference } from "#lib/reviews/template/differences.ts";
import styles from "./difference-rows.module.css";

interface DifferenceRowsProps<Difference extends SectionDifference> {
  differences: readonly Difference[];
  /** Shown if there are none. */
  empty: string;
  /** More about a section, below its words. */
  detail?: ((difference: Difference) => ReactNode) | undefined;
  /** On the right of each row. */
  action?: ((difference: Difference) => ReactNode) | undefined;
}

/** Sections that differ, each as a sentence: "Detection asks 1 more question". */
export function DifferenceRows<Difference extends SectionDifference>(props: DifferenceRowsProps<Difference>) {
  const { differences, empty, detail, action } = props;
  if (differences.length === 0) return <p className={textStyles.muted}>{empty}</p>;
  return (
    <Rows>
      {differences.map((difference) => (
        <li key={difference.key} className={styles.row}>
          <span className={layoutStyles.fill}>
            <b className={textStyles.emphasis}>{(difference.after ?? difference.before)?.title}</b>{" "}
            {listWords(differenceWords(difference))}
            {detail ? <small>{detail(difference)}</small> : null}
          </span>
          {action?.(difference)}
        </li>
      ))}
    </Rows>
  );
}
