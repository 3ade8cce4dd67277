import type { ReactNode } from "react";
import styles from "./metrics-strip.module.css";

type Part = { readonly text: string; readonly at: number; readonly isUnit: boolean };

/**
 * A figure with its units in small type: "18 h 30 m" or "428%". A text that doesn't start with a number is unchanged,
 * such as SC-2.
 */
function Figure({ text }: { text: string }) {
  return splitFigure(text).map((part) =>
    part.isUnit ? (
      <span key={part.at} className={styles.unit}>
        {part.text}
      </span>
    ) : (
      part.text
    ),
  );
}

function splitFigure(text: string): Part[] {
  if (!/^[~\d±+−-]/.test(text)) return [{ text, at: 0, isUnit: false }];
  return [...text.matchAll(/[\d.,±+-]+|[^\d.,±+-]+/g)].map((match) => ({
    text: match[0],
    at: match.index,
    isUnit: !/\d/.test(match[0]),
  }));
}

export type Metric = {
  label: string;
  /** "18 h 30 m", "428%", or a count. Null for an unknown value. */
  value: string | null;
  note?: ReactNode;
  /** Shown instead of an unknown figure, such as a link that adds the missing time. */
  missing?: ReactNode;
  /** Worse than its target. */
  warm?: boolean | undefined;
};

/** Figures between hairlines in the reading font. An unknown figure links to what is missing, and is never a zero. */
export function MetricsStrip({ items }: { items: readonly Metric[] }) {
  return (
    <dl className={styles.strip}>
      {items.map((item) => (
        <div key={item.label}>
          <dt>{item.label}</dt>
          <dd className={item.warm ? styles.warm : undefined}>
            {item.value === null ? (item.missing ?? "Unknown") : <Figure text={item.value} />}
            {item.note ? <small>{item.note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
