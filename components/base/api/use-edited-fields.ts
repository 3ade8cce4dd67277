"use client";

import { useState } from "react";

/** The fields of an open form: as they were read, as they are now, and those that someone else changed too. */
export interface EditedFields<Fields extends object> {
  read: Fields;
  mine: Fields;
  version: number | null;
  clashes: readonly (keyof Fields)[];
}

const keysOf = <Fields extends object>(fields: Fields) => Object.keys(fields) as (keyof Fields)[];
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Returns the fields that a person has changed since they were read. */
export function changedFields<Fields extends object>({ read, mine }: EditedFields<Fields>): Partial<Fields> {
  const changed: Partial<Fields> = {};
  for (const key of keysOf(mine)) if (!isSame(mine[key], read[key])) changed[key] = mine[key];
  return changed;
}

/**
 * Takes over what someone else has saved: a field that the person hasn't touched gets the newer value, and one that
 * both changed keeps the person's and is a clash.
 */
export function rebase<Fields extends object>(
  edited: EditedFields<Fields>,
  newer: Fields,
  version: number,
): EditedFields<Fields> {
  const changed = changedFields(edited);
  const clashes = keysOf(changed).filter((key) => {
    const isTheirs = !isSame(newer[key], edited.read[key]) || edited.clashes.includes(key);
    return isTheirs && !isSame(newer[key], edited.mine[key]);
  });
  return { read: newer, mine: { ...newer, ...changed }, version, clashes };
}

/**
 * The fields of a form on a record that others edit at the same time. Send `changed` with `version`, and show
 * `clashes` first, so no one's change is overwritten unseen. `kept` is an earlier `state` to continue from.
 */
export function useEditedFields<Row extends { version: number }, Fields extends object>(
  row: Row | null,
  fieldsOf: (row: Row | null) => Fields,
  kept: EditedFields<Fields> | null = null,
) {
  const [edited, setEdited] = useState<EditedFields<Fields>>(() => {
    if (kept) return kept;
    const read = fieldsOf(row);
    return { read, mine: read, version: row?.version ?? null, clashes: [] };
  });
  if (row && edited.version !== null && row.version > edited.version)
    setEdited(rebase(edited, fieldsOf(row), row.version));
  const set = (patch: Partial<Fields>) => setEdited((before) => ({ ...before, mine: { ...before.mine, ...patch } }));
  const takeTheirs = () =>
    setEdited((before) => {
      const theirs: Partial<Fields> = {};
      for (const key of before.clashes) theirs[key] = before.read[key];
      return { ...before, mine: { ...before.mine, ...theirs }, clashes: [] };
    });
  const { mine: fields, version, clashes } = edited;
  return { fields, set, changed: changedFields(edited), version, clashes, takeTheirs, state: edited };
}
