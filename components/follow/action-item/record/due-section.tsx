"use client";

import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Section } from "#components/ui/page/section.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { DUE_BASIS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { isOpenOn } from "#lib/follow/action-item/lateness.ts";
import { DueLine } from "./due-line.tsx";
import styles from "./due-section.module.css";

/** The due date as a line, with each move and why. */
export function DueSection({ item, level }: { item: ActionItem; level: 2 | 3 }) {
  const today = useToday();
  const dayOf = useDayOf();
  const { dueDate: due, verifiedAt, history, key } = item;
  const moves = history.filter((entry) => entry.kind === "due" && entry.of === null);
  const former = moves.flatMap(({ from }) => from ?? []);
  if ((due === null && former.length === 0) || item.status === "declined") return null;
  const day = (date: string | null) => (date === null ? "no date" : wordsOfDate(date, today));
  return (
    <Section title="Due date" level={level} count={wordsOfMoves(moves.length)}>
      <DueLine
        {...{ former, due, today }}
        verifiedOn={verifiedAt ? dayOf(verifiedAt) : null}
        isPaused={item.status === "waived" && !isOpenOn(item, today)}
      />
      {moves.length > 0 ? (
        <ol className={styles.moves}>
          {moves.map(({ at, from, to, by, reason }) => (
            <li key={`${key} ${at} ${to}`}>
              <Moment at={at} />
              <div>
                Moved from {day(from)} to {day(to)}
                {by ? `, ${by}` : ""}
                {reason ? <p className={textStyles.written}>{reason}</p> : null}
              </div>
            </li>
          ))}
        </ol>
      ) : null}
      {item.dueBasis === "person" ? null : <p className={textStyles.note}>{DUE_BASIS_WORDS[item.dueBasis]}</p>}
    </Section>
  );
}

const wordsOfMoves = (moves: number) => (moves === 0 ? undefined : moves === 1 ? "moved once" : `moved ${moves} times`);
