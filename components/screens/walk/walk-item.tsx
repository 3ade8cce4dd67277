"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { RungsSection } from "#components/across/ladder/rungs-section.tsx";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { levelOf, statusOf } from "#components/follow/action-item/options.tsx";
import { PromotionCard } from "#components/follow/promotion/promotion-card.tsx";
import { healthKind } from "#components/follow/strategic-change/options.tsx";
import { cx } from "#components/ui/cx.ts";
import { Who } from "#components/ui/labels/avatar.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Priority } from "#components/ui/labels/priority.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { OverrunBar } from "#components/ui/marks/overrun-bar.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import { CHANGE_HEALTH_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import { firstDateWords } from "#lib/follow/action-item/due-words.ts";
import { ConditionSince } from "./condition-since.tsx";
import { Part, type Standing, StandingAnswer } from "./standing-answer.tsx";
import type { Subject } from "./subject.ts";
import { lastWordOf } from "./time-left.ts";
import styles from "./walk.module.css";

interface Known {
  /** The last answer of earlier meetings about the item. */
  standing: Standing | undefined;
  today: LocalDate;
}

/** The item that is talked about, with what is needed to decide. */
export function WalkItem({ subject, ...rest }: { subject: Subject } & Known) {
  switch (subject.kind) {
    case "action":
      return <WalkAction item={subject.row} {...rest} />;
    case "change":
      return <WalkChange change={subject.change} {...rest} />;
    case "condition":
      return (
        <>
          <PromotionCard promotion={subject.promotion} mayAnswer={false} />
          <StandingAnswer {...rest} />
        </>
      );
  }
}

/** The newest comment on the item, so no one has to open it to know what was said last. */
function LastWord({ recordKey }: { recordKey: string }) {
  const { data } = useQuery(reads.comment.of(recordKey));
  const last = data ? lastWordOf(data.items) : null;
  if (!last) return null;
  return (
    <Part title="Last comment">
      {last.body}
      <span className={cx(textStyles.note, styles.source)}>
        {last.author ? `${last.author.name}, ` : ""}
        <Moment at={last.createdAt} />
      </span>
    </Part>
  );
}

/** A strategic change in doubt: its health, since when, and the last update. */
function WalkChange({ change, standing, today }: { change: Extract<Subject, { kind: "change" }>["change"] } & Known) {
  const { key, title, health, healthAt, stale, owner } = change;
  const { data, error, refetch } = useQuery(reads.strategicChange.get(key));
  const update = data?.updates[0];
  const parts = [
    { term: "Progress", text: update?.body },
    { term: "Problems", text: update?.problems },
    { term: "Help needed", text: update?.help },
  ];
  return (
    <>
      <p className={textStyles.caption}>
        <NextLink className={textStyles.link} href={`/strategy/${key}`}>
          {key}
        </NextLink>
      </p>
      <h2 className={cx(textStyles.prose, styles.heading)}>{title}</h2>
      <div className={styles.facts}>
        {health ? <Status kind={healthKind(health)}>{CHANGE_HEALTH_WORDS[health]}</Status> : null}
        <Who name={owner?.name ?? null} />
        <span>
          {healthAt ? "Last update " : "No update yet"}
          {healthAt ? <Moment at={healthAt} /> : null}
        </span>
        {stale ? <span className={textStyles.attention}>Stale</span> : null}
      </div>
      {error ? <NotRead what="the strategic change" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonText lines={3} label="Loading the strategic change" /> : null}
      <div className={styles.parts}>
        {parts.map(({ term, text }) =>
          text ? (
            <Part key={term} title={term}>
              {text}
            </Part>
          ) : null,
        )}
        <LastWord recordKey={key} />
        <StandingAnswer standing={standing} today={today} />
      </div>
    </>
  );
}

/** The action that is discussed: its promise, its lateness, and who was notified. */
function WalkAction({ item, standing, today }: { item: ActionItemRow } & Known) {
  const { data, error, refetch } = useQuery(reads.actionItem.get(item.key));
  const { dueDate, dueMoves, owner, team, priority } = data ?? item;
  const { kind, words } = statusOf(data ?? item);
  const first = firstDateWords(data ?? item);
  return (
    <>
      <p className={textStyles.caption}>
        <NextLink className={textStyles.link} href={`/actions/${item.key}`}>
          {item.key}
        </NextLink>{" "}
        {item.incident ? `${item.incident.key}, ${item.incident.title}` : ""}
      </p>
      <h2 className={cx(textStyles.prose, styles.heading)}>{item.title}</h2>
      <div className={styles.facts}>
        <Priority level={levelOf(priority)} withLabel />
        <span className={styles.owner}>
          <Who name={owner?.name ?? null} />
          {team ? `, ${team.name}` : ""}
        </span>
        {dueDate ? (
          <>
            <span className={styles.late}>
              <OverrunBar daysLate={daysBetween(dueDate, today)} />
              <Late daysLate={daysBetween(dueDate, today)} />
            </span>
            <span>
              due {wordsOfDate(dueDate, today)}, {first ? `${first}, ` : ""}
              {dueMoves === 0 ? "never moved" : `moved ${countWords(dueMoves, "time")}`}
            </span>
          </>
        ) : null}
        <Status kind={kind}>{words}</Status>
      </div>
      {error ? <NotRead what="the action" error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <SkeletonText lines={3} label="Loading the action" /> : null}
      {data?.description ? <p className={cx(textStyles.prose, styles.lead)}>{data.description}</p> : null}
      <div className={styles.parts}>
        {data?.doneWhen ? <Part title="Done when">{data.doneWhen}</Part> : null}
        <LastWord recordKey={item.key} />
        <ConditionSince item={item} today={today} />
        <StandingAnswer standing={standing} today={today} />
      </div>
      <RungsSection actionKey={item.key} status={item.status} dueDate={item.dueDate} />
    </>
  );
}
