"use client";

import { useToday } from "#components/people/me/use-today.ts";
import { TextLink } from "#components/ui/link.tsx";
import { MetricsStrip } from "#components/ui/lists/metrics-strip.tsx";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import { CHANGE_HEALTH_WORDS, CHANGE_STATUS_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { changesInOrder, comebacksOf, ratedHealth, stateOfFixes } from "#lib/follow/canonical-factor/condition.ts";

const YEAR_DAYS = 365;

/** The cost of a condition so far, the progress of its fixes, and whether it recurred after one. */
export function ConditionFigures({ condition }: { condition: CanonicalFactor }) {
  const today = useToday();
  const counted = condition.incidents.filter((incident) => incident.counted);
  const worst = counted.toSorted((one, other) => (other.minutes ?? 0) - (one.minutes ?? 0))[0];
  const { total, verified, late } = stateOfFixes(condition.fixes, today);
  const { incidents: back, unanswered } = comebacksOf(condition.incidents, condition.fixes);
  const isFixed = condition.fixes.some(({ verifiedAt }) => verifiedAt !== null);
  const [change, ...others] = changesInOrder(condition.changes);
  const health = change ? ratedHealth(change) : null;
  return (
    <MetricsStrip
      items={[
        {
          label: "Seen in",
          value: condition.incidentCount === 0 ? null : countWords(condition.incidentCount, "incident"),
          missing: "No incidents yet",
          note: counted.length > 1 ? `${within(counted, today) || "None"} in the last 12 months` : undefined,
        },
        {
          label: "Weighted minutes",
          value: condition.minutes === null ? null : Math.round(condition.minutes).toLocaleString("en"),
          note:
            counted.length > 1 && worst?.minutes
              ? `${Math.round(worst.minutes).toLocaleString("en")} of them in ${worst.key}`
              : undefined,
        },
        {
          label: "Fixes verified",
          value: total === 0 ? null : `${verified} of ${total}`,
          missing: "No fixes yet",
          note:
            late.length > 0 ? `${late.length} late, by ${listWords(late.map(({ days }) => `${days} d`))}` : undefined,
          warm: late.length > 0,
        },
        {
          label: "Recurred after a fix",
          value: isFixed ? String(back.length) : null,
          missing: "No fix verified yet",
          note: unanswered.length > 0 ? `Did ${listWords(unanswered)} work?` : undefined,
          warm: back.length > 0,
        },
        {
          label: "Strategic changes",
          value: change ? change.key : null,
          missing: "None",
          note: change ? (
            <TextLink href={`/strategy/${change.key}`}>
              {health ? CHANGE_HEALTH_WORDS[health] : CHANGE_STATUS_WORDS[change.status]}
              {others.length > 0 ? `, and ${others.length} more` : ""}
            </TextLink>
          ) : undefined,
          warm: health === "at_risk" || health === "off_track",
        },
      ]}
    />
  );
}

const within = (incidents: readonly { startedAt: string }[], today: string) =>
  incidents.filter(({ startedAt }) => Date.parse(today) - Date.parse(startedAt) < YEAR_DAYS * DAY_MS).length;
