import { useId } from "react";
import drawn from "#components/incidents/timeline/score/drawn.module.css";
import { ChartLabel, Hatch } from "#components/ui/marks/chart.tsx";
import { formatDuration } from "#lib/base/time/duration.ts";
import { IMPACT_BASIS_WORDS, UNAVAILABLE_FROM, weightWords } from "#lib/base/vocabulary/impact.ts";
import { lengthSeconds } from "../window-words.ts";
import { type Bar, type Bracket, type ImpactLayout, type ServiceLane, xAt } from "./impact-layout.ts";
import styles from "./service-lanes.module.css";

type ServiceLanesProps = { layout: ImpactLayout; nowMs: number; resolvedAt: string | null };

/** One lane per service: windows as blocks by weight, covered ones as brackets below, restored after the last. */
export function ServiceLanes({ layout, nowMs, resolvedAt }: ServiceLanesProps) {
  const hatch = useId();
  const { services, piece } = layout;
  return (
    <g>
      <Hatch id={hatch} />
      {services.map((lane, at) => (
        <g key={lane.id}>
          <LaneWords lane={lane} isFirst={at === 0} x1={piece.x1} />
          {lane.fullY === null ? null : (
            <line className={styles.full} x1={piece.x0} x2={piece.x1} y1={lane.fullY} y2={lane.fullY} />
          )}
          <line className={styles.base} x1={piece.x0} x2={piece.x1} y1={lane.baseY} y2={lane.baseY} />
          <Restored
            lane={lane}
            fromX={restoredFrom(lane)}
            toX={resolvedAt === null ? null : xAt(piece, Date.parse(resolvedAt))}
          />
          {lane.bars.map((bar) => (
            <Block key={bar.window.id} bar={bar} hatch={hatch} />
          ))}
          {lane.bars.map((bar) => (
            <BlockWords key={bar.window.id} bar={bar} seconds={lengthSeconds(bar.window, nowMs)} />
          ))}
          {lane.brackets.map((bracket) => (
            <Covered key={bracket.window.id} bracket={bracket} left={piece.x0} right={piece.x1} />
          ))}
        </g>
      ))}
    </g>
  );
}

function LaneWords({ lane, isFirst, x1 }: { lane: ServiceLane; isFirst: boolean; x1: number }) {
  const y = lane.fullY === null ? lane.baseY - 2 : lane.fullY + 30;
  return (
    <>
      <text className={styles.service} x="0" y={y}>
        {shortName(lane.name)}
      </text>
      {lane.fullY === null ? null : (
        <text x="0" y={y + 15}>
          height is weight
        </text>
      )}
      {isFirst && lane.fullY !== null ? (
        <text x={x1} y={lane.fullY - 5} textAnchor="end">
          weight 1, everyone
        </text>
      ) : null}
    </>
  );
}

const shortName = (name: string) => (name.length > 15 ? `${name.slice(0, 14)}…` : name);

function Block({ bar: { window, x0, x1, y, heightPx }, hatch }: { bar: Bar; hatch: string }) {
  const width = Math.max(1.5, x1 - x0);
  if (window.weight >= UNAVAILABLE_FROM)
    return <rect className={drawn.outage} x={x0} y={y} width={width} height={heightPx} />;
  return (
    <>
      <rect className={drawn.ground} x={x0} y={y} width={width} height={heightPx} />
      <rect
        className={drawn.degraded}
        x={x0 + 0.5}
        y={y + 0.5}
        width={Math.max(0.5, width - 1)}
        height={Math.max(3, heightPx - 1)}
        fill={`url(#${hatch})`}
      />
    </>
  );
}

const WORD_PX = 6.4;

function BlockWords({ bar: { window, x0, x1, y, heightPx }, seconds }: { bar: Bar; seconds: number }) {
  const width = x1 - x0;
  const short = `${weightWords(window.weight)} ${IMPACT_BASIS_WORDS[window.basis].toLowerCase()}`;
  const long = `${short}, ${formatDuration(seconds)}`;
  const isInside = window.weight >= UNAVAILABLE_FROM && heightPx > 24;
  const words = [long, short, weightWords(window.weight)].find((text) => text.length * WORD_PX < width - 8);
  if (!words) return null;
  const middle = (x0 + x1) / 2;
  return isInside ? (
    <text className={styles.inOutage} x={middle} y={y + heightPx / 2 + 4} textAnchor="middle">
      {words}
    </text>
  ) : (
    <ChartLabel x={middle} y={y - 6} textAnchor="middle">
      {words}
    </ChartLabel>
  );
}

function Covered({ bracket: { window, x0, x1, y }, left, right }: { bracket: Bracket; left: number; right: number }) {
  const name = window.reason || IMPACT_BASIS_WORDS[window.basis];
  const isRight = right - x1 >= x0 - left;
  const tail = `, ${weightWords(window.weight)}: covered, adds nothing`;
  const room = Math.floor(((isRight ? right - x1 : x0 - left) - 12) / WORD_PX) - tail.length;
  // A name too long for its space is cut. The table has all of it.
  const words = room < 4 ? "covered" : `${name.length > room ? `${name.slice(0, room - 1)}…` : name}${tail}`;
  return (
    <>
      <path className={styles.bracket} d={`M${x0} ${y - 3}v6M${x0} ${y}H${x1}M${x1} ${y - 3}v6`} />
      <text x={isRight ? x1 + 8 : x0 - 8} y={y + 4} textAnchor={isRight ? "start" : "end"}>
        {words}
      </text>
    </>
  );
}

const restoredFrom = ({ bars, brackets }: ServiceLane) => {
  const all = [...bars, ...brackets];
  return all.length === 0 || all.some(({ window }) => window.to === null) ? null : Math.max(...all.map(({ x1 }) => x1));
};

function Restored({ lane, fromX, toX }: { lane: ServiceLane; fromX: number | null; toX: number | null }) {
  if (fromX === null) return null;
  const end = Math.max(toX ?? 0, fromX + 16);
  return (
    <>
      <line className={drawn.restored} x1={fromX} x2={end - 3.4} y1={lane.baseY} y2={lane.baseY} />
      <circle className={drawn.restoredEnd} cx={end} cy={lane.baseY} r="3.4" />
    </>
  );
}
