import { type ReactNode, useId } from "react";
import { Hatch } from "./chart.tsx";
import styles from "./signature.module.css";

/** Dotted before anyone noticed, hatched while degraded, solid while unavailable, accent line once restored. */
export type SegmentKind = "latent" | "degraded" | "outage" | "restored";
/** `from` and `to` are fractions of the whole, 0 to 1. `known` false: its end isn't known. */
export type Segment = {
  readonly kind: SegmentKind;
  readonly from: number;
  readonly to: number;
  readonly known?: boolean | undefined;
};

type SignatureProps = {
  segments: readonly Segment[];
  widthPx?: number | undefined;
  heightPx?: number | undefined;
  /** Sentence for screen readers. Without it the drawing is decoration. */
  label?: string | undefined;
};

const CAP_PX = 4;

/** An incident's impact band to scale, 9 to 11 px high in lists. */
export function Signature({ segments, widthPx = 96, heightPx = 10, label }: SignatureProps) {
  const hatch = useId();
  return (
    <SignatureFrame widthPx={widthPx} heightPx={heightPx} label={label}>
      <Hatch id={hatch} />
      {segments.map((segment) => (
        <Band
          key={`${segment.kind}${segment.from}`}
          kind={segment.kind}
          known={segment.known ?? true}
          x={round(segment.from * widthPx)}
          width={Math.max(2, round((segment.to - segment.from) * widthPx))}
          height={heightPx}
          hatch={hatch}
        />
      ))}
    </SignatureFrame>
  );
}

type FrameProps = { widthPx: number; heightPx: number; label?: string | undefined; children: ReactNode };

/** The base line of every signature. */
export function SignatureFrame({ widthPx, heightPx, label, children }: FrameProps) {
  const size = { width: widthPx, height: heightPx, viewBox: `0 0 ${widthPx} ${heightPx}` };
  const drawing = (
    <>
      <line className={styles.base} x1="0" x2={widthPx} y1={heightPx / 2} y2={heightPx / 2} />
      {children}
    </>
  );
  if (!label)
    return (
      <svg {...size} className={styles.signature} aria-hidden="true">
        {drawing}
      </svg>
    );
  return (
    <svg {...size} className={styles.signature} role="img" aria-label={label}>
      {drawing}
    </svg>
  );
}

type BandProps = { kind: SegmentKind; known: boolean; x: number; width: number; height: number; hatch: string };

function Band({ kind, known, x, width, height, hatch }: BandProps) {
  const middle = height / 2;
  if (!known && kind !== "restored")
    return <rect className={styles.open} x={x + 0.5} y="0.5" width={Math.max(1, width - 1)} height={height - 1} />;
  switch (kind) {
    case "outage":
      return <rect className={styles.outage} x={x} y="0" width={width} height={height} />;
    case "degraded":
      return (
        <>
          <rect fill="var(--surface)" x={x} y="0" width={width} height={height} />
          <rect
            className={styles.degraded}
            fill={`url(#${hatch})`}
            x={x + 0.5}
            y=".5"
            width={Math.max(1, width - 1)}
            height={height - 1}
          />
        </>
      );
    case "latent":
      return <line className={styles.latent} x1={x} x2={x + width} y1={middle} y2={middle} />;
    case "restored":
      return <RestoredBand x={x} end={x + width} middle={middle} />;
  }
}

/** Back in service: a line with a ring at its end. */
export function RestoredBand({ x, end, middle }: { x: number; end: number; middle: number }) {
  return (
    <>
      <line className={styles.restored} x1={x} x2={Math.max(x, end - CAP_PX)} y1={middle} y2={middle} />
      <circle className={styles.restoredEnd} cx={end - 3} cy={middle} r="2.6" />
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
