import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import styles from "./tag.module.css";

type TagProps = { dashed?: boolean | undefined; className?: string | undefined; children: ReactNode };

/** A small word next to a title. Dashed for an unusual kind. */
export function Tag({ dashed, className, children }: TagProps) {
  return <span className={cx(dashed ? styles.dashed : styles.tag, className)}>{children}</span>;
}
