"use client";

import { useState } from "react";
import { PutAside } from "#components/follow/action-item/record/put-aside.tsx";
import { useMe } from "#components/people/me/use-me.ts";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { Button } from "#components/ui/button.tsx";
import { listWords } from "#lib/base/text/sentence.ts";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import type { StrategicChange } from "#lib/contract/strategic-change.ts";
import { type SponsorAsked, sponsorAsked } from "#lib/follow/strategic-change/health.ts";
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
  const { sponsor, updates } = change;
  const [last] = updates;
  const asked = sponsorAsked(change);
  const decisions = steps.filter(({ to, refused }) => to !== "delivered" && refused === null);
  const isMine = sponsor !== null && sponsor.id === meId;
  return (
    <>
      {asked ? (
        <PutAside
          kind="sponsor"
          level={level}
          tone={isMine ? "yours" : "warm"}
          title={titleOf(sponsor, isMine)}
          note={`since ${wordsOfDate(dayOf(asked.at), today)}`}
          reason={last?.help || (last ? "The last update doesn't name the help needed." : null)}
          facts={[{ term: "Asked by", value: ruleOf(change, asked) }]}
        >
          {decisions.length > 0
            ? decisions.map((step) => (
                <Button key={step.to} busy={isBusy} onClick={() => take(step)}>
                  {step.verb}
                </Button>
              ))
            : null}
          {change.abilities.decide ? <Button onClick={() => setNarrowing(true)}>Reduce the scope</Button> : null}
        </PutAside>
      ) : null}
      {/* Outside of the notice, which can leave while someone types the reason. */}
      {dialog}
      {isNarrowing ? <ScopeDialog change={change} first="narrowed" onClose={() => setNarrowing(false)} /> : null}
    </>
  );
}

/** Returns the rule by which the sponsor is asked, with the milestones that slipped. */
function ruleOf({ updates, milestones, health }: StrategicChange, { by }: SponsorAsked): string {
  if (by === "update")
    return updates[0]?.health === "off_track" ? "the rule: 1 update off track" : "the rule: 2 updates in a row at risk";
  const slipped = milestones.filter((one) => one.blocks && one.health === health).map(({ title }) => `“${title}”`);
  return `a milestone that slipped since the last update: ${listWords(slipped)}`;
}

function titleOf(sponsor: StrategicChange["sponsor"], isMine: boolean): string {
  if (isMine) return "Your decision is needed";
  return sponsor ? `Decision needed from ${sponsor.name}` : "A decision is needed, and no sponsor is named";
}
