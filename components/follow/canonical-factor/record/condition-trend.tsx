"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useId } from "react";
import { useDayOf, useToday } from "#components/people/me/use-today.ts";
import { cx } from "#components/ui/cx.ts";
import { StatusGlyph, type StatusKind } from "#components/ui/labels/status-glyph.tsx";
import { Chart, ChartLabel, GridLine } from "#components/ui/marks/chart.tsx";
import textStyles from "#components/ui/roles/text.module.css";
import { useWidth } from "#components/ui/use-width.ts";
import { countWords, listWords } from "#lib/base/text/sentence.ts";
import { latenessWords } from "#lib/base/time/lateness-words.ts";
import { MONTHS } from "#lib/base/time/local-date.ts";
import { DAY_MS } from "#lib/base/time/spans.ts";
import type { CanonicalFactor } from "#lib/contract/canonical-factor.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { findingWords } from "#lib/follow/canonical-factor/condition.ts";
import { lanesOf, placeOn, radiusOf, type TrendAxis, trendAxis } from "#lib/follow/canonical-factor/trend.ts";
import { statusOf } from "../../action-item/options.tsx";
import styles from "./condition-trend.module.css";
import { barsOf, barWords, placeBars, TrendBars } from "./trend-bars.tsx";
import { TrendTable } from "./trend-table.tsx";

const LEFT = 86;
const RIGHT = 22;
const INCIDENTS_Y = 64;
const FIXES_Y = 124;
/** The end of the fixes and their names. Bars of strategic changes follow. */
const BOTTOM_Y = 176;
const LANE = 14;
/** Room for "INC-128" and for "ACT-131, 39 d late". */
const INCIDENT_ROOM = 52;
const FIX_ROOM = 112;
const GLYPH = 14;
const LONGEST_MONTH_MS = 31 * DAY_MS;

/** The trend in a sentence, over its drawing and the same as a table. */
export function ConditionTrend({ condition }: { condition: CanonicalFactor }) {
  const today = useToday();
  const dayOf = useDayOf();
  const [frame, width] = useWidth(760);
  const counted = condition.incidents.filter((incident) => incident.counted);
  const marks = fixMarks(condition, today);
  const { bars, undatedCount } = barsOf(condition.changes, dayOf, today);
  const axis = trendAxis(
    counted.map(({ startedAt }) => startedAt),
    today,
    [...marks.map(({ at }) => at.slice(0, 10)), ...bars.map(({ bar }) => bar.to)],
  );
  const isAhead = axis.toMs > Date.parse(today) + DAY_MS;
  const x = (at: string) => LEFT + placeOn(axis, at) * (width - LEFT - RIGHT);
  const worst = Math.max(0, ...counted.map(({ minutes }) => minutes ?? 0));
  const largest = Math.max(0, ...counted.map(({ minutes }) => radiusOf(minutes, worst)));
  const incidentLanes = lanesOf(
    counted.map(({ startedAt }) => x(startedAt)),
    INCIDENT_ROOM,
    2,
  );
  const named = marks.filter(({ words }) => words !== null);
  const fixLanes = lanesOf(
    named.map(({ at }) => x(at)),
    FIX_ROOM,
    3,
  );
  const { placed, bottom } = placeBars(bars, x, { left: LEFT, right: width - RIGHT, top: BOTTOM_Y });
  return (
    <figure ref={frame} className={styles.trend}>
      <figcaption>
        <h2>{findingWords(condition)}</h2>
        <p className={textStyles.secondary}>
          Each circle is an incident, sized by its weighted minutes. Below are fixes, on the day they were verified or
          fall due{bars.length > 0 ? ", and strategic changes over their days, filled as far as they are done" : ""}.
          {undatedCount > 0 ? ` ${undatedWords(undatedCount)}` : ""}
        </p>
      </figcaption>
      <Chart
        viewBox={`0 0 ${width} ${bottom + 24}`}
        width={width}
        height={bottom + 24}
        role="img"
        aria-label={`${countWords(counted.length, "incident")}: ${listWords(counted.map(({ key }) => key))}. ${countWords(marks.length, "fix", "fixes")} with a date.${barWords(bars, today)}`}
      >
        <Months axis={axis} width={width} bottom={bottom} x={x} />
        <text x={0} y={INCIDENTS_Y + 4}>
          Incidents
        </text>
        <text x={0} y={FIXES_Y + 4}>
          Fixes
        </text>
        <GridLine x1={LEFT} x2={width - RIGHT} y1={INCIDENTS_Y} y2={INCIDENTS_Y} />
        <GridLine x1={LEFT} x2={width - RIGHT} y1={FIXES_Y} y2={FIXES_Y} />
        {counted.map(({ key, startedAt, minutes }, index) => {
          const lane = incidentLanes[index] ?? null;
          const isOlder = Date.parse(startedAt) < axis.fromMs;
          return (
            <g key={key}>
              <circle className={styles.incident} cx={x(startedAt)} cy={INCIDENTS_Y} r={radiusOf(minutes, worst)} />
              {lane === null ? null : (
                <ChartLabel x={x(startedAt)} y={INCIDENTS_Y - largest - 6 - lane * LANE} textAnchor="middle">
                  {isOlder ? `${key}, ${startedAt.slice(0, 4)}` : key}
                </ChartLabel>
              )}
            </g>
          );
        })}
        <Marks marks={marks} x={x} y={FIXES_Y} />
        <Names marks={named} lanes={fixLanes} axis={axis} x={x} y={FIXES_Y} />
        {isAhead ? <line className={styles.today} x1={x(today)} x2={x(today)} y1={8} y2={bottom} /> : null}
        {placed[0] ? (
          <text x={0} y={placed[0].y + 4}>
            {placed.length === 1 ? "Change" : "Changes"}
          </text>
        ) : null}
        <TrendBars placed={placed} left={LEFT} right={width - RIGHT} />
      </Chart>
      <AsTable condition={condition} />
    </figure>
  );
}

