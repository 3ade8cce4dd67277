import { z } from "zod";
import { invalid } from "#lib/base/errors.ts";
import { isStorable } from "#lib/base/text/storable.ts";
import { id, instant } from "#lib/contract/base.ts";

/** Returns an opaque cursor over the sort values of the last row of a page. */
export const encodeCursor = (values: readonly (string | number | null | readonly (string | null)[])[]): string =>
  Buffer.from(JSON.stringify(values)).toString("base64url");

const name = z.string().refine(isStorable);
export const cursorNumber = z.int().min(0).max(2_147_483_647);

/** Sort values by which lists page. The last one is unique. */
export const CURSORS = {
  instantAndId: z.tuple([instant, id]),
  nameAndId: z.tuple([name, id]),
  id: z.tuple([id]),
  number: z.tuple([cursorNumber]),
  instantAndNumber: z.tuple([instant, cursorNumber]),
};

/** Returns the sort values of a cursor, in this shape. Throws `invalid` for one from another list. */
export function decodeCursor<Values>(cursor: string, shape: z.ZodType<Values>): Values {
  const read = shape.safeParse(valuesOf(cursor));
  if (read.success) return read.data;
  throw invalid("cursor", "Invalid cursor. Use nextCursor of the previous page, or leave it out.");
}

function valuesOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}

/** Returns one page from `limit + 1` rows: the extra row only shows that there is another page. */
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
