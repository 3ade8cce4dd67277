"use client";

import NextLink from "next/link";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import styles from "./monday-page.module.css";

type PartProps = {
  id: string;
  title: string;
  count: number;
  total?: number;
  onMore?: (() => void) | undefined;
  note: string;
  empty: string;
  children: ReactNode;
};

/** One list of the week, with the number of its rows. */
export function Part({ id, title, count, total = count, onMore, note, empty, children }: PartProps) {
  return (
    <Section
      id={`${id}-title`}
      anchor={id}
      title={title}
      count={`${total > count ? `${count} of ${total}` : count} ${note}`}
    >
      {count === 0 ? <p className={textStyles.muted}>{empty}</p> : <Rows>{children}</Rows>}
      {total > count && onMore ? (
        <Button kind="ghost" className="noprint" aria-label={`Show more of ${title}`} onClick={onMore}>
          Show more
        </Button>
      ) : null}
    </Section>
  );
}

type LineProps = {
  href: string;
  recordKey?: string;
  title: string;
  day?: string;
  right?: ReactNode;
  below?: ReactNode;
};

/** A row of a list: its record, with further facts at the end and below. */
export function Line({ href, recordKey, title, day, right, below }: LineProps) {
  return (
    <ListRow className={styles.row}>
      {day ? <span className={cx(textStyles.caption, textStyles.figure, styles.day)}>{day}</span> : null}
      {recordKey ? <span className={cx(textStyles.recordKey, styles.key)}>{recordKey}</span> : null}
      <NextLink className={cx(textStyles.link, styles.title)} href={href}>
        {title}
      </NextLink>
      {right ? <span className={cx(textStyles.caption, styles.part)}>{right}</span> : null}
      {below ? (
        <span className={cx(textStyles.note, styles.below)} data-keyed={recordKey ? "" : undefined}>
          {below}
        </span>
      ) : null}
    </ListRow>
  );
}