/** Opens the table of a trend. The address keeps it open. */
function AsTable({ condition }: { condition: CanonicalFactor }) {
  const id = useId();
  const [shown, setShown] = useQueryState("trend", parseAsStringLiteral(["table"]));
  const isOpen = shown === "table";
  return (
    <>
      <button
        type="button"
        className={cx(textStyles.link, styles.asTable)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => void setShown(isOpen ? null : "table")}
      >
        View as table {isOpen ? <ChevronUp size={14} /> : <ChevronDown size={14} />}
      </button>
      {isOpen ? <TrendTable id={id} condition={condition} /> : null}
    </>
  );
}

/** A name after it has no room before the edge. */
const LAST_NAMED = 0.94;

interface Drawn {
  axis: TrendAxis;
  x: (at: string) => number;
}

function Months({ axis, width, bottom, x }: Drawn & { width: number; bottom: number }) {
  const every = width < 560 ? 3 : 1;
  const [first = 0, second = first] = axis.monthsMs;
  const isLong = second - first > LONGEST_MONTH_MS;
  return axis.monthsMs.map((ms, at) => {
    const month = new Date(ms);
    const iso = month.toISOString();
    // A name with its year would be over the one before.
    const isNamed = at % every === 0 && !(isLong && placeOn(axis, iso) > LAST_NAMED);
    const year = isLong || at === 0 || month.getUTCMonth() === 0 ? ` ${month.getUTCFullYear()}` : "";
    return (
      <g key={ms}>
        <GridLine x1={x(iso)} x2={x(iso)} y1={8} y2={bottom} />
        {isNamed ? (
          <text x={x(iso)} y={bottom + 16} textAnchor={placeOn(axis, iso) > LAST_NAMED ? "end" : "start"}>
            {MONTHS[month.getUTCMonth()]}
            {year}
          </text>
        ) : null}
      </g>
    );
  });
}

interface Mark {
  key: string;
  at: string;
  kind: StatusKind;
  /** Its name in the drawing. Null where it has none. */
  words: string | null;
}

function Marks({ marks, x, y }: Pick<Drawn, "x"> & { marks: readonly Mark[]; y: number }) {
  return marks.map(({ key, at, kind }) => (
    <g key={key} className={styles.fix} data-kind={kind}>
      <svg x={x(at) - GLYPH / 2} y={y - GLYPH / 2} width={GLYPH} height={GLYPH} aria-hidden="true">
        <StatusGlyph kind={kind} />
      </svg>
    </g>
  ));
}

/** Names below their marks, as far as there is room. */
function Names({ marks, lanes, axis, x, y }: Drawn & { marks: readonly Mark[]; lanes: (number | null)[]; y: number }) {
  return marks.map(({ key, at, words }, index) => {
    const lane = lanes[index] ?? null;
    return lane === null ? null : (
      <text key={key} x={x(at)} y={y + 20 + lane * LANE} textAnchor={anchorAt(placeOn(axis, at))}>
        {words}
      </text>
    );
  });
}

const anchorAt = (place: number) => (place > 0.8 ? "end" : place < 0.1 ? "start" : "middle");

/** Fixes with a day: when they were verified, otherwise when they fall due. Late ones are named. */
function fixMarks({ fixes }: CanonicalFactor, today: string): Mark[] {
  return fixes.flatMap((fix) => {
    const at = fix.verifiedAt ?? (fix.status === "declined" ? null : fix.dueDate);
    if (at === null) return [];
    const days = daysLate(fix, today) ?? 0;
    const words = fix.verifiedAt ? `${fix.key} verified` : days > 0 ? `${fix.key}, ${latenessWords(days)}` : null;
    return [{ key: fix.key, at, kind: statusOf(fix).kind, words }];
  });
}

const undatedWords = (count: number) =>
  count === 1 ? "1 strategic change has no days yet." : `${count} strategic changes have no days yet.`;
