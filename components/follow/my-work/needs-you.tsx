import { cx } from "#components/ui/cx.ts";
import { Late } from "#components/ui/labels/late.tsx";
import { ButtonLink } from "#components/ui/link.tsx";
import { Signature } from "#components/ui/marks/signature.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { WorkItem } from "#lib/contract/me.ts";
import { daysPast } from "./group-by-due.ts";
import styles from "./needs-you.module.css";
import { WORK_KINDS } from "./work-kinds.tsx";

interface NeedsYouProps {
  items: readonly WorkItem[];
  today: string;
}

/** Today's work of the reader, each item with its next step and a link. */
export function NeedsYou({ items, today }: NeedsYouProps) {
  return (
    <section>
      <SectionHead title="Needs you now" count={items.length} />
      {items.length === 0 ? (
        <p className={cx(textStyles.prose, textStyles.secondary, styles.nothing)}>
          Nothing is due today. You're caught up.
        </p>
      ) : (
        <ul>
          {items.map((item, at) => (
            <Need key={`${item.kind} ${item.href}`} item={item} today={today} isFirst={at === 0} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Need({ item, today, isFirst }: { item: WorkItem; today: string; isFirst: boolean }) {
  const { icon: Icon, lead, button } = WORK_KINDS[item.kind];
  const days = daysPast(item, today);
  return (
    <li className={styles.need}>
      <span className={cx(styles.icon, isFirst && styles.first)}>
        <Icon aria-hidden="true" />
      </span>
      <div className={cx(layoutStyles.fill, styles.words)}>
        <div className={styles.title}>
          {lead}: {item.title}
        </div>
        <div className={styles.step}>
          <span className={textStyles.figure}>{item.key}</span>. {item.step.replace(/\.$/, "")}
          {days === null || item.dueDate === null ? null : days > 0 ? (
            <>
              . <Late daysLate={days} />
            </>
          ) : (
            `. ${days === 0 ? "Due today" : `Due ${wordsOfDate(item.dueDate, today)}`}`
          )}
        </div>
      </div>
      {item.band && item.band.length > 0 ? (
        <span className={textStyles.wideOnly}>
          <Signature segments={item.band} widthPx={120} label={`Impact of ${item.incidentKey}`} />
        </span>
      ) : null}
      <ButtonLink
        className={styles.button}
        href={item.href}
        kind={isFirst ? "primary" : "default"}
        aria-label={`${button}: ${item.title}`}
      >
        {button}
      </ButtonLink>
    </li>
  );
}
