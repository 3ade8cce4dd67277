"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { reads } from "#components/base/api/client.ts";
import { NotRead } from "#components/base/api/not-read.tsx";
import { useToday } from "#components/people/me/use-today.ts";
import { Moment } from "#components/ui/labels/moment.tsx";
import { Status } from "#components/ui/labels/status.tsx";
import { Section } from "#components/ui/page/section.tsx";
import { SkeletonText } from "#components/ui/page/skeleton.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { wordsOfDate } from "#lib/base/time/local-date.ts";
import { decisionWords } from "#lib/base/vocabulary/strategic-change.ts";
import type { DecidedRow, IntakeRow } from "#lib/contract/roadmap.ts";
import { decidedBy } from "#lib/follow/strategic-change/decision-words.ts";
import { decisionKind } from "../options.tsx";
import styles from "./intake.module.css";
import { IntakeEntry } from "./intake-entry.tsx";

/** Proposals for the weekly triage, and what was decided lately. */
export function Intake() {
  const intake = useQuery(reads.roadmap.intake());
  const today = useToday();
  const [open, setOpen] = useState<readonly OpenEntry[]>([]);
  if (intake.isPending) return <SkeletonText lines={6} label="Loading the intake" />;
  if (intake.isError) return <NotRead what="the intake" error={intake.error} onRetry={() => void intake.refetch()} />;
  const { waiting, more, decided } = intake.data;
  const entries = withOpen(waiting, open);
  return (
    <div className={styles.proposals}>
      <Section
        title="Intake"
        count={waiting.length === 0 ? undefined : `${more ? "More than 100" : waiting.length} to triage`}
      >
        {entries.length === 0 ? (
          <p className={textStyles.muted}>
            No proposals to decide on. New proposals, and deferred or declined changes on their day, appear here.
          </p>
        ) : null}
        <ul>
          {entries.map((row, at) => (
            <IntakeEntry
              key={row.key}
              row={row}
              isDecided={!waiting.some(({ key }) => key === row.key)}
              onOpen={(isOpen) =>
                setOpen((all) => [...all.filter((one) => one.row.key !== row.key), ...(isOpen ? [{ row, at }] : [])])
              }
            />
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

/** A proposal whose form is open, and its place in the list. */
interface OpenEntry {
  row: IntakeRow;
  at: number;
}

/** Returns the proposals with those that someone else decided while their form is open: what was typed there stays. */
const withOpen = (waiting: readonly IntakeRow[], open: readonly OpenEntry[]): readonly IntakeRow[] =>
  open.reduce<readonly IntakeRow[]>(
    (all, { row, at }) => (all.some(({ key }) => key === row.key) ? all : all.toSpliced(at, 0, row)),
    waiting,
  );

function Decided({ decision, today }: { decision: DecidedRow; today: string }) {
  const { from, to, kind, reason, until, riskBy, by, at, change } = decision;
  const day = until ? ` ${kind === "assessed" ? "by" : "until"} ${wordsOfDate(until, today)}` : "";
  return (
    <li>
      <Moment at={at} />
      <div>
        <Status kind={decisionKind({ kind, to })}>
          {decisionWords({ kind, from, to })}
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
