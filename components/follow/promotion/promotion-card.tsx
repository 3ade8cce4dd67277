"use client";

import NextLink from "next/link";
import { ImpactLine } from "#components/incidents/incident/impact-line.tsx";
import { cx } from "#components/ui/cx.ts";
import { type Prop, PropsList } from "#components/ui/lists/props-list.tsx";
import { Rows } from "#components/ui/lists/rows.tsx";
import { Therefore } from "#components/ui/marks/therefore.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import type { Promotion } from "#lib/contract/promotion.ts";
import { fixBeforeWords } from "#lib/follow/canonical-factor/condition.ts";
import { quarterWords } from "#lib/follow/strategic-change/quarter.ts";
import { FixRow } from "../canonical-factor/record/condition-fixes.tsx";
import { PromotionAnswer } from "./promotion-answer.tsx";
import styles from "./promotion-card.module.css";

interface PromotionCardProps {
  promotion: Promotion;
  mayAnswer: boolean;
}

/** A condition that should become a strategic change: the reasons, with its incidents and fixes. */
export function PromotionCard({ promotion, mayAnswer }: PromotionCardProps) {
  const { condition, reasons, since, incidents, fixes, minutesInYear } = promotion;
  const headingId = `proposal-${condition.id}`;
  return (
    <article className={styles.card} aria-labelledby={headingId}>
      <div className={styles.columns}>
        <div>
          <h2 id={headingId}>
            <NextLink className={cx(textStyles.link, textStyles.breaksAnywhere)} href={`/factors/${condition.id}`}>
              {condition.name}
            </NextLink>
          </h2>
          {since.length > 0 ? (
            <p className={textStyles.muted}>
              Proposed again. New since it was set aside: {listWords(since.map(newWords))}.
            </p>
          ) : null}
          <ul className={styles.reasons}>
            {reasons.map((reason) => (
              <li key={reason.rule === "budget" ? `${reason.serviceId} ${reason.quarter}` : reason.rule}>
                <Therefore />
                <Reason reason={reason} />
              </li>
            ))}
          </ul>
          <SectionHead title="Incidents" level={3} count={seenWords(incidents.length, minutesInYear)} />
          <Incidents incidents={incidents} fixes={fixes} />
          {fixes.length > 0 ? (
            <div className={styles.fixes}>
              <SectionHead title="Fixes" level={3} count={fixWords(fixes)} />
              <Rows>
                {fixes.map((fix) => (
                  <FixRow key={fix.key} fix={fix} hasRecurred={hasRecurred(fix.verifiedAt, incidents)} />
                ))}
              </Rows>
            </div>
          ) : null}
        </div>
        <div className={styles.side}>
          <PropsList items={factsOf(promotion)} />
          {mayAnswer ? <PromotionAnswer promotion={promotion} /> : null}
        </div>
      </div>
    </article>
  );
}

/** Returns facts about a change: the minutes at stake, how severe its incidents were, and whose services they hit. */
function factsOf({ incidents, minutesInYear, teams }: Promotion): Prop[] {
  const worst = incidents.filter(({ severity }) => severity === 1).length;
  return [
    {
      term: "At stake",
      value:
        minutesInYear === null
          ? "Unknown. No impact is recorded."
          : `${countWords(Math.round(minutesInYear), "weighted minute")} a year`,
    },
    { term: "Score", value: "None yet. The effort isn't estimated." },
    ...(worst > 0
      ? [{ term: "Severity", value: `${worstWords(worst)}. Treat it as high priority, whatever its score.` }]
      : []),
    { term: "Teams", value: teams.length === 0 ? <span className={textStyles.muted}>No team</span> : listWords(teams) },
  ];
}

const worstWords = (count: number) => (count === 1 ? "One was SEV1" : `${count} were SEV1`);

function Reason({ reason }: { reason: Promotion["reasons"][number] }) {
  switch (reason.rule) {
    case "recurrence":
      return (
        <>
          <span>
            It was a factor in{" "}
            <b>
              {countWords(reason.incidentKeys.length, "incident")} within {countWords(Math.max(reason.days, 1), "day")}
            </b>
            : {listWords(reason.incidentKeys)}.
          </span>
          <span className={cx(textStyles.muted, textStyles.unbroken)}>
            Rule: {reason.incidentKeys.length} in {countWords(reason.limit, "day")}
          </span>
        </>
      );
    case "budget":
      return (
        <>
          <span>
            Its incidents used{" "}
            <b>
              {reason.percent}% of the error budget of {reason.service}
            </b>{" "}
            in {quarterWords(reason.quarter)}: {countWords(Math.round(reason.minutes), "minute")}.
          </span>
          <span className={cx(textStyles.muted, textStyles.unbroken)}>Rule: over {reason.limit}%</span>
        </>
      );
    case "fixes":
      return (
        <>
          <span>
            <b>{countWords(reason.count, "small fix", "small fixes")}</b> address it. {reason.verified} of them{" "}
            {reason.verified === 1 ? "is" : "are"} verified.
          </span>
          <span className={cx(textStyles.muted, textStyles.unbroken)}>Rule: {reason.limit} or more</span>
        </>
      );
  }
}

/** Each says which fix it came after. */
function Incidents({ incidents, fixes }: Pick<Promotion, "incidents" | "fixes">) {
  if (incidents.length === 0) return <p className={textStyles.muted}>None in the last 12 months.</p>;
  return (
    <Rows>
      {incidents.map((incident) => (
        <ImpactLine key={incident.key} incident={incident} note={fixBeforeWords(incident, fixes)} />
      ))}
    </Rows>
  );
}

const RULE_MARKS: Readonly<Record<string, string>> = {
  recurrence: "incidents close together",
  fixes: "more small fixes",
};

function newWords(mark: string): string {
  if (mark.startsWith("budget")) return "the budget of a service";
  if (mark.endsWith(" failed")) return `the condition recurred after ${mark.replace(" failed", "")} was verified`;
  return RULE_MARKS[mark] ?? mark;
}

function seenWords(count: number, minutes: number | null): string {
  const seen = `${count} in 12 months`;
  return minutes === null ? seen : `${seen}, ${countWords(Math.round(minutes), "weighted minute")}`;
}

const fixWords = (fixes: Promotion["fixes"]) =>
  `${fixes.length}, of which ${fixes.filter(({ status }) => status === "verified").length} verified`;

const hasRecurred = (verifiedAt: string | null, incidents: Promotion["incidents"]) =>
  verifiedAt !== null && incidents.some(({ startedAt }) => startedAt > verifiedAt);
