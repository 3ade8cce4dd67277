import { Fragment, type ReactNode, useId } from "react";
import { cx } from "#components/ui/cx.ts";
import type { Prop } from "#components/ui/lists/props-list.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { replacedBy } from "../edit/keep-focus.ts";
import styles from "./put-aside.module.css";

interface PutAsideProps {
  /** The kind of notice. Only one of a kind is shown. */
  kind: "waiver" | "longer" | "blocked" | "effect" | "wanted" | "sponsor";
  /** Grey while it waits, warm if that ends soon, accent if it waits for the reader. */
  tone: "quiet" | "warm" | "yours";
  title: string;
  /** Heading level: 3 in the panel, 2 on the page. */
  level: 2 | 3;
  /** How much longer. */
  note?: string | undefined;
  /** Null: there is none to read. */
  reason: ReactNode;
  facts: readonly Prop[];
  /** More than a line, after the facts. */
  details?: ReactNode;
  /** Buttons. */
  children?: ReactNode;
}

/** Why a record waits, until when, and who can change that. */
export function PutAside({ kind, tone, title, level, note, reason, facts, details, children }: PutAsideProps) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section {...replacedBy(kind)} className={styles.aside} data-tone={tone} aria-labelledby={id}>
      <div className={styles.head}>
        <Heading id={id}>{title}</Heading>
        {note ? <span className={cx(textStyles.small, styles.note)}>{note}</span> : null}
      </div>
      {reason === null ? null : <p className={cx(textStyles.written, styles.reason)}>{reason}</p>}
      <dl className={cx(textStyles.small, styles.facts)}>
        {facts.map(({ term, value }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {details}
      {children ? <div className={cx(layoutStyles.wrappingRow, styles.buttons)}>{children}</div> : null}
    </section>
  );
}
