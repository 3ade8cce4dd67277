"use client";

import { useState } from "react";
import { PutAside } from "#components/follow/action-item/record/put-aside.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { sponsorAskedAt } from "#lib/follow/strategic-change/health.ts";
import { ScopeDialog } from "../edit/scope-dialog.tsx";
import { useChangeSteps } from "./use-change-steps.tsx";

interface NoticeProps {
  change: StrategicChange;
  level: 2 | 3;
}

/** Asks the sponsor of a change in trouble for a decision: since when, by which rule, and what help is needed. */
export function SponsorNotice({ change, level }: NoticeProps) {
  const today = useToday();
  const dayOf = useDayOf();
  const meId = useMe()?.id;
  const { steps, take, isBusy, dialog } = useChangeSteps(change);
  const [isNarrowing, setNarrowing] = useState(false);
  const { sponsor, updates, status, statusAt } = change;
  const [last] = updates;
  const since = status === "in_progress" ? sponsorAskedAt(updates, statusAt) : null;
  const decisions = steps.filter(({ to, refused }) => to !== "delivered" && refused === null);
  const isMine = sponsor !== null && sponsor.id === meId;
  return (
    <>
      {since !== null && last ? (
        <PutAside
          kind="sponsor"
          level={level}
          tone={isMine ? "yours" : "warm"}
          title={titleOf(sponsor, isMine)}
          note={`since ${wordsOfDate(dayOf(since), today)}`}
          reason={last.help || "The last update doesn't name the help that is needed."}
          facts={[
            {
              term: "Asked by",
              value:
                last.health === "off_track" ? "the rule: 1 update off track" : "the rule: 2 updates in a row at risk",
            },
          ]}
        >
          {decisions.length > 0
            ? decisions.map((step) => (
                <Button key={step.to} busy={isBusy} onClick={() => take(step)}>
                  {step.verb}
                </Button>
              ))
            : null}
          {change.abilities.decide ? <Button onClick={() => setNarrowing(true)}>Narrow it</Button> : null}
        </PutAside>
      ) : null}
      {/* Outside of the notice, which can leave while someone types the reason. */}
      {dialog}
      {isNarrowing ? <ScopeDialog change={change} first="narrowed" onClose={() => setNarrowing(false)} /> : null}
    </>
  );
}

function titleOf(sponsor: StrategicChange["sponsor"], isMine: boolean): string {
  if (isMine) return "Your decision is needed";
  return sponsor ? `Decision needed from ${sponsor.name}` : "A decision is needed, and no sponsor is named";
}
