"use client";

import NextLink from "next/link";
import { memo } from "react";
import { cx } from "#components/ui/cx.ts";
import { peekOnClick } from "#components/ui/keys/peek-on-click.ts";
import { Avatar } from "#components/ui/labels/avatar.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Tag } from "#components/ui/labels/tag.tsx";
import { LinkedRow } from "#components/ui/lists/rows.tsx";
import { ProgressBar } from "#components/ui/marks/progress-bar.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { StrategicChangeRow } from "#lib/contract/strategic-change.ts";
import { markOf } from "../options.tsx";
import styles from "./change-row.module.css";

interface ChangeRowProps {
  row: StrategicChangeRow;
  isCurrent: boolean;
  onPeek: (key: string) => void;
}

const many = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`;

/** One strategic change: health, owner, what it is based on, and how much of it is verified. */
export const ChangeRow = memo(function ChangeRow({ row, isCurrent, onPeek }: ChangeRowProps) {
  const mark = markOf(row);
  return (
    <LinkedRow current={isCurrent} data-key={row.key}>
      <NextLink
        data-row
        className={styles.link}
        href={`/strategy/${row.key}`}
        prefetch={false}
        onClick={peekOnClick(() => onPeek(row.key))}
      >
        <div className={styles.title}>
          <Status className={styles.mark} kind={mark.kind} name={mark.words} />
          <b>{row.title}</b>
          <span className={cx(textStyles.recordKey, styles.key)}>{row.key}</span>
          {row.owner ? (
            <Avatar name={row.owner.name} className={styles.owner} />
          ) : (
            <span className={cx(textStyles.attention, textStyles.small, styles.owner)}>No owner</span>
          )}
        </div>
        <div className={styles.state}>
          <span>{mark.words}</span>
          {row.stale ? (
            <Tag dashed className={styles.stale}>
              No recent update
            </Tag>
          ) : null}
          {row.incidents.length > 0 ? <span>{many(row.incidents.length, "incident", "incidents")}</span> : null}
          {row.factorCount > 0 ? (
            <span className={textStyles.wideOnly}>{many(row.factorCount, "factor", "factors")}</span>
          ) : null}
        </div>
        <div className={styles.progress}>
          {row.actionCount > 0 ? (
            <>
              <ProgressBar
                label={`${row.actionsVerified} of ${row.actionCount} actions verified`}
                value={row.actionsVerified}
                max={row.actionCount}
              />
              <span className={textStyles.figure}>
                {row.actionsVerified} of {row.actionCount} verified
              </span>
            </>
          ) : (
            <span className={textStyles.muted}>No actions yet</span>
          )}
        </div>
      </NextLink>
    </LinkedRow>
  );
});
