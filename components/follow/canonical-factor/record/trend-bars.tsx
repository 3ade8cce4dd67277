import { StatusGlyph } from "#components/ui/labels/status-glyph.tsx";
import { ChartLabel, GridLine } from "#components/ui/marks/chart.tsx";
import { listWords } from "#lib/base/text/sentence.ts";
import { type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { barOf, type TrendBar } from "#lib/follow/canonical-factor/trend.ts";
import { markOf, statusKind } from "../../strategic-change/options.tsx";
import styles from "./condition-trend.module.css";

type Change = CanonicalFactor["changes"][number];

const BAR = 8;
const GLYPH = 14;
const GAP = 8;
/** A line of bars, and one with the name over its bar. */
const LINE = 24;
const TALL_LINE = 38;
/** The mean width of a letter. */
const LETTER = 5.9;

export interface DrawnBar {
  change: Change;
  bar: TrendBar;
  name: string;
  /** Its state, where the bar alone doesn't tell: ", at risk". */
  state: string;
}

/** Returns the strategic changes that have days, and the number of those that are left out without them. */
export function barsOf(changes: readonly Change[], dayOf: (instant: string) => LocalDate, today: LocalDate) {
  const bars = changes.flatMap((change): DrawnBar[] => {
    const bar = barOf(change, change.deliveredAt && dayOf(change.deliveredAt), today);
    return bar ? [{ change, bar, name: `${change.key} ${change.title}`, state: stateOf(change) }] : [];
  });
  const meant = changes.filter(({ status }) => status !== "declined");
  return { bars, undatedCount: meant.length - bars.length };
}

function stateOf(change: Change): string {
  const isPlain = change.status === "in_progress" && (change.health === null || change.health === "on_track");
  return isPlain ? "" : `, ${markOf(change).words.toLowerCase()}`;
}

/** Returns the name of a change with its state, cut within the name. */
function cutName({ name, state }: DrawnBar, most: number): string {
  const room = most - state.length;
  return `${name.length > room ? `${name.slice(0, Math.max(room - 1, 0))}…` : name}${state}`;
}

/** Returns the bars as text. */
export const barWords = (bars: readonly DrawnBar[], today: LocalDate): string =>
  bars.length === 0
    ? ""
    : ` Strategic changes: ${listWords(
        bars.map(({ change: { startsOn, endsOn, deliveredAt }, bar, name, state }) => {
          const words = `${name}${state}`;
          if (deliveredAt !== null) return `${words} on ${wordsOfDate(bar.to, today)}`;
          return `${words}, ${wordsOfDate(startsOn ?? bar.from, today)} to ${wordsOfDate(endsOn ?? bar.to, today)}`;
        }),
      )}.`;

interface PlacedBar extends Omit<DrawnBar, "name" | "state"> {
  left: number;
  right: number;
  doneTo: number;
  y: number;
  label: { x: number; y: number; anchor: "start" | "end"; words: string };
}

interface Room {
  left: number;
  right: number;
  top: number;
}

/** Returns where each bar and its name are, each on a line of its own, and where the last line ends. */
export function placeBars(bars: readonly DrawnBar[], x: (at: string) => number, { left, right, top }: Room) {
  let y = top;
  const placed = bars.map((one): PlacedBar => {
    const ends = { left: x(one.bar.from), right: x(one.bar.to), doneTo: x(one.bar.doneTo) };
    const words = cutName(one, Math.floor((right - left) / LETTER));
    const needed = words.length * LETTER;
    const isDelivered = one.change.deliveredAt !== null;
    const before = ends.left - GAP - (isDelivered ? GLYPH / 2 : 0);
    const after = ends.right + GAP + (isDelivered ? GLYPH / 2 : 0);
    const isBefore = before - left >= needed;
    const isAbove = !isBefore && right - after < needed;
    const barY = y + (isAbove ? TALL_LINE - LINE / 2 : LINE / 2);
    y += isAbove ? TALL_LINE : LINE;
    const label = isAbove
      ? { x: Math.max(left, Math.min(ends.left, right - needed)), y: barY - GAP - 2, anchor: "start" as const }
      : { x: isBefore ? before : after, y: barY + 4, anchor: isBefore ? ("end" as const) : ("start" as const) };
    return { change: one.change, bar: one.bar, ...ends, y: barY, label: { ...label, words } };
  });
  return { placed, bottom: y };
}

interface TrendBarsProps {
  placed: readonly PlacedBar[];
  /** The ends of the lines. */
  left: number;
  right: number;
}

/** Strategic changes as bars: filled as far as they are done, open ahead, and dashed while they are only proposed. */
export function TrendBars({ placed, left, right }: TrendBarsProps) {
  return placed.map(({ change, left: from, right: to, doneTo, y, label }) => {
    const { key, status, health, deliveredAt } = change;
    const isFirm = status !== "proposed" && status !== "deferred";
    const kind = statusKind(status);
    return (
      <g key={key} className={styles.change} data-health={deliveredAt === null ? (health ?? undefined) : undefined}>
        <GridLine x1={left} x2={right} y1={y} y2={y} />
        <rect
          className={styles.planned}
          data-firm={isFirm}
          x={from + 0.5}
          y={y - BAR / 2 + 0.5}
          width={Math.max(to - from - 1, 1)}
          height={BAR - 1}
        />
        {doneTo > from ? (
          <rect className={styles.done} x={from} y={y - BAR / 2} width={doneTo - from} height={BAR} />
        ) : null}
        {deliveredAt === null ? null : (
          <g className={styles.delivered} data-kind={kind}>
            <circle cx={to} cy={y} r={GLYPH / 2} />
            <svg x={to - GLYPH / 2} y={y - GLYPH / 2} width={GLYPH} height={GLYPH} aria-hidden="true">
              <StatusGlyph kind={kind} />
            </svg>
          </g>
        )}
        <ChartLabel x={label.x} y={label.y} textAnchor={label.anchor}>
          {label.words}
        </ChartLabel>
      </g>
    );
  });
}
