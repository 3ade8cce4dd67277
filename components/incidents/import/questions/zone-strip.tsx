import { countWords } from "#lib/base/text/sentence.ts";
import type { ZoneFit } from "./zone-fit.ts";
import styles from "./zone-strip.module.css";

const WIDTH = 300;

/** Where the times of a file fall in a time zone, below the known events, and how many match one. */
export function ZoneStrip({ fit, zone }: { fit: ZoneFit; zone: string }) {
  const { times, known, met, from, to } = fit;
  const at = (time: number) => (to === from ? WIDTH / 2 : 2 + ((time - from) / (to - from)) * (WIDTH - 4));
  const words = `${met} of ${countWords(times.length, "time")} ${met === 1 ? "is" : "are"} within 3 min of a known event`;
  return (
    <>
      <svg className={styles.strip} viewBox={`0 0 ${WIDTH} 26`} role="img" aria-label={`Read as ${zone}: ${words}`}>
        <line className={styles.axis} x1="0" x2={WIDTH} y1="13" y2="13" />
        <path className={styles.known} d={known.map((time) => `M${at(time)} 3V11`).join("")} />
        <path className={styles.times} d={times.map((time) => `M${at(time)} 15V24`).join("")} />
      </svg>
      <span aria-hidden="true">{words}</span>
    </>
  );
}
