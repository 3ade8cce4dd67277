"use client";

import { type RefObject, useEffect, useState } from "react";
import type { RoadmapRow } from "#lib/contract/roadmap.ts";
import styles from "./roadmap.module.css";
import { type GroupedRows, percentOf, type Scale } from "./scale.ts";
import { waitLines } from "./waits-between.ts";

/** Returns the height of each bar within the chart, and again whenever a bar or the size of the chart changes. */
function useHeights(
  chart: RefObject<HTMLDivElement | null>,
  groups: readonly GroupedRows[],
): ReadonlyMap<string, number> {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  // A change that moves to another group moves its bar, although the chart stays as large.
  const keys = groups.map((group) => group.rows.map(({ key }) => key).join(" ")).join("\n");
  useEffect(() => {
    const { current } = chart;
    if (!current) return;
    const measure = () => {
      const { top } = current.getBoundingClientRect();
      const middles = keys.split(/\s/).flatMap((key) => {
        const box = current.querySelector(`[data-track="${key}"]`)?.getBoundingClientRect();
        return box ? [[key, Math.round(box.top + box.height / 2 - top)] as const] : [];
      });
      setHeights((before) =>
        before.size === middles.length && middles.every(([key, y]) => before.get(key) === y)
          ? before
          : new Map(middles),
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [chart, keys]);
  return heights;
}

interface WaitLinesProps {
  chart: RefObject<HTMLDivElement | null>;
  rows: readonly RoadmapRow[];
  /** The same rows as the chart has them. */
  groups: readonly GroupedRows[];
  scale: Scale;
}

/** Lines from milestones to the changes that wait for them. One that is broken is dashed. */
export function WaitLines({ chart, rows, groups, scale }: WaitLinesProps) {
  const heights = useHeights(chart, groups);
  return (
    <svg className={styles.waits} aria-hidden="true">
      {waitLines(rows).map(({ milestoneId, from, to, dueOn, startsOn, isBroken }) => {
        const [y1, y2] = [heights.get(from), heights.get(to)];
        if (y1 === undefined || y2 === undefined) return null;
        const [x1, x2] = [`${percentOf(scale, dueOn)}%`, `${percentOf(scale, startsOn)}%`];
        return (
          <g key={`${to} ${milestoneId}`} data-broken={isBroken || undefined}>
            <line x1={x1} y1={y1} x2={x1} y2={y2} />
            <line x1={x1} y1={y2} x2={x2} y2={y2} />
          </g>
        );
      })}
    </svg>
  );
}
