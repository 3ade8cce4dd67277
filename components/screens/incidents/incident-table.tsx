"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { followRow } from "#components/ui/keys/follow-row.ts";
import { HeadCell, Table } from "#components/ui/lists/table.tsx";
import type { IncidentRow as IncidentRecord } from "#lib/contract/incident.ts";
import { IncidentRow } from "./incident-row.tsx";
import styles from "./incident-table.module.css";

const COLUMNS = 10;
const ROW_PX = 36;
const DRAWN_WHOLE = 120;
const MASTHEAD_PX = 104;

type IncidentTableProps = {
  incidents: readonly IncidentRecord[];
  current: number;
  today: string;
  now: string;
};

/** The rows. A long list renders only those in view. */
export function IncidentTable({ incidents, current, today, now }: IncidentTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const isLong = incidents.length > DRAWN_WHOLE;
  const virtual = useWindowVirtualizer({
    count: incidents.length,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollMargin: table.current?.offsetTop ?? 0,
    scrollPaddingStart: MASTHEAD_PX,
    enabled: isLong,
  });
  useEffect(() => {
    if (current < 0) return;
    if (isLong) virtual.scrollToIndex(current, { align: "auto" });
    else table.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: "nearest" });
    followRow(table.current);
  }, [current, isLong, virtual]);

  const shown = isLong ? virtual.getVirtualItems() : incidents.map((_, index) => ({ index }));
  const margin = table.current?.offsetTop ?? 0;
  const above = isLong ? (virtual.getVirtualItems()[0]?.start ?? margin) - margin : 0;
  const below = isLong ? virtual.getTotalSize() - ((virtual.getVirtualItems().at(-1)?.end ?? margin) - margin) : 0;
  return (
    <Table caption="Incidents" className={styles.incidents} ref={table} aria-rowcount={incidents.length}>
      <thead>
        <tr>
          <HeadCell>ID</HeadCell>
          <HeadCell className={styles.severity}>Severity</HeadCell>
          <HeadCell>Incident</HeadCell>
          <HeadCell className={styles.impact}>Impact</HeadCell>
          <HeadCell right>Duration</HeadCell>
          <HeadCell className={styles.services}>Services</HeadCell>
          <HeadCell className={styles.began} sort="descending">
            Started
          </HeadCell>
          <HeadCell className={styles.review}>Review</HeadCell>
          <HeadCell className={styles.overrun} colSpan={2}>
            Review due
          </HeadCell>
        </tr>
      </thead>
      <tbody>
        <Spacer heightPx={above} />
        {shown.map(({ index }) => {
          const incident = incidents[index];
          if (!incident) return null;
          return (
            <IncidentRow
              key={incident.id}
              incident={incident}
              isCurrent={index === current}
              today={today}
              now={now}
              index={index}
              ref={isLong ? virtual.measureElement : undefined}
            />
          );
        })}
        <Spacer heightPx={below} />
      </tbody>
    </Table>
  );
}

function Spacer({ heightPx }: { heightPx: number }) {
  if (heightPx <= 0) return null;
  return (
    <tr className={styles.gap}>
      <td colSpan={COLUMNS} style={{ height: heightPx }} />
    </tr>
  );
}
