import { Marked } from "./marked.tsx";
import styles from "./priority.module.css";
import { SevTag } from "./sev-tag.tsx";

const BARS = [
  { x: 1, y: 9, height: 4, from: 3 },
  { x: 5.5, y: 5.5, height: 7.5, from: 2 },
  { x: 10, y: 2, height: 11, from: 1 },
] as const;

type PriorityProps = { level: 0 | 1 | 2 | 3; withLabel?: boolean | undefined };

/** P0 a solid red tag, P1 three bars in red, P2 two, P3 one. */
export function Priority({ level, withLabel }: PriorityProps) {
  if (level === 0) return <SevTag level={1} label="P0" />;
  if (withLabel)
    return (
      <Marked>
        <svg className={styles.bars} data-level={level} viewBox="0 0 14 14" aria-hidden="true">
          <Bars level={level} />
        </svg>
        P{level}
      </Marked>
    );
  return (
    <svg className={styles.bars} data-level={level} viewBox="0 0 14 14" role="img" aria-label={`Priority P${level}`}>
      <Bars level={level} />
    </svg>
  );
}

function Bars({ level }: { level: number }) {
  return BARS.map((bar) => (
    <rect
      key={bar.x}
      className={level <= bar.from ? styles.filled : undefined}
      x={bar.x}
      y={bar.y}
      width="3"
      height={bar.height}
      rx=".8"
    />
  ));
}
