import { Clock } from "lucide-react";
import styles from "./clock-mark.module.css";
import { offsetWords } from "./offset-words.ts";

type ClockBadgeProps = { offsetMs: number; name: string; withWord?: boolean | undefined };

/** The offset of a source's clock. The recorded times are kept. */
export function ClockBadge({ offsetMs, name, withWord }: ClockBadgeProps) {
  const words = offsetWords(offsetMs);
  return (
    <span className={styles.mark} title={`Times of ${name} moved by ${words}. The recorded times are kept.`}>
      <Clock size={14} />
      {withWord ? "clock " : ""}
      {words}
    </span>
  );
}
