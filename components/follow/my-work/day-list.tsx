"use client";

import NextLink from "next/link";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { DayEntry } from "./day-entries.ts";
import styles from "./day-list.module.css";

/** The day: meetings, proposals to triage, and what is due. */
export function DayList({ entries }: { entries: readonly DayEntry[] }) {
  const zone = useMyZone() ?? "UTC";
  const isTimed = entries.some(({ at }) => at !== null);
  return (
    <Section title="Today">
      {entries.length === 0 ? <p className={textStyles.muted}>No meetings, and nothing of yours is due.</p> : null}
      <ol className={styles.day} data-timed={isTimed || undefined}>
        {entries.map(({ title, href, note, at, over }) => (
          <li key={`${href} ${title}`} data-over={over || undefined}>
            {isTimed && at === null ? <span /> : null}
            {at === null ? null : <time dateTime={at}>{clockIn(Date.parse(at), zone).time.slice(0, 5)}</time>}
            <span className={styles.dot} aria-hidden="true" />
            <span>
              <NextLink className={textStyles.link} href={href}>
                {title}
              </NextLink>
              {over ? <span className={textStyles.visuallyHidden}> (over)</span> : null}
              {note ? <span className={styles.note}>{note}</span> : null}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
