"use client";
import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { toastDone, toastError } from "#components/ui/overlays/toast.tsx";
import { beginWrite } from "./begin-write.ts";
import { inTurn } from "./in-turn.ts";
import { problemOf, unsavedWords } from "./problem.ts";
import { type Listed, withRow } from "./with-row.ts";

interface Versioned {
  id: string;
  version: number;
}

/** One change of a row: the request, the row in the meantime, the toast's text, and the undo. */
export interface RowStep<Row, Change> {
  change: Change;
  shown: Partial<Row>;
  words: string;
  undo?: { change: Change; shown: Partial<Row>; words: string };
}

type RowSaveOptions<Row, Change> = {
  /** Key of every list that may contain the row. */
  listKey: QueryKey;
  update: (input: Change & Versioned) => Promise<Row>;
  /** Called once the server has it. */
  onSaved?: ((row: Row) => void) | undefined;
};

/**
 * Saves a change of a row in a list. It is shown at once, rolled back if rejected, and replaced by another person's
 * value on a conflict. It can be undone from its toast. Returns the saved row, or null.
 */
export function useRowSave<Row extends Versioned, Change extends object>(options: RowSaveOptions<Row, Change>) {
  const { listKey, update, onSaved } = options;
  const client = useQueryClient();
  const show = (row: Partial<Row> & { id: string }) =>
    client.setQueriesData<Listed<Row>>({ queryKey: listKey }, (data) => withRow(data, row));

  return async function save(row: Row, step: RowStep<Row, Change>): Promise<Row | null> {
    const endWrite = await beginWrite(client, listKey);
    show({ ...step.shown, id: row.id });
    try {
      const saved = await inTurn(row.id, row.version, (version) => update({ ...step.change, id: row.id, version }));
      show(saved);
      const { undo } = step;
      toastDone(step.words, undo ? { undo: () => void save(saved, undo) } : {});
      onSaved?.(saved);
      return saved;
    } catch (error) {
      const problem = problemOf(error);
      show(problem?.code === "conflict" && isRow<Row>(problem.current) ? problem.current : row);
      toastError(unsavedWords(error, "this"));
      return null;
    } finally {
      endWrite();
    }
  };
}

const isRow = <Row extends Versioned>(value: unknown): value is Row =>
  typeof value === "object" && value !== null && "id" in value && "version" in value;
