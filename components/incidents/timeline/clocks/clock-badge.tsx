import { Clock } from "lucide-react";
import styles from "./clock-mark.module.css";
import { offsetWords } from "./offset-words.ts";

type ClockBadgeProps = { offsetMs: number; name: string; withWord?: boolean | undefined };

/** How far the clock of a source is moved; what it recorded is kept. */
export function ClockBadge({ offsetMs, name, withWord }: ClockBadgeProps) {
  const words = offsetWords(offsetMs);
  return (
    <span className={styles.mark} title={`Times of ${name} moved by ${words}. The recorded times are kept`}>
      <Clock size={14} />
      {withWord ? "clock " : ""}
      {words}
    </span>
  );
}
