"use client";

import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { Incident } from "#lib/contract/incident.ts";
import { useWriteIncident } from "../use-write-incident.ts";
import styles from "./head.module.css";

type ResolveOfferProps = { incident: Incident; resolvedAt: string | null; zone: string };

/** Next to an open state: the timeline contains when it was resolved, and one button sets it. */
export function ResolveOffer({ incident, resolvedAt, zone }: ResolveOfferProps) {
  const write = useWriteIncident(incident.key);
  if (!incident.abilities.edit || incident.status !== "open" || resolvedAt === null) return null;
  const time = clockIn(resolvedAt, zone).time.slice(0, 5);
  return (
    <button
      type="button"
      className={styles.resolve}
      onClick={() => void write.update({ status: "resolved", resolvedAt }, `${incident.key} resolved at ${time}`)}
    >
      Mark as resolved, {time}?
    </button>
  );
}
