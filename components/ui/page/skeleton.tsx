import type { CSSProperties } from "react";
import { cx } from "../cx.ts";
import layoutStyles from "../roles/layout.module.css";
import textStyles from "../roles/text.module.css";
import styles from "./skeleton.module.css";

/** One grey bar in the final position of what is loading. */
export function Bone({
  width,
  heightPx = 10,
  className,
}: {
  width: string;
  heightPx?: number;
  className?: string | undefined;
}) {
  return <i className={cx(styles.bone, className)} style={{ width, height: heightPx } satisfies CSSProperties} />;
}

const TITLE_WIDTHS = ["62%", "48%", "71%", "55%"] as const;

type SkeletonRowsProps = { rows?: number | undefined; label?: string | undefined };

/** Rows of a list while it loads. Appears after 300 ms, so fast responses don't flash. */
export function SkeletonRows({ rows = 6, label = "Loading" }: SkeletonRowsProps) {
  return (
    <div className={styles.wait} role="status" aria-label={label}>
      {namesOf(rows).map((name, at) => (
        <div key={name} className={styles.row} aria-hidden="true">
          <Bone width="15px" heightPx={15} />
          <Bone width="48px" />
          <span className={layoutStyles.fill}>
            <Bone width={TITLE_WIDTHS[at % TITLE_WIDTHS.length] ?? "60%"} />
          </span>
          <Bone width="64px" heightPx={6} className={textStyles.wideOnly} />
          <Bone width="22px" heightPx={22} />
        </div>
      ))}
    </div>
  );
}

/** Lines of a text or a form while it loads. */
export function SkeletonText({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div className={cx(styles.wait, styles.text)} role="status" aria-label={label}>
      {namesOf(lines).map((name, at) => (
        <Bone key={name} width={at === lines - 1 ? "42%" : "100%"} heightPx={12} />
      ))}
    </div>
  );
}

function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `bone ${at + 1}`);
}
