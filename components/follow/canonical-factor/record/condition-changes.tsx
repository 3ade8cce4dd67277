import NextLink from "next/link";
import { cx } from "#components/ui/cx.ts";
import { Status } from "#components/ui/labels/status.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { statusKind } from "../../strategic-change/options.tsx";
import styles from "./condition-rows.module.css";

/** The strategic changes that address a condition. */
export function ConditionChanges({ changes }: Pick<CanonicalFactor, "changes">) {
  if (changes.length === 0) return null;
  return (
    <Section title="Strategic changes" count={changes.length}>
      <Rows>
        {changes.map(({ key, title, status }) => (
          <li key={key} className={styles.change}>
            <span className={textStyles.recordKey}>{key}</span>
            <NextLink className={cx(textStyles.link, textStyles.emphasis)} href={`/strategy/${key}`}>
              {title}
            </NextLink>
            <Status kind={statusKind(status)}>{CHANGE_STATUS_WORDS[status]}</Status>
          </li>
        ))}
      </Rows>
    </Section>
  );
}
