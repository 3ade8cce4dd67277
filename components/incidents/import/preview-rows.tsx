"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { SectionHead } from "#components/ui/section-head.tsx";
import { Seg } from "#components/ui/seg.tsx";
import { SourceLetter } from "#components/ui/source-letter.tsx";
import { GroupRow, Table } from "#components/ui/table.tsx";
import { isEpoch } from "#lib/base/time/is-epoch.ts";
import { clockIn, eventClock, shortDay } from "#lib/base/time/zoned-clock.ts";
import { certaintyOf, drawnShape } from "#lib/incidents/timeline/score-marks.ts";
import { totalsOf } from "./draft-import.ts";
import { groupRows, type ListedRow, ROW_STATES, type RowState } from "./preview-row-list.ts";
import type { ShownDraft } from "./use-drafts.ts";

const COLUMNS = 5;
const FIRST: Record<RowState, number> = { ambiguous: 20, new: 12, known: 4, rejected: 20 };
const MORE = 100;

const WORDS: Record<RowState, string> = {
  ambiguous: "Ambiguous",
  new: "New",
  known: "Known already",
  rejected: "Rejected",
};
const NOTES: Record<RowState, string> = {
  ambiguous: "they go in without a time and ask again",
  new: "times in UTC",
  known: "left as they are",
  rejected: "kept in the import’s log with line and reason",
};

type View = RowState | "all";

/** Every row that was read, by what will happen to it. */
export function PreviewRows({ drafts }: { drafts: readonly ShownDraft[] }) {
  const [view, setView] = useState<View>("all");
  const [shownOf, setShownOf] = useState(FIRST);
  const totals = totalsOf(drafts);
  const counts: Record<RowState, number> = {
    ambiguous: totals.ambiguous,
    new: totals.fresh,
    known: totals.known,
    rejected: totals.rejected,
  };
  const groups = groupRows(drafts).filter(({ state, rows }) => rows.length > 0 && (view === "all" || view === state));
  const options: { value: View; label: string }[] = [
    { value: "all", label: "All" },
    ...ROW_STATES.filter((state) => counts[state] > 0).map((state) => ({
      value: state,
      label: `${WORDS[state]} ${counts[state].toLocaleString("en")}`,
    })),
  ];
  if (options.length === 1) return null;
  return (
    <section className="sec" aria-label="Rows">
      <SectionHead
        title="Rows"
        count="what needs you comes first"
        right={
          <Seg
            label="Rows"
            value={view}
            options={options}
            onChange={(next) => setView(options.find((option) => option.value === next)?.value ?? "all")}
          />
        }
      />
      <Table caption="Rows of the files" className="rowsx">
        <thead className="vh">
          <tr>
            {["Time", "Kind", "Text", "Source and line", "Result"].map((word) => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ state, rows }) => (
          <tbody key={state}>
            <GroupRow label={WORDS[state]} count={counts[state]} note={NOTES[state]} span={COLUMNS} />
            {rows.slice(0, shownOf[state]).map((row) => (
              <RowLine key={row.key} listed={row} />
            ))}
            <MoreRows
              left={rows.length - shownOf[state]}
              beyond={counts[state] - rows.length}
              onMore={() => setShownOf((before) => ({ ...before, [state]: before[state] + MORE }))}
            />
          </tbody>
        ))}
      </Table>
    </section>
  );
}

function RowLine({ listed }: { listed: ListedRow }) {
  const { row, letter, label, place, text, note } = listed;
  const clock = row ? eventClock(row, "UTC") : null;
  const on = row?.at ? clockIn(row.at, "UTC").day : null;
  const day = on && `${shortDay(on)} ${on.slice(0, 4)}`;
  const stated = row?.statedText && !isEpoch(row.statedText) ? row.statedText : null;
  const says = stated !== null && !stated.includes(clock?.text ?? "-") ? `says ${stated}` : null;
  return (
    <tr className={row ? undefined : "bad"}>
      <td className="num tm">
        {clock?.text ? <time dateTime={row?.at ?? undefined}>{clock.text}</time> : <span className="muted">none</span>}
        <small>{[day, says].filter(Boolean).join(", ")}</small>
      </td>
      <td className="gl">{row ? <EventGlyph shape={drawnShape(row)} certainty={certaintyOf(row)} /> : null}</td>
      <td className="tx">{text || <span className="muted">no text</span>}</td>
      <td className="ori">
        <SourceLetter letter={letter} name={label} />
        <span className="num">{place}</span>
      </td>
      <td className="why2">{row ? note : <b>{note}</b>}</td>
    </tr>
  );
}

function MoreRows({ left, beyond, onMore }: { left: number; beyond: number; onMore: () => void }) {
  if (left <= 0 && beyond <= 0) return null;
  return (
    <tr className="more">
      <td colSpan={COLUMNS}>
        {left > 0 ? (
          <Button kind="ghost" onClick={onMore}>
            Show {Math.min(left, MORE)} more
          </Button>
        ) : null}
        {beyond > 0 ? (
          <span className="muted"> {beyond.toLocaleString("en")} more are read and not listed here</span>
        ) : null}
      </td>
    </tr>
  );
}
