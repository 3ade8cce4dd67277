"use client";

import { useMe } from "#components/people/me/use-me.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import { useEditLayer } from "../edit/edit-context.ts";
import { isOpen, stepsOf } from "../edit/steps.ts";
import { PutAside } from "./put-aside.tsx";

/** An old P3 that no one has changed: do it, decline it or convert it. */
export function WantedNotice({ item, level }: { item: ActionItem; level: 2 | 3 }) {
  const today = useToday();
  const dayOf = useDayOf();
  const { change, take } = useEditLayer();
  const meId = useMe()?.id;
  const { askedIfWantedAt, updatedAt, abilities } = item;
  if (askedIfWantedAt === null) return null;
  const decline = stepsOf(item, meId).find(({ to, refused }) => to === "declined" && refused === null);
  return (
    <PutAside
      kind="wanted"
      level={level}
      tone={abilities.work ? "yours" : "quiet"}
      title="Still wanted?"
      note={`asked on ${wordsOfDate(dayOf(askedIfWantedAt), today)}`}
      reason={`No one has changed this P3 since ${wordsOfDate(dayOf(updatedAt), today)}. Do it, decline it, or convert it to a strategic change.`}
      facts={[]}
    >
      {abilities.work ? (
        <Button onClick={() => change([item], { kind: "kept", withdrawn: false })}>Still wanted</Button>
      ) : null}
      {decline ? (
        <Button kind="ghost" onClick={() => take(decline, [item])}>
          Decline
        </Button>
      ) : null}
      {abilities.edit && isOpen(item) ? (
        <Button kind="ghost" onClick={() => change([item], { kind: "converted" })}>
          Convert
        </Button>
      ) : null}
    </PutAside>
  );
}
