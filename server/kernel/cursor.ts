import { invalid } from "#lib/errors.ts";

/** An opaque cursor over the sort values of the last row of a page. */
export const encodeCursor = (values: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

/** Sort values of a cursor. Throws `invalid` for one that this list did not make. */
export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => value === null || typeof value === "string" || typeof value === "number")
    ) {
      return values;
    }
  } catch {
    // falls through to the refusal below
  }
  throw invalid("cursor", "Not a cursor of this list; take nextCursor of the page before, or leave it out");
}

/** One page out of `limit + 1` rows: the extra row only says that there is another page. */
export function pageFrom<Row, Item>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Item,
  cursorOf: (row: Row) => readonly (string | number | null)[],
): { items: Item[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null,
  };
}
