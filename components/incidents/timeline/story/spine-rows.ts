import { HOUR_MS } from "#lib/base/time/spans.ts";
import { clockIn } from "#lib/base/time/zoned-clock.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import type { StoryGroup } from "./group-story.ts";

/**
 * Returns a function for instants (ms) in order. It returns whether one is on a later day than all before it, in a
 * time zone. False for the first one.
 */
function dayMarks(zone: string): (ms: number) => boolean {
  let day: string | null = null;
  let sameUntilMs = Number.NEGATIVE_INFINITY;
  return (ms) => {
    if (ms < sameUntilMs) return false;
    const clock = clockIn(ms, zone);
    const isNew = day !== null && clock.day > day;
    if (day === null || isNew) day = clock.day;
    const [hours = 0] = clock.time.split(":").map(Number);
    // Clocks can jump by an hour before midnight, so the last hour of a day is checked again.
    sameUntilMs = ms + Math.max(0, 22 - hours) * HOUR_MS;
    return isNew;
  };
}

/** Tones of the spine's band at a moment. "before" has no band, and "open" is a stretch with an unknown end. */
export type Tone = "before" | "latent" | "degraded" | "outage" | "open" | "restored";

export type SpineRow =
  | { type: "phase"; key: string; tone: Tone; label: string; from: string | null; to: string | null }
  | {
      type: "event";
      key: string;
      tone: Tone;
      event: TimelineEvent;
      followsHead: boolean;
      /** The events below it. */
      group: StoryGroup | null;
      /** It is below the one above, which is open. */
      isMember: boolean;
      /** It hadn't happened yet at the moment of the reading. */
      isLater: boolean;
    }
  | { type: "gap"; key: string; tone: Tone; seconds: number; from: string }
  | { type: "day"; key: string; tone: Tone; at: string }
  | { type: "seen"; key: string; tone: Tone; at: string }
  | { type: "found"; key: string; tone: Tone; events: TimelineEvent[] };

type Facts = Pick<Metrics, "phases" | "gaps" | "band"> & {
  groups?: ReadonlyMap<string, StoryGroup>;
  /** Time zone of the marked midnights. */
  zone?: string;
  /** The moment of the reading. Later events are muted. */
  seenAt?: string | null;
  /** Events found later than that moment: left out, with a notice. */
  leftOut?: ReadonlySet<string>;
};

/** Returns the tone at an instant: that of the last segment that has started. */
export function toneAt(band: Metrics["band"], at: string): Tone {
  const ms = Date.parse(at);
  const begun = band.filter((segment) => Date.parse(segment.from) <= ms).at(-1);
  if (!begun) return "before";
  return begun.known || begun.kind === "restored" ? begun.kind : "open";
}

const NO_GROUPS: ReadonlyMap<string, StoryGroup> = new Map();
const NONE: ReadonlySet<string> = new Set();

/**
 * Returns the rows of the spine in reading order: a heading at the start of each phase, the events, and a row for each
 * silent stretch, each new day and the moment of the reading. `events` are those shown, in order. One without a time
 * has the tone of the row above.
 */
export function spineRows(events: readonly TimelineEvent[], facts: Facts): SpineRow[] {
  const { phases, band, groups = NO_GROUPS, seenAt = null, leftOut = NONE } = facts;
  const rows: SpineRow[] = [];
  // A phase without a duration contains no events.
  const heads = phases
    .filter(({ from, to }) => from === null || from !== to)
    .sort((a, b) => startOf(a.from) - startOf(b.from));
  const gaps = [...facts.gaps].sort((a, b) => Date.parse(a.to) - Date.parse(b.to));
  const newDay = dayMarks(facts.zone ?? "UTC");
  const seenMs = seenAt === null ? Number.POSITIVE_INFINITY : Date.parse(seenAt);
  let tone: Tone = "before";
  let nextHead = 0;
  let nextGap = 0;
  let isLater = false;

  const openPhases = (untilMs: number) => {
    for (; nextHead < heads.length; nextHead++) {
      const head = heads[nextHead];
      if (!head || startOf(head.from) > untilMs) return;
      if (head.from !== null) tone = toneAt(band, head.from);
      const { label, from, to } = head;
      rows.push({ type: "phase", key: `phase ${head.name}`, tone, label, from, to });
    }
  };
  const closeGaps = (untilMs: number) => {
    for (; nextGap < gaps.length; nextGap++) {
      const gap = gaps[nextGap];
      if (!gap || Date.parse(gap.to) > untilMs) return;
      rows.push({ type: "gap", key: `gap ${gap.from}`, tone, seconds: gap.seconds, from: gap.from });
    }
  };
  const beginAt = (at: string) => {
    const ms = Date.parse(at);
    closeGaps(ms);
    if (!isLater && ms > seenMs && seenAt !== null) {
      rows.push({ type: "seen", key: "seen", tone, at: seenAt });
      isLater = true;
    }
    if (newDay(ms)) rows.push({ type: "day", key: `day ${at}`, tone, at });
    openPhases(ms);
    tone = toneAt(band, at);
  };

  for (const event of events) {
    const isMember = event.leadId !== null && groups.has(event.leadId);
    if (!isMember && event.at !== null) beginAt(event.at);
    else if (rows.length === 0) openPhases(Number.NEGATIVE_INFINITY);
    const above = rows.at(-1);
    if (leftOut.has(event.id)) {
      if (above?.type === "found") above.events.push(event);
      else rows.push({ type: "found", key: `found ${event.id}`, tone, events: [event] });
      continue;
    }
    const followsHead = above !== undefined && above.type !== "event";
    const group = groups.get(event.id) ?? null;
    rows.push({ type: "event", key: event.id, tone, event, followsHead, group, isMember, isLater });
  }
  closeGaps(Number.POSITIVE_INFINITY);
  openPhases(Number.POSITIVE_INFINITY);
  return rows;
}

const startOf = (from: string | null) => (from === null ? Number.NEGATIVE_INFINITY : Date.parse(from));
