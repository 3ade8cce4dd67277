"use client";

import {
  type ChangeEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { Button } from "#components/ui/button.tsx";
import { Seg } from "#components/ui/choices/seg.tsx";
import { cx } from "#components/ui/cx.ts";
import { Checkbox } from "#components/ui/fields/checkbox.tsx";
import { SourceLetter } from "#components/ui/labels/source-letter.tsx";
import { Table } from "#components/ui/lists/table.tsx";
import { EventGlyph } from "#components/ui/marks/event-glyph.tsx";
import { Section } from "#components/ui/page/section.tsx";
import layoutStyles from "#components/ui/roles/layout.module.css";
import textStyles from "#components/ui/roles/text.module.css";
import { isEpoch } from "#lib/base/time/is-epoch.ts";
import { eventClock } from "#lib/base/time/zoned-clock.ts";
import type { GivenTime } from "#lib/contract/import.ts";
import { certaintyOf, drawnShape } from "#lib/incidents/timeline/score/score-marks.ts";
import { type FileAnswers, totalsOf, withTime } from "../draft/draft-import.ts";
import type { ShownDraft } from "../draft/use-drafts.ts";
import { groupRows, type ListedRow, ROW_STATES, type RowGroup, type RowState } from "./preview-row-list.ts";
import styles from "./preview-rows.module.css";
import { TimeAnswer, type TimeFrame } from "./time-answer.tsx";
import { useTicks } from "./use-ticks.ts";

const COLUMNS = 7;
const FIRST: Record<RowState, number> = { ambiguous: 20, new: 12, known: 4, rejected: 20 };
const MORE = 100;

const WORDS: Record<RowState, string> = {
  ambiguous: "Ambiguous",
  new: "New",
  known: "Already known",
  rejected: "Rejected",
};

type View = RowState | "all";
type PreviewRowsProps = {
  drafts: readonly ShownDraft[];
  frame: TimeFrame;
  onAnswer: (fileId: string, answers: FileAnswers) => void;
};

/** Every row that was read: those with questions, then day by day with the year. Selected ones are imported. */
export function PreviewRows({ drafts, frame, onAnswer }: PreviewRowsProps) {
  const [view, setView] = useState<View>("all");
  const [more, setMore] = useState<ReadonlyMap<string, number>>(new Map());
  const totals = totalsOf(drafts);
  const counts: Record<RowState, number> = {
    ambiguous: totals.ambiguous,
    new: totals.fresh,
    known: totals.known,
    rejected: totals.rejected,
  };
  const groups = groupRows(drafts).filter(({ state }) => view === "all" || view === state);
  const firstOf = ({ key, state }: RowGroup) => more.get(key) ?? FIRST[state];
  const shown = groups.map((group) => ({ group, rows: group.rows.slice(0, firstOf(group)) }));
  const listed = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const beyond = ROW_STATES.reduce((sum, state) => sum + (view === "all" || view === state ? counts[state] : 0), 0);
  const ticks = useTicks(
    drafts,
    shown.flatMap(({ rows }) => rows),
    (fileId, leaveOut) => onAnswer(fileId, { leaveOut }),
  );
  const options: { value: View; label: string }[] = [
    { value: "all", label: "All" },
    ...ROW_STATES.filter((state) => counts[state] > 0).map((state) => ({
      value: state,
      label: `${WORDS[state]} ${counts[state].toLocaleString("en")}`,
    })),
  ];
  const id = useId();
  const body = useRef<HTMLElement>(null);
  const answered = useAnsweredFocus(body);
  const setTime = (row: ListedRow, time: GivenTime, isGiven: boolean) => {
    const before = drafts.find(({ file }) => file.id === row.fileId)?.answers.times;
    answered.current = row.key;
    onAnswer(row.fileId, { times: withTime(before, time, isGiven) });
  };
  if (options.length === 1 && groups.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent) => moveByArrow(event, body.current, ticks.run);
  return (
    <Section
      ref={body}
      id={id}
      title="Rows"
      count="select the rows to import, with Shift for a range"
      right={
        <Seg
          label="Rows"
          value={view}
          options={options}
          onChange={(next) => setView(options.find((option) => option.value === next)?.value ?? "all")}
        />
      }
    >
      <Table caption="Rows of the files" className={styles.rows}>
        <Head />
        {shown.map(({ group, rows }) => (
          <tbody key={group.key}>
            <GroupHead group={group} onTick={(on) => ticks.set(group.rows, on)} />
            {rows.map((row) => (
              <RowLine
                key={row.key}
                listed={row}
                onTick={ticks.tick}
                onKeyDown={onKeyDown}
                time={
                  row.time ? (
                    <TimeAnswer
                      listed={row}
                      time={row.time}
                      frame={frame}
                      onTime={(time, isGiven) => setTime(row, time, isGiven)}
                    />
                  ) : null
                }
              />
            ))}
            <MoreRows
              left={group.rows.length - rows.length}
              onMore={() => setMore((now) => new Map([...now, [group.key, firstOf(group) + MORE]]))}
            />
          </tbody>
        ))}
      </Table>
      {beyond > listed ? (
        <p className={textStyles.muted}>
          {(beyond - listed).toLocaleString("en")} more rows aren't listed here. They're imported too.
        </p>
      ) : null}
    </Section>
  );
}

/** Arrows move between check boxes. With Shift they copy the state. */
function moveByArrow(event: KeyboardEvent, body: HTMLElement | null, run: ReturnType<typeof useTicks>["run"]) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const boxes = [...(body?.querySelectorAll<HTMLInputElement>("input[data-row]:enabled") ?? [])];
  const at = event.target instanceof HTMLInputElement ? boxes.indexOf(event.target) : -1;
  const next = boxes[at + step];
  if (step === 0 || at < 0 || !next) return;
  event.preventDefault();
  next.focus();
  if (event.shiftKey) run(boxes[at]?.dataset.row ?? "", next.dataset.row ?? "", boxes[at]?.checked ?? true);
}

