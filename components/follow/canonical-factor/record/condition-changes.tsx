"use client";

import NextLink from "next/link";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { ChangeState } from "./change-state.tsx";
import styles from "./condition-rows.module.css";

/** The strategic changes that address a condition. */
export function ConditionChanges({ changes }: Pick<CanonicalFactor, "changes">) {
  const today = useToday();
  const dayOf = useDayOf();
  if (changes.length === 0) return null;
  return (
    <Section title="Strategic changes" count={changes.length}>
      <Rows>
        {changes.map((change) => (
          <li key={change.key} className={styles.change}>
            <span className={textStyles.recordKey}>{change.key}</span>
            <NextLink className={cx(textStyles.link, textStyles.emphasis)} href={`/strategy/${change.key}`}>
              {change.title}
            </NextLink>
            <span className={layoutStyles.wrappingRow}>
              <ChangeState change={change} />
              {change.deliveredAt ? (
                <span className={textStyles.caption}>
                  {change.status === "delivered" ? "on" : "delivered"} {wordsOfDate(dayOf(change.deliveredAt), today)}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
