"use client";

import { useState } from "react";
import { PutAside } from "#components/follow/action-item/record/put-aside.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { effectAskedOf } from "#lib/follow/strategic-change/effect.ts";
import { EffectLaterDialog } from "../edit/effect-later-dialog.tsx";
import { useChangeSteps } from "./use-change-steps.tsx";

/** Asks for the effect of a delivered change: whom, from which day, and until it's recorded. */
export function EffectQuestion({ change, level }: { change: StrategicChange; level: 2 | 3 }) {
  const today = useToday();
  const myId = useMe()?.id ?? null;
  const { steps, take, isBusy, dialog } = useChangeSteps(change);
  const [isLater, setLater] = useState(false);
  const { effectDueOn: dueOn, owner, measure } = change;
  const isAsked = change.status === "delivered" && dueOn !== null;
  const isDue = isAsked && dueOn <= today;
  const person = effectAskedOf(change);
  const record = steps.find(({ to, refused }) => to === "effect_checked" && refused === null);
  return (
    <>
      {isAsked ? (
        <PutAside
          kind="effect"
          level={level}
          tone={isDue ? (person?.id === myId ? "yours" : "warm") : "quiet"}
          title="Did it have the expected effect?"
          note={`${isDue ? "asked on" : "asked from"} ${wordsOfDate(dueOn, today)}`}
          reason={
            measure
              ? `Compare “${measure.metric}” with its target, and the incidents before and after.`
              : "Compare the incidents before and after with the expected effect."
          }
          facts={[
            {
              term: "Asked",
              value: person?.name ?? "no one. Choose a person under “Effect by”",
            },
            ...(owner ? [{ term: "Never", value: `${owner.name}, who owns the change` }] : []),
          ]}
        >
          {record ? (
            <>
              <Button busy={isBusy} onClick={() => take(record)}>
                {record.verb}
              </Button>
              <Button onClick={() => setLater(true)}>Too early, ask again</Button>
            </>
          ) : null}
        </PutAside>
      ) : null}
      {/* Outside of the question, which can leave while someone types. */}
      {dialog}
      {isLater ? <EffectLaterDialog change={change} onClose={() => setLater(false)} /> : null}
    </>
  );
}
