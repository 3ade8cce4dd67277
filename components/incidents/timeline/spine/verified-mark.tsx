import { BadgeCheck } from "lucide-react";
import { cx } from "#components/ui/cx.ts";
import textStyles from "#components/ui/roles/text.module.css";
import { shortDay } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import styles from "./row.module.css";

/** "Verified by Maya Lind, 5 Mar": who compared an event with its source and when, as far as known. */
export function verifiedWords(event: TimelineEvent, zone: string): string {
  const { verified, verifiedAt, verifiedBy } = event;
  if (!verified && verifiedAt === null) return "Not verified yet";
  const by = verifiedBy === null ? "" : ` by ${verifiedBy}`;
  const when = verifiedAt === null ? "" : `, ${shortDay(clockIn(verifiedAt, zone).day)}`;
  return verified ? `Verified${by}${when}` : `Changed since it was verified${by}${when}`;
}

/** A tick in a seal if someone compared the event with its source. Empty if no one did, or it changed since. */
export function VerifiedMark({ event, zone }: { event: TimelineEvent; zone: string }) {
  if (!event.verified) return null;
  return (
    <span className={cx(styles.mark, styles.verified)} title={verifiedWords(event, zone)}>
      <BadgeCheck />
      <span className={textStyles.visuallyHidden}>Verified</span>
    </span>
  );
}
