import type { ApartAnswer, EventPair, GivenTime, Preview, PreviewRow, SectionAnswer } from "#lib/contract/import.ts";
import type { ColumnMapping, ColumnRole } from "#lib/incidents/import/column-roles.ts";
import type { SourceFile } from "../files/source-file.ts";
import { apartOf, rowsOf } from "../import-words.ts";

/** A person's answers about a file. */
export interface FileAnswers {
  format?: string;
  zone?: string;
  /** Null: asked later. */
  date?: string | null;
  mapping?: ColumnMapping;
  outside?: { date: string; answer: ApartAnswer }[];
  sections?: { section: number; answer: SectionAnswer }[];
  /** Numbers of rows that aren't selected. */
  leaveOut?: number[];
  times?: GivenTime[];
  pairs?: { pair: EventPair; same: boolean }[];
}

/** The answers that affect how a file is read. Selection and pairs are counted here. */
export function sentAnswers({ leaveOut: _, pairs: __, date, ...answers }: FileAnswers) {
  return { ...answers, ...(date ? { date } : {}) };
}

/**
 * Returns the choices with one changed. Another format numbers the rows differently, so those about single rows are
 * dropped.
 */
export function withAnswer(before: FileAnswers, answer: FileAnswers): FileAnswers {
  if (answer.format === undefined && answer.mapping === undefined) return { ...before, ...answer };
  const { format, zone, date, mapping } = before;
  const kept = { format, zone, date, mapping };
  return { ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)), ...answer };
}

/** When a file was written: its first day and its time zone. */
export type FileTime = Pick<FileAnswers, "date" | "zone">;

/** Returns the day and time zone that were answered. */
export const timeOf = ({ date, zone }: FileAnswers): FileTime => ({
  ...(date !== undefined ? { date } : {}),
  ...(zone !== undefined ? { zone } : {}),
});

/** Returns whether a file needs a day or a time zone, or was given one. */
export const asksTime = ({ preview, answers }: Pick<DraftImport, "preview" | "answers">): boolean =>
  preview !== null && (preview.dayQuestion !== null || preview.zoneNeeded || answers.zone !== undefined);

/** Returns the parts of a file's time that another file asks for, too. */
export function sharedTime(time: FileTime, { preview, answers }: Pick<DraftImport, "preview" | "answers">): FileTime {
  const { date, zone } = time;
  const asksZone = preview?.zoneNeeded || answers.zone !== undefined;
  return {
    ...(date !== undefined && preview?.dayQuestion ? { date } : {}),
    ...(zone !== undefined && asksZone ? { zone } : {}),
  };
}

/** Returns a file's choices with its day and time zone as they were before, or without them. */
export function withTimeOf({ date: _, zone: __, ...answers }: FileAnswers, before: FileTime): FileAnswers {
  return { ...answers, ...timeOf(before) };
}

const isSameTime = (one: GivenTime, other: GivenTime) =>
  "row" in one ? "row" in other && one.row === other.row : "reject" in other && one.reject === other.reject;

/** Returns the times given to rows with this one added, or removed if undefined. */
export function withTime(before: readonly GivenTime[] = [], time: GivenTime, isGiven: boolean): GivenTime[] {
  return [...before.filter((one) => !isSameTime(one, time)), ...(isGiven ? [time] : [])];
}

const sideOf = ({ row, eventNumber }: EventPair["other"]) => (row === null ? `E${eventNumber}` : `row ${row}`);

/** Identifies a pair of a file. */
export const pairKey = ({ one, other }: EventPair): string => `${sideOf(one)} ${sideOf(other)}`;

/** Returns the answer about a pair, or null. */
export const pairAnswer = ({ pairs = [] }: FileAnswers, pair: EventPair): boolean | null =>
  pairs.find((answered) => pairKey(answered.pair) === pairKey(pair))?.same ?? null;

/** Returns the pairs after one or more of them were answered. */
export function withPairs(before: FileAnswers, pairs: readonly EventPair[], same: boolean): FileAnswers {
  const keys = new Set(pairs.map(pairKey));
  const kept = (before.pairs ?? []).filter(({ pair }) => !keys.has(pairKey(pair)));
  return { pairs: [...kept, ...pairs.map((pair) => ({ pair, same }))] };
}

/** Returns the answered pairs whose rows are imported. */
export function settledPairs({ pairs = [], leaveOut = [] }: FileAnswers) {
  const isIn = ({ row }: EventPair["other"]) => row === null || !leaveOut.includes(row);
  return pairs.filter(({ pair }) => isIn(pair.one) && isIn(pair.other));
}

/** Returns what importing needs in addition to the answers that affect reading. */
export function rowAnswers(answers: FileAnswers) {
  const pairs = settledPairs(answers).map(({ pair: { one, other }, same }) => ({
    row: one.row,
    other: other.row === null ? { event: other.eventNumber ?? 0 } : { row: other.row },
    same,
  }));
  const { leaveOut = [] } = answers;
  return { ...(leaveOut.length > 0 ? { leaveOut } : {}), ...(pairs.length > 0 ? { pairs } : {}) };
}

/** A file with its answers, and the server's preview. */
export interface DraftImport {
  file: SourceFile;
  answers: FileAnswers;
  preview: Preview | null;
  /** Why it is unreadable. Null when it is readable. */
  problem: string | null;
}

/** How many pairs of a file become one event each. */
export const joinedOf = (answers: FileAnswers): number => settledPairs(answers).filter(({ same }) => same).length;

/** Returns what importing all of them would do: counts over all files that were read. */
export function totalsOf(drafts: readonly DraftImport[]) {
  const totals = {
    ...{ rows: 0, fresh: 0, known: 0, ambiguous: 0, rejected: 0, context: 0, created: 0, untimed: 0 },
    ...{ leftOut: 0, apart: 0, joined: 0 },
  };
  for (const { preview, answers } of drafts) {
    if (!preview) continue;
    const unticked = new Set(answers.leaveOut);
    const out = preview.rows.filter(({ row, state }) => unticked.has(row) && state !== "known");
    const outOf = (goes: PreviewRow["goes"]) => out.filter((row) => row.goes === goes).length;
    const { counts } = preview;
    totals.rows += rowsOf(preview);
    totals.created += counts.created - outOf("here");
    totals.apart += apartOf(preview) - outOf("new_incident");
    totals.leftOut += counts.leftOut + outOf("here") + outOf("new_incident");
    totals.joined += joinedOf(answers);
    totals.ambiguous += counts.ambiguous;
    totals.fresh += counts.created - counts.ambiguous;
    totals.known += counts.known;
    totals.rejected += counts.rejected;
    totals.context += counts.context;
    totals.untimed += preview.rows.filter(
      (row) => row.state !== "known" && row.at === null && row.goes === "here" && !unticked.has(row.row),
    ).length;
  }
  return totals;
}

/** Returns the mapping with one column changed. The others stay as shown. */
export function mapColumn(preview: Preview, header: string, role: ColumnRole): ColumnMapping {
  const columns = (preview.columns ?? []).map((column) => [column.header, column.role] as const);
  return Object.fromEntries([...columns, [header, role]]);
}
