"use client";

import NextLink from "next/link";
import { useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { LinkedRow } from "#components/ui/lists/rows.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import type { CanonicalFactorRow } from "#lib/contract/canonical-factor.ts";
import { fixWords, seenWords, stateOfFixes } from "#lib/follow/canonical-factor/condition.ts";
import styles from "./condition-row.module.css";

/** One condition of the list: how often it was seen, and how far its fixes are. */
export function ConditionRow({ row, isCurrent }: { row: CanonicalFactorRow; isCurrent: boolean }) {
  const today = useToday();
  const [latest] = stateOfFixes(row.fixes, today).late;
  const seen = seenWords(row);
  return (
    <LinkedRow current={isCurrent} data-key={row.id}>
      <NextLink data-row className={styles.link} href={`/factors/${row.id}`} prefetch={false}>
        <b className={styles.name}>{row.name}</b>
        <span className={styles.seen}>{seen.charAt(0).toUpperCase() + seen.slice(1)}</span>
        <span className={styles.fixes}>
          {latest ? <OverrunBar daysLate={latest.days} /> : null}
          <span className={latest ? cx(textStyles.attention, textStyles.figure) : textStyles.figure}>
            {fixWords(row, today)}
          </span>
        </span>
      </NextLink>
    </LinkedRow>
  );
}
