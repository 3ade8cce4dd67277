import NextLink from "next/link";
import type { ReactNode } from "react";
import { cx } from "../cx.ts";
import textStyles from "../roles/text.module.css";
import styles from "./crumbs.module.css";

export type Crumb = { label: string; href?: string | undefined };

type CrumbsProps = { items: readonly Crumb[]; className?: string | undefined; children?: ReactNode };

/** The parents of this page. Tags of the record can follow as children. */
export function Crumbs({ items, className, children }: CrumbsProps) {
  return (
    <div className={cx(styles.line, className)}>
      <nav aria-label="Breadcrumb">
        <ol className={styles.line}>
          {items.map((item, at) => (
            <li key={item.label} className={styles.line}>
              {at > 0 ? <span aria-hidden="true">/</span> : null}
              {item.href ? (
                <NextLink className={cx(textStyles.link, textStyles.figure)} href={item.href}>
                  {item.label}
                </NextLink>
              ) : (
                <span className={textStyles.figure} aria-current="page">
                  {item.label}
                </span>
              )}
            </li>
          ))}
        </ol>
      </nav>
      {children}
    </div>
  );
}
