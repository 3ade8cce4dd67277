"use client";

import NextLink from "next/link";
import { useEffect, useState } from "react";
import { SectionHead } from "#components/ui/section-head.tsx";
import { countWords } from "#lib/base/text/sentence.ts";
import { axisHours } from "./axis-hours.ts";
import { LaneRow } from "./lane-row.tsx";
import type { useUnassigned } from "./use-unassigned.ts";

type UnassignedProps = {
  unassigned: ReturnType<typeof useUnassigned>;
  /** Index of the lane where the keyboard is, or -1. */
  current: number;
  /** The way to the whole inbox, where it is not on the page already. */
  linked?: boolean;
};

/** Events that came in by themselves and belong to no incident: one lane a service, one way on. Nothing when none wait. */
export function Unassigned({ unassigned, current, linked = true }: UnassignedProps) {
  const { overview, attach, busy } = unassigned;
  const [isMine, setMine] = useState(false);
  // Hours are drawn in the reader's zone, which the server does not know.
  useEffect(() => setMine(true), []);
  if (!overview) return null;
  const { lanes, from, to, total, services, older, maySettle } = overview;
  const whose = services > 0 ? countWords(services, "service") : "no known service";
  const words = `${countWords(total, "event")} of ${whose}, claimed by no incident`;
  return (
    <section aria-labelledby="unassigned" className="unas">
      <SectionHead
        id="unassigned"
        title="Unassigned"
        count={older > 0 ? `${words}, ${older} older` : words}
        right={linked ? <NextLink href="/incidents/unassigned">Open inbox</NextLink> : null}
      />
      {lanes.length > 0 ? (
        <div className="unas-ax" aria-hidden="true">
          <span />
          <div>
            {isMine
              ? axisHours(from, to).map(({ at, label, percent }) => (
                  <i key={at} style={{ left: `${percent}%` }}>
                    {label}
                  </i>
                ))
              : null}
            <i className="now" style={{ left: "100%" }}>
              now
            </i>
          </div>
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
            busy={busy}
            onAttach={attach}
          />
        ))}
      </ol>
    </section>
  );
}
