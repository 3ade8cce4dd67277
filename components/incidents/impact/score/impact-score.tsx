"use client";

import { useMemo } from "react";
import { Chart } from "#components/ui/marks/chart.tsx";
import { useWidth } from "#components/ui/use-width.ts";
import type { Impact, ImpactWindow } from "#lib/contract/impact.ts";
import type { Metrics, TimelineEvent } from "#lib/contract/timeline.ts";
import type { Draft } from "../move-end.ts";
import { windowWords } from "../window-words.ts";
import { EventLanes } from "./event-lanes.tsx";
import { layOutImpact, spanOfImpact } from "./impact-layout.ts";
import styles from "./impact-score.module.css";
import { SelectedWindow } from "./selected-window.tsx";
import { ServiceLanes } from "./service-lanes.tsx";

/** On a phone the picture keeps this width and scrolls sideways. */
const PHONE_PX = 976;
const NARROW_PX = 700;

type ImpactScoreProps = {
  /** Includes the draft, so a dragged end counts at once. */
  impact: Impact;
  events: readonly TimelineEvent[];
  milestones: Metrics["milestones"];
  /** The ends of the incident, for the axis while there is no window. */
  ends: readonly (string | null)[];
  nowMs: number;
  zone: string;
  selected: ImpactWindow | null;
  /** The selected window as it was before the drag. */
  before: ImpactWindow | null;
  onSelect: (id: string) => void;
  onDraft: (draft: Draft, isHeld: boolean) => void;
  onSettle: () => void;
};

/**
 * Events by kind, and below them the impact on each service with weight as height. The selected window has two handles.
 */
export function ImpactScore(props: ImpactScoreProps) {
  const { impact, events, milestones, ends, nowMs, zone, selected, before, onSelect, onDraft, onSettle } = props;
  const [ref, measured] = useWidth(1360);
  const isScrolled = measured < NARROW_PX;
  const widthPx = isScrolled ? PHONE_PX : measured;
  const { windows, services } = impact;
  // The axis stays the same while an end is dragged.
  const settled = before ? windows.map((window) => (window.id === before.id ? before : window)) : windows;
  const instants = [
    ...settled.flatMap(({ from, to }) => [Date.parse(from), to === null ? nowMs : Date.parse(to)]),
    ...milestones.flatMap(({ name, at }) => (at !== null && AXIS_MILESTONES.includes(name) ? [Date.parse(at)] : [])),
    ...(windows.length === 0 ? ends.flatMap((end) => (end === null ? [] : [Date.parse(end)])) : []),
  ];
  const [fromMs, toMs] = [Math.min(...instants), Math.max(...instants)];
  const layout = useMemo(() => {
    const span = Number.isFinite(fromMs) ? spanOfImpact([fromMs, toMs]) : null;
    return span && layOutImpact({ events, windows, services, span, nowMs, zone, widthPx });
  }, [events, windows, services, fromMs, toMs, nowMs, zone, widthPx]);
  return (
    // A sideways scrolling area must be reachable and scrollable by keyboard. It scrolls only once its width is known.
    <section ref={ref} className={styles.box} aria-label="Events and impact" {...(isScrolled ? { tabIndex: 0 } : {})}>
      {layout ? (
        <div className={styles.drawing} style={{ width: widthPx }}>
          <Chart
            width={widthPx}
            height={layout.heightPx}
            viewBox={`0 0 ${widthPx} ${layout.heightPx}`}
            role="img"
            aria-label={`Events by kind, and the impact on each service. ${windows.map((window) => windowWords(window, zone, nowMs)).join("; ")}`}
          >
            <EventLanes layout={layout} />
            <ServiceLanes layout={layout} nowMs={nowMs} resolvedAt={resolvedOf(milestones)} />
          </Chart>
          {layout.services.flatMap(({ bars, brackets }) =>
            [...bars, ...brackets.map((one) => ({ ...one, y: one.y - 7, heightPx: 14 }))].map((bar) => (
              <button
                key={bar.window.id}
                type="button"
                className={styles.window}
                tabIndex={-1}
                aria-label={windowWords(bar.window, zone, nowMs)}
                title={windowWords(bar.window, zone, nowMs)}
                style={{ left: bar.x0, top: bar.y - 4, width: Math.max(6, bar.x1 - bar.x0), height: bar.heightPx + 8 }}
                onClick={() => onSelect(bar.window.id)}
              />
            )),
          )}
          {selected ? (
            <SelectedWindow
              layout={layout}
              window={selected}
              before={before}
              nowMs={nowMs}
              zone={zone}
              mayEdit={impact.mayEdit}
              onDraft={onDraft}
              onSettle={onSettle}
            />
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

const AXIS_MILESTONES: readonly string[] = ["trigger_change", "impact_started", "detected", "mitigated", "resolved"];

const resolvedOf = (milestones: Metrics["milestones"]) =>
  milestones.find(({ name }) => name === "resolved")?.at ?? null;
