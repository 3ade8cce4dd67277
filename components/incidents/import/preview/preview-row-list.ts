import { dayWords } from "#lib/base/time/instant-words.ts";
import { shapeOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { EventPair, GivenTime, Preview, PreviewReject, PreviewRow } from "#lib/contract/import.ts";
import { placeWords } from "#lib/incidents/import/place-words.ts";
import { type DraftImport, type FileAnswers, settledPairs } from "../draft/draft-import.ts";

export const ROW_STATES = ["ambiguous", "new", "known", "rejected"] as const;
export type RowState = (typeof ROW_STATES)[number];

/** A row of any file in the preview. `row` is null for a rejected one. */
export interface ListedRow {
  key: string;
  fileId: string;
  state: RowState;
  letter: string;
  label: string;
  place: string;
  text: string;
  note: string | null;
  row: PreviewRow | null;
  /** Whether the person wants to import it. Null if it can't be imported. */
  ticked: boolean | null;
  /** How a person can set its time. Null if its source has one, or if it can't have one. */
  time: RowTime | null;
}

/** The answer about the time of one row. */
export interface RowTime {
  of: { row: number } | { reject: number };
  isGiven: boolean;
  /** The possible meanings of its time. */
  choices: PreviewRow["choices"];
  precision: GivenTime["precision"];
}

/** Rows of one state, or the new ones of one day. */
export interface RowGroup {
  key: string;
  state: RowState;
  label: string;
  /** Shown next to the count: the distance of the day from the incident. */
  note: string | null;
  rows: ListedRow[];
}

const WORDS: Record<RowState, string> = {
  ambiguous: "Ambiguous",
  new: "No time",
  known: "Already known",
  rejected: "Rejected",
};
const NOTES: Record<RowState, string | null> = {
  ambiguous: "imported without a time. You can answer later",
  new: null,
  known: "not imported again",
  rejected: "kept in the import's log with the line and the reason",
};

function rowsOfFile({ id }: { id: string }, preview: Preview, answers: FileAnswers): ListedRow[] {
  const shared = { fileId: id, letter: preview.letter, label: preview.label };
  const unticked = new Set(answers.leaveOut);
  const joined = joinedWords(preview, answers);
  const rows = preview.rows.map((row) => ({
    ...shared,
    key: `${id} ${row.row}`,
    state: row.state,
    place: placeWords(preview.format, row.line),
    text: row.title,
    note: joined.get(row.row) ?? row.note ?? goesWords(row, preview),
    row,
    ticked: row.state === "known" || row.goes === "left_out" ? null : !unticked.has(row.row),
    time: timeOfRow(row),
  }));
  const rejects = preview.rejects.map((reject) => ({
    ...shared,
    key: `${id} reject ${reject.reject}`,
    state: reject.at === null ? ("rejected" as const) : ("new" as const),
    place: placeWords(preview.format, reject.line),
    text: reject.at === null ? reject.text : (reject.event?.title ?? ""),
    note: reject.at === null ? reject.reason : null,
    row: rowOfReject(reject),
    ticked: null,
    time: timeOfReject(reject),
  }));
  return [...rows, ...rejects];
}

function timeOfRow({ row, state, timeGiven, choices, precision }: PreviewRow): RowTime | null {
  if (state === "known" || (state !== "ambiguous" && !timeGiven)) return null;
  return { of: { row }, isGiven: timeGiven, choices, precision: precision === "unknown" ? "minute" : precision };
}

function timeOfReject({ reject, event, at }: PreviewReject): RowTime | null {
  return event && { of: { reject }, isGiven: at !== null, choices: [], precision: "minute" };
}

/** Returns a rejected row that a person gave a time, as the resulting row. Null without a time. */
function rowOfReject({ at, precision, event, line }: PreviewReject): PreviewRow | null {
  if (at === null || !event) return null;
  return {
    ...{ row: 0, goes: "here", section: null, actor: null, state: "new", at, endAt: null, precision },
    ...{ kind: "observation", shape: shapeOfKind("observation"), ...event, line, note: null },
    ...{ knownEventNumber: null, timeGiven: true, choices: [] },
  };
}

/** "one event with line 4": for rows that a person marked as the same as another. */
function joinedWords({ format }: Preview, answers: FileAnswers): Map<number, string> {
  const place = ({ line, eventNumber }: EventPair["other"]) =>
    eventNumber === null ? placeWords(format, line ?? 0) : `E${eventNumber}`;
  return new Map(
    settledPairs(answers).flatMap(({ pair: { one, other }, same }) => {
      if (!same) return [];
      const words = (side: EventPair["other"]) => `Merged with ${place(side)}`;
      const first = [one.row, words(other)] as const;
      return other.row === null ? [first] : [first, [other.row, words(one)] as const];
    }),
  );
}

const ANSWERED = {
  keep: "kept as you chose",
  leave_out: "left out as you chose",
  new_incident: "into a new incident",
};

function goesWords({ goes, section }: PreviewRow, { sections }: Preview): string | null {
  if (goes === "here") return null;
  const name = sections.find((one) => one.section === section)?.name;
  const words = goes === "left_out" ? ANSWERED.leave_out : ANSWERED.new_incident;
  return name === undefined ? words : `${name}: ${words}`;
}

/** Returns rows of all files: first those with questions, then each day with its year, then known and rejected ones. */
export function groupRows(drafts: readonly DraftImport[]): RowGroup[] {
  const read = drafts.filter(({ preview, problem }) => preview && !problem);
  const all = read.flatMap(({ file, preview, answers }) => (preview ? rowsOfFile(file, preview, answers) : []));
  const ofState = (state: RowState) => all.filter((row) => row.state === state);
  const group = (state: RowState, rows = ofState(state)): RowGroup => ({
    ...{ key: state, state, label: WORDS[state], note: NOTES[state], rows },
  });
  const days = Map.groupBy(ofState("new"), ({ row }) => row?.at?.slice(0, 10) ?? "");
  const outside = read.flatMap(({ preview }) => preview?.outside ?? []);
  const ofDays = [...days]
    .sort(([a], [b]) => (a || "~").localeCompare(b || "~"))
    .map(([day, rows]) =>
      day === ""
        ? group("new", rows)
        : {
            ...group(
              "new",
              rows.toSorted((a, b) => (a.row?.at ?? "").localeCompare(b.row?.at ?? "")),
            ),
            ...{ key: day, label: dayWords(day), note: outsideWords(day, outside) },
          },
    );
  return [group("ambiguous"), ...ofDays, group("known"), group("rejected")].filter(({ rows }) => rows.length > 0);
}

function outsideWords(day: string, outside: Preview["outside"]): string | null {
  const found = outside.find(({ date }) => date === day);
  if (!found) return "times in UTC";
  const far = `${Math.abs(found.days)} days ${found.days < 0 ? "before" : "after"} this incident`;
  const answer = found.answer === "incident_day" ? null : found.answer;
  return answer ? `${far}, ${ANSWERED[answer]}` : far;
}
