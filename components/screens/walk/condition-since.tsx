"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { useDayOf } from "#components/people/me/use-today.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ActionItemRow } from "#lib/contract/action-item.ts";
import type { CanonicalFactorRow } from "#lib/contract/canonical-factor.ts";
import { Part } from "./standing-answer.tsx";

interface ConditionSinceProps {
  item: ActionItemRow;
  today: LocalDate;
}

/** Whether the condition that the action addresses was in an incident again, and what else addresses it. */
export function ConditionSince({ item, today }: ConditionSinceProps) {
  const incidentKey = item.incident?.key;
  const { data } = useInfiniteQuery({
    ...reads.canonicalFactor.list(incidentKey ? { incidentKey } : {}),
    enabled: incidentKey !== undefined,
  });
  const dayOf = useDayOf();
  const words = data?.pages
    .flatMap(({ items }) => items)
    .flatMap((condition) => sinceWords(condition, item, (instant) => wordsOfDate(dayOf(instant), today)) ?? []);
  if (!words || words.length === 0) return null;
  return <Part title="The same condition since">{words.join("\n")}</Part>;
}

type Known = Pick<CanonicalFactorRow, "name" | "lastAt"> & { fixes: readonly { key: string }[] };

/** "“Old flags”: none. 2 other actions address it." Null if the action doesn't address the condition. */
export function sinceWords(
  { name, lastAt, fixes }: Known,
  { key, createdAt }: Pick<ActionItemRow, "key" | "createdAt">,
  day: (instant: string) => string,
): string | null {
  const others = fixes.filter((fix) => fix.key !== key).length;
  if (others === fixes.length) return null;
  const again = lastAt !== null && Date.parse(lastAt) > Date.parse(createdAt);
  const addressed =
    others === 0
      ? "No other action addresses it."
      : `${countWords(others, "other action")} ${others === 1 ? "addresses" : "address"} it.`;
  return `“${name}”: ${again ? `again, last on ${day(lastAt)}` : "no incident"}. ${addressed}`;
}
