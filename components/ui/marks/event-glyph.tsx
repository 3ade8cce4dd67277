import type { ComponentProps, SVGProps } from "react";
import { cx } from "../cx.ts";
import styles from "./event-glyph.module.css";

export type EventShape = "signal" | "change" | "step" | "update" | "recovery" | "context";
/** Time exact, approximate, or only the order known. */
export type EventCertainty = "exact" | "approx" | "untimed";

type EventGlyphProps = {
  /** Null for an event without a shape, such as an observation. */
  shape: EventShape | null;
  certainty?: EventCertainty | undefined;
  className?: string | undefined;
};

/** Triangle, square, circle, diamond, ring with tick, dot; solid, hollow, or hollow and dashed by certainty. */
export function EventGlyph({ shape, certainty = "exact", className }: EventGlyphProps) {
  if (shape === null) return null;
  return (
    <svg className={cx(styles.ink, styles.glyph, className)} data-shape={shape} viewBox="0 0 12 12" aria-hidden="true">
      <EventMark shape={shape} certainty={certainty} />
    </svg>
  );
}

/** Part of a larger drawing, in the colour of a shape. */
export function EventInk({ shape, ...rest }: Omit<ComponentProps<"g">, "className"> & { shape: EventShape }) {
  return <g {...rest} className={styles.ink} data-shape={shape} />;
}

/** The bare shape in a 12 × 12 box, for use inside a larger drawing. */
export function EventMark({ shape, certainty }: { shape: EventShape; certainty: EventCertainty }) {
  const ink = inkOf(certainty);
  switch (shape) {
    case "signal":
      return <path d="M6 1 11.2 10.4H.8z" strokeLinejoin="round" {...ink} />;
    case "change":
      return <rect x="1.4" y="1.4" width="9.2" height="9.2" rx=".6" {...ink} />;
    case "step":
      return <circle cx="6" cy="6" r="4.8" {...ink} />;
    case "update":
      return <path d="M6 .6 11.4 6 6 11.4.6 6z" strokeLinejoin="round" {...ink} />;
    case "context":
      return <circle cx="6" cy="6" r="2.6" {...ink} />;
    case "recovery":
      return (
        <>
          <circle cx="6" cy="6" r="5" {...ink} />
          <path
            d="M3.6 6.2 5.3 7.9 8.5 4.4"
            fill="none"
            stroke={certainty === "exact" ? "var(--surface)" : "currentColor"}
            strokeWidth="1.5"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
  }
}

function inkOf(certainty: EventCertainty): SVGProps<SVGElement> & { ref?: never } {
  return {
    fill: certainty === "exact" ? "currentColor" : "var(--surface)",
    stroke: "currentColor",
    strokeWidth: 1.5,
    ...(certainty === "untimed" ? { strokeDasharray: "2 1.5" } : {}),
  };
}
