import NextLink from "next/link";
import { levelOf, statusOf } from "#components/follow/action-item/options.tsx";
import { cx } from "#components/ui/cx.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { TextLink } from "#components/ui/link.tsx";
import { ListRow, Rows } from "#components/ui/lists/rows.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ActionPriority, ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import { firstDateWords } from "#lib/follow/action-item/due-words.ts";
import { daysPast, groupByDue } from "./group-by-due.ts";
import styles from "./my-actions.module.css";

/** The reader's open actions, late ones first. */
export function MyActions({ items, today }: { items: readonly WorkItem[]; today: string }) {
  if (items.length === 0) return null;
  return (
    <Section title="My actions" count={items.length} right={<TextLink href="/actions">Open in Actions</TextLink>}>
      {groupByDue(items, today).map(({ name, words, items: own }) => (
        <div key={name}>
          <h3 className={styles.group}>
            <span className={name === "late" ? styles.late : undefined}>{words}</span>
            <span className={textStyles.muted}>{own.length}</span>
          </h3>
          <Rows>
            {own.map((item) => (
              <ActionLine key={item.key} item={item} today={today} />
            ))}
          </Rows>
        </div>
      ))}
    </Section>
  );
}

function ActionLine({ item, today }: { item: WorkItem; today: string }) {
  const days = daysPast(item, today);
  const first = firstDateWords(item);
  const status = statusOf({ ...item, status: item.status as ActionStatus });
  return (
    <ListRow>
      <span className={cx(textStyles.recordKey, textStyles.wideOnly, styles.key)}>{item.key}</span>
      {item.priority === null ? null : <Priority level={levelOf(item.priority as ActionPriority)} />}
      <NextLink className={cx(textStyles.truncated, layoutStyles.fill, styles.title)} href={item.href}>
        {item.title}
      </NextLink>
      <span className={cx(textStyles.recordKey, textStyles.wideOnly, styles.key)}>{item.incidentKey}</span>
      <span className={textStyles.wideOnly}>{days === null ? null : <OverrunBar daysLate={days} />}</span>
      <span className={styles.due}>
        {days !== null && days > 0 ? <Late daysLate={days} /> : null}
        {days !== null && days <= 0 && item.dueDate !== null ? (
          <span className={cx(textStyles.secondary, textStyles.unbroken)}>
            {days === 0 ? "today" : wordsOfDate(item.dueDate, today)}
          </span>
        ) : null}
        {first ? <small className={cx(textStyles.muted, textStyles.unbroken)}>{first}</small> : null}
      </span>
      <span className={cx(textStyles.wideOnly, styles.status)}>
        <Status kind={status.kind}>{status.words}</Status>
      </span>
    </ListRow>
  );
}