function Head() {
  return (
    <thead className={textStyles.visuallyHidden}>
      <tr>
        {["Import", "Time", "Kind", "Who", "Text", "Source and line", "Result"].map((word) => (
          <th key={word} scope="col">
            {word}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** A row that is given its time moves to its day, with the focus. Contains the key of the last answered row. */
function useAnsweredFocus(body: RefObject<HTMLElement | null>) {
  const answered = useRef<string | null>(null);
  useEffect(() => {
    if (answered.current === null || (document.activeElement && document.activeElement !== document.body)) return;
    body.current?.querySelector<HTMLElement>(`[data-time="${answered.current}"]`)?.focus();
  });
  return answered;
}

function GroupHead({ group, onTick }: { group: RowGroup; onTick: (on: boolean) => void }) {
  const { label, note, rows } = group;
  const mayTick = rows.filter(({ ticked }) => ticked !== null);
  const on = mayTick.filter(({ ticked }) => ticked).length;
  return (
    <tr className={styles.group}>
      <td className={styles.tick}>
        {mayTick.length > 0 ? (
          <Checkbox
            aria-label={`All rows: ${label}`}
            checked={on === mayTick.length}
            indeterminate={on > 0 && on < mayTick.length}
            onChange={(event) => onTick(event.target.checked)}
          />
        ) : null}
      </td>
      <th scope="rowgroup" colSpan={COLUMNS - 1}>
        <b>{label}</b>
        <span className={styles.count}>{rows.length.toLocaleString("en")}</span>
        {note ? <em>{note}</em> : null}
      </th>
    </tr>
  );
}

type RowLineProps = {
  listed: ListedRow;
  onTick: (row: ListedRow, on: boolean, isRun: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** Where its time is set. */
  time: ReactNode;
};

function RowLine({ listed, onTick, onKeyDown, time }: RowLineProps) {
  const { key, row, letter, label, place, text, note, ticked } = listed;
  const isRun = useRef(false);
  const clock = row ? eventClock(row, "UTC") : null;
  const stated = row?.statedText && !isEpoch(row.statedText) ? row.statedText : null;
  const says = stated !== null && !stated.includes(clock?.text ?? "-") ? `says ${stated}` : null;
  return (
    <tr className={row ? (ticked === false || row.goes === "left_out" ? styles.leftOut : undefined) : styles.refused}>
      <td className={styles.tick}>
        {ticked === null ? null : (
          <Checkbox
            aria-label={`Import ${text.slice(0, 80) || place}`}
            data-row={key}
            checked={ticked}
            onKeyDown={onKeyDown}
            onClick={(event: MouseEvent) => {
              isRun.current = event.shiftKey;
            }}
            onChange={(event: ChangeEvent<HTMLInputElement>) => onTick(listed, event.target.checked, isRun.current)}
          />
        )}
      </td>
      <td className={cx(styles.time, textStyles.figure)}>
        {clock?.text ? (
          <time dateTime={row?.at ?? undefined}>{clock.text}</time>
        ) : (
          <span className={textStyles.muted}>no time</span>
        )}
        {says ? <small>{says}</small> : null}
      </td>
      <td className={styles.kind}>
        {row ? <EventGlyph shape={drawnShape(row)} certainty={certaintyOf(row)} /> : null}
      </td>
      <td className={styles.speaker}>
        {row?.actor ? (
          <span className={cx(styles.name, textStyles.truncated, layoutStyles.ownLine)}>{row.actor}</span>
        ) : null}
      </td>
      <td className={styles.text}>{text || <span className={textStyles.muted}>no text</span>}</td>
      <td className={styles.origin}>
        <SourceLetter letter={letter} name={label} />
        <span className={textStyles.figure}>{place}</span>
      </td>
      <td className={styles.result}>
        {row ? ticked === false ? "You left this out" : note : <b>{note}</b>}
        {ticked === false ? null : time}
      </td>
    </tr>
  );
}

function MoreRows({ left, onMore }: { left: number; onMore: () => void }) {
  if (left <= 0) return null;
  return (
    <tr className={styles.more}>
      <td colSpan={COLUMNS}>
        <Button kind="ghost" onClick={onMore}>
          Show {Math.min(left, MORE)} more
        </Button>
      </td>
    </tr>
  );
}
