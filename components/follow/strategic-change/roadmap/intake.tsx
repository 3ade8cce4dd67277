"use client";

import { useQuery } from "@tanstack/react-query";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useToday } from "#components/people/me/use-today.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { CHANGE_STATUS_WORDS, DECISION_KIND_WORDS } from "#lib/base/vocabulary/strategic-change.ts";
import type { DecidedRow } from "#lib/contract/roadmap.ts";
import { decidedBy } from "#lib/follow/strategic-change/decision-words.ts";
import { decisionKind } from "../options.tsx";
import styles from "./intake.module.css";
import { IntakeEntry } from "./intake-entry.tsx";

/** Proposals for the weekly triage, and what was decided lately. */
export function Intake() {
  const intake = useQuery(reads.roadmap.intake());
  const today = useToday();
  if (intake.isPending) return <SkeletonText lines={6} label="Loading the intake" />;
  if (intake.isError) return <NotRead what="the intake" error={intake.error} onRetry={() => void intake.refetch()} />;
  const { waiting, more, decided } = intake.data;
  return (
    <div className={styles.proposals}>
      <Section
        title="Intake"
        count={waiting.length === 0 ? undefined : `${more ? "More than 100" : waiting.length} to triage`}
      >
        {waiting.length === 0 ? (
          <p className={textStyles.muted}>
            No proposals to decide on. New proposals, and deferred or declined changes on their day, appear here.
          </p>
        ) : null}
        <ul>
          {waiting.map((row) => (
            <IntakeEntry key={row.key} row={row} />
          ))}
        </ul>
      </Section>
      <Section title="Decided" count="last two weeks">
        {decided.length === 0 ? <p className={textStyles.muted}>No decisions in the last two weeks.</p> : null}
        <ol className={styles.decided}>
          {decided.map((one) => (
            <Decided key={one.id} decision={one} today={today} />
          ))}
        </ol>
      </Section>
    </div>
  );
}

function Decided({ decision, today }: { decision: DecidedRow; today: string }) {
  const { to, kind, reason, until, riskBy, by, at, change } = decision;
  const day = until ? ` ${kind === "assessed" ? "by" : "until"} ${wordsOfDate(until, today)}` : "";
  return (
    <li>
      <Moment at={at} />
      <div>
        <Status kind={decisionKind({ kind, to })}>
          {kind === "status" ? CHANGE_STATUS_WORDS[to] : DECISION_KIND_WORDS[kind]}
          {day}
        </Status>
        <p>
          <a className={textStyles.link} href={`/strategy/${change.key}`}>
            {change.key} {change.title}
          </a>
        </p>
        {reason ? <q className={styles.reason}>{reason}</q> : null}
        <p className={textStyles.note}>{decidedBy({ by, to, kind, riskBy })}</p>
      </div>
    </li>
  );
}
