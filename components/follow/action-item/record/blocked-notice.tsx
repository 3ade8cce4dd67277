"use client";

import NextLink from "next/link";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords } from "#lib/base/text/sentence.ts";
import { daysBetween, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { pausesReminders } from "#lib/follow/action-item/blocked.ts";
import { UNBLOCKED } from "../edit/change.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { LinkedText } from "../linked-text.tsx";
import { PutAside } from "./put-aside.tsx";

/** Why an action is blocked, until when, and by whom or what. */
export function BlockedNotice({ item, level }: { item: ActionItem; level: 2 | 3 }) {
  const today = useToday();
  const { block, change } = useEditLayer();
  const { blockedReason, blockedUntil, blockedBy } = item;
  if (blockedReason === null) return null;
  const day = blockedUntil === null ? null : wordsOfDate(blockedUntil, today);
  const days = blockedUntil === null ? null : daysBetween(today, blockedUntil);
  const isPaused = pausesReminders(item, today);
  return (
    <PutAside
      kind="blocked"
      level={level}
      tone={isPaused ? "quiet" : "warm"}
      title={day === null ? "Blocked" : `Blocked until ${day}`}
      note={days === null ? undefined : days > 0 ? `${countWords(days, "day")} left` : "date reached"}
      reason={<LinkedText text={blockedReason} />}
      facts={[
        ...(blockedBy ? [{ term: "Blocked by", value: <By by={blockedBy} /> }] : []),
        {
          term: "Reminders",
          value: isPaused ? `Paused until ${day}` : `Not paused, ${day === null ? "no date set" : "date reached"}`,
        },
      ]}
    >
      {item.abilities.work ? (
        <>
          <Button onClick={() => change([item], { kind: "blocked", ...UNBLOCKED })}>Unblock</Button>
          <Button kind="ghost" onClick={() => block([item])}>
            Edit
          </Button>
        </>
      ) : null}
    </PutAside>
  );
}

function By({ by }: { by: NonNullable<ActionItem["blockedBy"]> }) {
  if (by.kind === "action")
    return (
      <NextLink className={textStyles.link} href={`/actions/${by.id}`}>
        <span className={textStyles.figure}>{by.id}</span> {by.name}
      </NextLink>
    );
  return by.kind === "team" ? `Team ${by.name}` : by.name;
}
