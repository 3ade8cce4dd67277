import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";

/** What the spine's band shows at a moment; "before" has no band. */
export type Tone = "before" | "latent" | "degraded" | "outage" | "restored";

export type SpineRow =
  | { type: "phase"; key: string; tone: Tone; label: string; from: string | null; to: string | null; known: boolean }
  | { type: "event"; key: string; tone: Tone; event: TimelineEvent; followsHead: boolean }
  | { type: "gap"; key: string; tone: Tone; seconds: number };

type Facts = Pick<Metrics, "phases" | "gaps" | "band">;

const TONES: readonly string[] = ["latent", "degraded", "outage", "restored"];
const isTone = (kind: string): kind is Tone => TONES.includes(kind);

/** The tone at an instant: that of the last segment that has begun. */
export function toneAt(band: Metrics["band"], at: string): Tone {
  const ms = Date.parse(at);
  const begun = band.filter((segment) => Date.parse(segment.from) <= ms).at(-1);
  return begun && isTone(begun.kind) ? begun.kind : "before";
}

/**
 * Rows of the spine in reading order: a head where a phase begins, the events, and a row for each silent stretch.
 * `events` are those shown, in order; an event without a time keeps the tone of the row above.
 */
export function spineRows(events: readonly TimelineEvent[], { phases, gaps, band }: Facts): SpineRow[] {
  const rows: SpineRow[] = [];
  // A phase that ends in the moment it begins has nothing to head.
  const heads = phases
    .filter(({ from, to }) => from === null || from !== to)
    .sort((a, b) => startOf(a.from) - startOf(b.from));
  const gapAfter = new Map(gaps.map((gap) => [gap.afterEventId, gap]));
  let tone: Tone = "before";
  let next = 0;
  let silent: number | null = null;

  const openPhases = (untilMs: number) => {
    for (; next < heads.length; next++) {
      const head = heads[next];
      if (!head || startOf(head.from) > untilMs) return;
      if (head.from !== null) tone = toneAt(band, head.from);
      const { label, from, to, known } = head;
      rows.push({ type: "phase", key: `phase ${head.name}`, tone, label, from, to, known });
    }
  };
  const closeGap = () => {
    if (silent === null) return;
    rows.push({ type: "gap", key: `gap ${rows.length}`, tone, seconds: silent });
    silent = null;
  };

  for (const event of events) {
    if (event.at !== null) {
      closeGap();
      openPhases(Date.parse(event.at));
      tone = toneAt(band, event.at);
    } else if (rows.length === 0) openPhases(Number.NEGATIVE_INFINITY);
    const above = rows.at(-1);
    rows.push({
      type: "event",
      key: event.id,
      tone,
      event,
      followsHead: above !== undefined && above.type !== "event",
    });
    silent = gapAfter.get(event.id)?.seconds ?? silent;
  }
  closeGap();
  openPhases(Number.POSITIVE_INFINITY);
  return rows;
}

const startOf = (from: string | null) => (from === null ? Number.NEGATIVE_INFINITY : Date.parse(from));
