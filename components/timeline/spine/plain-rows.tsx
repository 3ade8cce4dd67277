import { Import } from "lucide-react";
import { TextLink } from "#components/ui/link.tsx";
import { formatDuration } from "#lib/timeline/duration.ts";
import { clockIn, daysApart } from "#lib/timeline/zoned-clock.ts";
import { useTimelineScope } from "../scope.tsx";
import type { SpineRow } from "../spine-rows.ts";

type PhaseRowProps = { row: Extract<SpineRow, { type: "phase" }> };

/** Where a phase begins: its name, its ends and how long it was; a missing end stays missing. */
export function PhaseRow({ row }: PhaseRowProps) {
  const { zone, baseDay } = useTimelineScope();
  const time = (at: string) => {
    const clock = clockIn(at, zone);
    const days = baseDay === null ? 0 : daysApart(baseDay, clock.day);
    return `${clock.time.slice(0, 5)}${days === 0 ? "" : ` ${days > 0 ? "+" : "−"}${Math.abs(days)}`}`;
  };
  const seconds = row.from && row.to ? (Date.parse(row.to) - Date.parse(row.from)) / 1000 : null;
  const ends =
    row.from && row.to
      ? `${time(row.from)} to ${time(row.to)}`
      : row.from
        ? `from ${time(row.from)}`
        : row.to
          ? `until ${time(row.to)}`
          : "";
  return (
    <>
      <span className="tm" />
      <span className="spine" />
      <h3>
        {row.label}{" "}
        <span className="num">
          {ends}
          {seconds === null ? "" : `, ${formatDuration(seconds)}`}
          {row.known ? "" : row.from && row.to ? ", a milestone between is missing" : ", its other end is not known"}
        </span>
      </h3>
    </>
  );
}

/** A stretch in which nothing has a time, and a way to fill it. */
export function GapRow({ seconds }: { seconds: number }) {
  const { incidentKey, mayEdit } = useTimelineScope();
  return (
    <>
      <span className="tm" />
      <span className="spine">
        <i className="brk" />
      </span>
      <div className="gap">
        <span>
          <b>{formatDuration(seconds)}</b> without a timed event
        </span>
        {mayEdit ? (
          <TextLink href={`/incidents/${incidentKey}/import`}>
            <Import className="i s" /> Import what happened then
          </TextLink>
        ) : null}
      </div>
    </>
  );
}
