import { Eye, History } from "lucide-react";
import textStyles from "#components/ui/roles/text.module.css";
import { shortDay } from "#lib/base/time/local-date.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import styles from "./row.module.css";

/** "found later, 30 Jan, by Jonah": when and by whom something was found, as far as known. */
export function foundWords({ foundAt, foundBy }: Pick<TimelineEvent, "foundAt" | "foundBy">, zone: string): string {
  const when = foundAt === null ? "" : `, ${shortDay(clockIn(foundAt, zone).day)}`;
  return `found later${when}${foundBy === null ? "" : `, ${foundBy}`}`;
}

/** Whether people knew it then: an eye, or a clock turned back. Empty if no one said. */
export function KnownMark({ event, zone }: { event: TimelineEvent; zone: string }) {
  if (event.known === null) return null;
  const words = event.known === "found_later" ? foundWords(event, zone) : "known at the time";
  return (
    <span className={styles.mark} title={words}>
      {event.known === "found_later" ? <History /> : <Eye />}
      <span className={textStyles.visuallyHidden}>{words}</span>
    </span>
  );
}
