"use client";

import NextLink from "next/link";
import { useEffect, useState } from "react";
import { type AxisMark, AxisMarks } from "#components/ui/marks/axis-marks.tsx";
import { SectionHead } from "#components/ui/page/section-head.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { twoDigits } from "#lib/base/time/clock.ts";
import { HOUR_MS } from "#lib/base/time/spans.ts";
import { LaneRow } from "./lane-row.tsx";
import { percentAt } from "./lane-words.ts";
import styles from "./unassigned-lanes.module.css";
import type { useUnassigned } from "./use-unassigned.ts";

const STEP_HOURS = 6;

/** Hours divisible by six between two instants, in the reader's time zone, for the labels above the lanes. */
function axisHours(from: string, to: string): AxisMark[] {
  const marks: AxisMark[] = [];
  const end = Date.parse(to);
  for (let ms = Math.ceil(Date.parse(from) / HOUR_MS) * HOUR_MS; ms < end; ms += HOUR_MS) {
    const date = new Date(ms);
    if (date.getHours() % STEP_HOURS !== 0) continue;
    const percent = percentAt(date.toISOString(), from, to);
    if (percent < 3 || percent > 94) continue;
    const label = `${twoDigits(date.getHours())}:00`;
    marks.push({ label, percent, at: marks.length === 0 ? "start" : undefined });
  }
  return marks;
}

type UnassignedLanesProps = {
  unassigned: ReturnType<typeof useUnassigned>;
  /** Index of the lane where the keyboard is, or -1. */
  current: number;
  /** Link to all unassigned events, if they aren't on the page already. */
  linked?: boolean;
};

/**
 * Events from integrations without an incident: one lane per service, with one next step. Renders nothing without
 * events.
 */
export function UnassignedLanes({ unassigned, current, linked = true }: UnassignedLanesProps) {
  const { overview, attach } = unassigned;
  const [isMine, setMine] = useState(false);
  // Hours are shown in the reader's time zone, which the server doesn't know.
  useEffect(() => setMine(true), []);
  if (!overview) return null;
  const { lanes, from, to, total, services, older, maySettle } = overview;
  const words = `${countWords(total, "event")} ${services > 0 ? `from ${countWords(services, "service")}` : "without a service"}`;
  return (
    <section aria-labelledby="unassigned" className={styles.unassigned}>
      <SectionHead
        id="unassigned"
        title="Unassigned events"
        count={older > 0 ? `${words}, ${older} older` : words}
        right={linked ? <NextLink href="/incidents/unassigned">View all</NextLink> : null}
      />
      {lanes.length > 0 ? (
        <div className={styles.axis} aria-hidden="true">
          <span />
          <AxisMarks
            marks={[...(isMine ? axisHours(from, to) : []), { label: "now", percent: 100, at: "end", strong: true }]}
          />
        </div>
      ) : null}
      <ol>
        {lanes.map((lane, index) => (
          <LaneRow
            key={lane.service?.id ?? "none"}
            lane={lane}
            from={from}
            to={to}
            current={index === current}
            maySettle={maySettle}
            onAttach={attach}
          />
        ))}
      </ol>
    </section>
  );
}
