"use client";

import { useQuery } from "@tanstack/react-query";
import NextLink from "next/link";
import { RungsSection } from "#components/across/ladder/rungs-section.tsx";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { Late } from "#components/ui/labels/late.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, wordsOfDate } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import styles from "./walk.module.css";

/** The action that is talked about: what it promises, how late it is, and who was told. */
export function WalkItem({ item, today }: { item: ActionItemRow; today: string }) {
  const { data, error, refetch } = useQuery(reads.actionItem.get(item.key));
  const { dueDate, dueMoves, owner, team, priority, status } = data ?? item;
  return (
    <>
      <p className="small second">
        <NextLink className="link" href={`/actions/${item.key}`}>
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
            due {wordsOfDate(dueDate, today)},{" "}
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
          <h3 className="medium">Done when</h3>
          <p className={styles.text}>{data.doneWhen}</p>
        </section>
      ) : null}
      <RungsSection actionKey={item.key} />
    </>
  );
}
