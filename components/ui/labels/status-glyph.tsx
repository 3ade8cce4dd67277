export type StatusKind =
  | "open"
  | "progress"
  | "verify"
  | "done"
  | "blocked"
  | "cancelled"
  | "on-track"
  | "at-risk"
  | "off-track";

const RING = <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.4" />;
const DISC = <circle cx="7" cy="7" r="6.1" fill="currentColor" />;

const SHAPES: Record<StatusKind, React.ReactNode> = {
  open: <circle cx="7" cy="7" r="5.4" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.2 1.6" />,
  progress: (
    <>
      {RING}
      <path d="M7 3.6a3.4 3.4 0 0 1 0 6.8z" fill="currentColor" />
    </>
  ),
  verify: (
    <>
      {RING}
      <circle cx="7" cy="7" r="2.3" fill="currentColor" />
    </>
  ),
  done: (
    <>
      {DISC}
      <path
        d="M4.3 7.2 6.2 9.1 9.8 5.2"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  blocked: (
    <>
      {DISC}
      <rect x="3.8" y="6.2" width="6.4" height="1.6" rx=".8" fill="var(--surface)" />
    </>
  ),
  cancelled: (
    <>
      {RING}
      <path d="M3.6 10.4 10.4 3.6" stroke="currentColor" strokeWidth="1.4" />
    </>
  ),
  "on-track": <circle cx="7" cy="7" r="5" fill="currentColor" />,
  "at-risk": <path d="M7 1.8 12.8 12H1.2z" fill="currentColor" />,
  "off-track": <rect x="2.4" y="2.4" width="9.2" height="9.2" rx="1" fill="currentColor" />,
};

/** Dashed ring, half, dot, tick, bar, slash. Disc, triangle and square for health. Shape first, colour second. */
export function StatusGlyph({ kind }: { kind: StatusKind }) {
  return (
    <svg viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[kind]}
    </svg>
  );
}
