import type { ComponentProps } from "react";
import { cx } from "../cx.ts";
import styles from "./chart.module.css";

/** A drawing with the text size of an axis. */
export function Chart({ className, ...rest }: ComponentProps<"svg">) {
  return <svg {...rest} className={cx(styles.chart, className)} />;
}

type LineProps = Omit<ComponentProps<"line">, "className">;

/** A line of a chart's grid. */
export function GridLine(props: LineProps) {
  return <line {...props} className={styles.grid} />;
}

/** A dashed line at the target value. */
export function TargetLine(props: LineProps) {
  return <line {...props} className={styles.target} />;
}

/** Text that names a mark, readable on top of lines. */
export function ChartLabel(props: Omit<ComponentProps<"text">, "className">) {
  return <text {...props} className={styles.label} />;
}

/** The hatch of degraded service, for `fill="url(#id)"`. */
export function Hatch({ id }: { id: string }) {
  return (
    <pattern id={id} width="4.2" height="4.2" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line className={styles.hatch} x1="0" y1="0" x2="0" y2="4.2" />
    </pattern>
  );
}
