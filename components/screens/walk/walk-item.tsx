"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { RungsSection } from "#components/across/ladder/rungs-section.tsx";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { PromotionCard } from "#components/follow/promotion/promotion-card.tsx";
import { healthKind } from "#components/follow/strategic-change/options.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, wordsOfDate } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import { CHANGE_HEALTH_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { firstDateWords } from "#lib/follow/action-item/due-words.ts";
import type { Subject } from "./subject.ts";
import { lastWordOf } from "./time-left.ts";
import styles from "./walk.module.css";

/** The item that is talked about, with what is needed to decide. */
export function WalkItem({ subject, today }: { subject: Subject; today: string }) {
  switch (subject.kind) {
    case "action":
      return <WalkAction item={subject.row} today={today} />;
    case "change":
      return <WalkChange change={subject.change} />;
    case "condition":
      return <PromotionCard promotion={subject.promotion} mayAnswer={false} />;
  }
}

/** The newest comment on the item, so no one has to open it to know what was said last. */
function LastWord({ recordKey }: { recordKey: string }) {
  const { data } = useQuery(reads.comment.of(recordKey));
  const last = data ? lastWordOf(data.items) : null;
  if (!last) return null;
  return (
    <section>
      <h3 className={textStyles.emphasis}>Last comment</h3>
      <p className={styles.text}>{last.body}</p>
      <p className={textStyles.note}>
        {last.author ? `${last.author.name}, ` : ""}
        <Moment at={last.createdAt} />
      </p>
    </section>
  );
}

/** A strategic change in doubt: its health, since when, and the last update. */
function WalkChange({ change }: { change: Extract<Subject, { kind: "change" }>["change"] }) {
  const { key, title, health, healthAt, stale, owner } = change;
  const { data, error, refetch } = useQuery(reads.strategicChange.get(key));
  const update = data?.updates[0];
  const parts = [
    { term: "Progress", text: update?.body },
    { term: "Problems", text: update?.problems },
    { term: "Help wanted", text: update?.help },
  ];
  return (
    <>
      <p className={textStyles.caption}>
        <NextLink className={textStyles.link} href={`/strategy/${key}`}>
          {key}
        </NextLink>
      </p>
      <h2 className={styles.heading}>{title}</h2>
      <p className={styles.facts}>
        {health ? <Status kind={healthKind(health)}>{CHANGE_HEALTH_WORDS[health]}</Status> : null}
        <span>{owner?.name ?? "No owner"}</span>
        <span>
          {healthAt ? "Last update " : "No update yet"}
          {healthAt ? <Moment at={healthAt} /> : null}
        </span>
        {stale ? <span className={textStyles.attention}>Stale</span> : null}
      </p>
      {error ? <NotRead what="the strategic change" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonText lines={3} label="Loading the strategic change" /> : null}
      {parts.map(({ term, text }) =>
        text ? (
          <section key={term}>
            <h3 className={textStyles.emphasis}>{term}</h3>
            <p className={styles.text}>{text}</p>
          </section>
        ) : null,
      )}
      <LastWord recordKey={key} />
    </>
  );
}

/** The action that is discussed: its promise, its lateness, and who was notified. */
function WalkAction({ item, today }: { item: ActionItemRow; today: string }) {
  const { data, error, refetch } = useQuery(reads.actionItem.get(item.key));
  const { dueDate, dueMoves, owner, team, priority, status } = data ?? item;
  const first = firstDateWords(data ?? item);
  return (
    <>
      <p className={textStyles.caption}>
        <NextLink className={textStyles.link} href={`/actions/${item.key}`}>
          {item.key}
        </NextLink>{" "}
        {item.incident ? `${item.incident.key}, ${item.incident.title}` : ""}
      </p>
      <h2 className={styles.heading}>{item.title}</h2>
      <p className={styles.facts}>
        <span>{priority}</span>
        <span>
          {owner?.name ?? "No owner"}
          {team ? `, ${team.name}` : ""}
        </span>
        {dueDate ? <Late daysLate={daysBetween(dueDate, today)} /> : null}
        {dueDate ? (
          <span>
            due {wordsOfDate(dueDate, today)}, {first ? `${first}, ` : ""}
            {dueMoves === 0 ? "never moved" : `moved ${countWords(dueMoves, "time")}`}
          </span>
        ) : null}
        <span>{ACTION_STATUS_WORDS[status]}</span>
      </p>
      {error ? <NotRead what="the action" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonText lines={3} label="Loading the action" /> : null}
      {data?.description ? <p className={styles.text}>{data.description}</p> : null}
      {data?.doneWhen ? (
        <section>
          <h3 className={textStyles.emphasis}>Done when</h3>
          <p className={styles.text}>{data.doneWhen}</p>
        </section>
      ) : null}
      <LastWord recordKey={item.key} />
      <RungsSection actionKey={item.key} />
    </>
  );
}
