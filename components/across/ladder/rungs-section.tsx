"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import type { ReactNode } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useMyZone } from "#components/people/me/use-my-zone.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { listWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { ActionStatus } from "#lib/base/vocabulary/action-item.ts";
import { LADDER_RUNG_WHO, type RungWay, rungListed } from "#lib/base/vocabulary/ladder.ts";
import type { ActionRung, ActionRungs } from "#lib/contract/ladder.ts";
import styles from "./rungs-section.module.css";

const WAY_WORDS: Record<RungWay, string> = { mail: "inbox, mail at once", digest: "with the digest" };

/** Returns who was notified at a rung, or why no one was. */
function rungWords({ rung, outcome, to, told, thirdMove, byPolicy }: ActionRung): string {
  const who = LADDER_RUNG_WHO[rung];
  const part = `${rungListed(rung)}${byPolicy ? ", named by the policy" : ""}`;
  const names = listWords(told.map(({ name }) => name));
  const moved = thirdMove ? ", because the date moved again" : "";
  switch (outcome) {
    case "told":
      return `${names}, ${part}${moved}`;
    case "already_told":
      return `${to?.name ?? "Someone"}, ${part}, already notified`;
    case "missing":
      return `No one to notify: ${part}`;
    case "may_not_read":
      return `The ${who} can't read this action. ${names ? `Notified instead: ${names}` : "No one was notified"}`;
    case "before_start":
      return `Not sent to the ${who}: reminders started after that day`;
  }
}

const NO_ONE: Partial<Record<ActionStatus, string>> = {
  ...{ verified: "No one", declined: "No one", waived: "No one. Reminders wait until the waiver ends." },
};

interface RungsSectionProps {
  actionKey: string;
  status: ActionStatus;
  dueDate: LocalDate | null;
}

/** Who was notified about the due date of an action, and who is next. */
export function RungsSection({ actionKey, status, dueDate }: RungsSectionProps) {
  const { data, error, refetch } = useQuery(reads.ladder.rungs(actionKey));
  const [today, zone] = [useToday(), useMyZone()];
  const dayWords = (at: string) => wordsOfDate(clockIn(at, zone ?? "UTC").day, today);
  // Reminders whose day was over from the start say the same, so they share a line.
  const past = data?.items.filter(({ outcome }) => outcome === "before_start") ?? [];
  const others = data?.items.filter(({ outcome }) => outcome !== "before_start") ?? [];
  const [first] = past;
  return (
    <Section title="Who was notified" level={2}>
      {error ? <NotRead what="who was notified" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonText lines={3} label="Loading who was notified" /> : null}
      {data && data.items.length === 0 && !data.next ? (
        <p className={textStyles.muted}>
          {NO_ONE[status] ?? "No one. Reminders start once the action is accepted and has a due date."}
        </p>
      ) : null}
      {data && (data.items.length > 0 || data.next) ? (
        <ol className={styles.rungs}>
          {first ? (
            <Rung kind="none" day={dayWords(first.at)}>
              {past.length === 1
                ? rungWords(first)
                : `${past.length} reminders not sent: their days were over before reminders started`}
            </Rung>
          ) : null}
          {others.map((rung) => (
            <Rung
              key={rung.id}
              kind={rung.told.length > 0 ? "told" : "none"}
              day={dayWords(rung.at)}
              note={rung.by ? WAY_WORDS[rung.by] : undefined}
            >
              {rungWords(rung)}
            </Rung>
          ))}
          {data.next ? (
            <Rung kind="next" day={wordsOfDate(data.next.day, today)} note="if still open">
              Next: {data.next.to ? `${data.next.to.name}, ` : ""}
              {nextWords(data.next, dueDate)}
              {data.next.to ? "" : " (no one assigned)"}
            </Rung>
          ) : null}
        </ol>
      ) : null}
      {data?.policy ? (
        <p className={textStyles.note}>
          Days set by the policy{" "}
          <NextLink className={textStyles.link} href="/settings/policies">
            {data.policy.name}
          </NextLink>
          , saved {dayWords(data.policy.at)}
        </p>
      ) : null}
    </Section>
  );
}

/** A reminder of the due date comes later if the action is blocked or waived on that day. */
function nextWords({ rung, day }: NonNullable<ActionRungs["next"]>, dueDate: LocalDate | null): string {
  const isPutOff = rung === "owner_due" && dueDate !== null && day > dueDate;
  return isPutOff ? `${LADDER_RUNG_WHO[rung]}, once reminders resume` : rungListed(rung);
}

type RungProps = { kind: "told" | "none" | "next"; day: string; note?: string | undefined; children: ReactNode };

function Rung({ kind, day, note, children }: RungProps) {
  return (
    <li data-kind={kind}>
      <i aria-hidden />
      <span className={cx(textStyles.caption, textStyles.figure)}>{day}</span>
      <span className={kind === "told" ? undefined : textStyles.secondary}>{children}</span>
      {note ? <span className={textStyles.note}>{note}</span> : null}
    </li>
  );
}
