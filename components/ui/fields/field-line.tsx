import type { CSSProperties, ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./field-line.module.css";

interface FieldLineProps {
  /** The columns of the fields and the button, as CSS states them. */
  columns: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A short form on one line: fields, and the button that sends them. On a phone, they are below each other. */
export function FieldLine({ columns, className, children }: FieldLineProps) {
  return (
    <div className={cx(styles.line, className)} style={{ "--columns": columns } as CSSProperties}>
      {children}
    </div>
  );
}
