import { useRef } from "react";
import type { DraftImport } from "../draft/draft-import.ts";
import type { ListedRow } from "./preview-row-list.ts";

/** Returns the sorted numbers of a file's rows that stay out after a change of the selection. */
export function leftOutAfter(before: readonly number[], rows: readonly number[], on: boolean): number[] {
  const kept = before.filter((row) => !rows.includes(row));
  return on ? kept : [...kept, ...rows].sort((a, b) => a - b);
}

/** The selection of rows, one by one or in ranges of the shown list. */
export function useTicks(
  drafts: readonly DraftImport[],
  shown: readonly ListedRow[],
  onLeaveOut: (fileId: string, rows: number[]) => void,
) {
  const last = useRef<string | null>(null);
  const set = (rows: readonly ListedRow[], on: boolean) => {
    const mayTick = rows.filter(({ ticked }) => ticked !== null);
    for (const [fileId, own] of Map.groupBy(mayTick, (row) => row.fileId)) {
      const before = drafts.find(({ file }) => file.id === fileId)?.answers.leaveOut ?? [];
      onLeaveOut(
        fileId,
        leftOutAfter(
          before,
          own.flatMap(({ row }) => row?.row ?? []),
          on,
        ),
      );
    }
  };
  const run = (from: string, to: string, on: boolean) => {
    const [a, b] = [from, to].map((key) => shown.findIndex((row) => row.key === key)).sort((x, y) => x - y);
    if (a === undefined || b === undefined || a < 0) return;
    set(shown.slice(a, b + 1), on);
    last.current = to;
  };
  return {
    set,
    run,
    tick: (row: ListedRow, on: boolean, isRun: boolean) => {
      if (isRun && last.current !== null) run(last.current, row.key, on);
      else set([row], on);
      last.current = row.key;
    },
  };
}
