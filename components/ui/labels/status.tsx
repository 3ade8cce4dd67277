import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import textStyles from "../roles/text.module.css";
import styles from "./status.module.css";
import { StatusGlyph, type StatusKind } from "./status-glyph.tsx";

/** A status or health: glyph and word, never colour alone. Without children give `name` for screen readers. */
export function Status({
  kind,
  name,
  className,
  children,
}: {
  kind: StatusKind;
  name?: string | undefined;
  className?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <span className={cx(styles.status, className)} data-kind={kind}>
      <StatusGlyph kind={kind} />
      {children ?? <span className={textStyles.visuallyHidden}>{name}</span>}
    </span>
  );
}

/** The glyph alone, if the word is next to it. */
export function StatusMark({ kind, className }: { kind: StatusKind; className?: string | undefined }) {
  return (
    <span className={cx(styles.status, className)} data-kind={kind}>
      <StatusGlyph kind={kind} />
    </span>
  );
}
