import { isQueryField, QUERY_FIELDS, type QueryField } from "./fields.ts";

/** The columns of the table and of a CSV, with their widths in px. */
const WIDTHS = {
  key: 76,
  priority: 36,
  title: 320,
  type: 96,
  incident: 80,
  severity: 72,
  review: 80,
  owner: 40,
  team: 120,
  original: 88,
  late: 104,
  due: 128,
  status: 160,
  moves: 64,
  effort: 72,
  blocked: 72,
  unblocked: 96,
  waived: 96,
  change: 88,
  evidence: 96,
  issue: 120,
  implementer: 104,
  implemented: 96,
  verifier: 88,
  verified: 88,
  effect: 112,
  created: 88,
  updated: 88,
} as const satisfies Partial<Record<QueryField, number>>;
export type ColumnName = keyof typeof WIDTHS;

/** The columns of which a row has the values only in its details. */
const OF_DETAILS: readonly ColumnName[] = [
  "change",
  "evidence",
  "issue",
  "implementer",
  "implemented",
  "verifier",
  "verified",
  "effect",
  "updated",
];

export interface Column {
  name: ColumnName;
  /** Stays in sight while the others scroll sideways. */
  pinned: boolean;
  widthPx: number;
}

export const NARROWEST_PX = 36;
export const WIDEST_PX = 900;

const plain = (name: ColumnName, pinned = false): Column => ({ name, pinned, widthPx: WIDTHS[name] });

/** The columns of a table that names none. */
export const USUAL_COLUMNS: readonly Column[] = [
  plain("key", true),
  plain("priority", true),
  plain("title", true),
  ...(["incident", "owner", "late", "due", "status"] as const).map((name) => plain(name)),
];

/** Returns whether rows need their details to be shown in these columns. */
export const needDetails = (columns: readonly Column[]): boolean =>
  columns.some(({ name }) => OF_DETAILS.includes(name));

export const columnLabel = (name: ColumnName): string => QUERY_FIELDS[name].label;

/** Returns the columns that aren't among some. */
export const otherColumns = (columns: readonly Column[]): Column[] =>
  (Object.keys(WIDTHS) as ColumnName[])
    .filter((name) => columns.every((column) => column.name !== name))
    .map((name) => plain(name));

/** Returns the nearest width that a column can have. */
export const fitWidth = (px: number): number => Math.min(WIDEST_PX, Math.max(NARROWEST_PX, Math.round(px)));

/** Reads `*key,*title:400,due`: names in order, a star for a pinned one, a width. Null if it can't be read. */
export function readColumns(text: string): Column[] | null {
  const columns = text.split(",").map(readColumn);
  const names = new Set(columns.map((column) => column?.name));
  return columns.some((column) => column === null) || names.size !== columns.length
    ? null
    : columns.flatMap((column) => column ?? []);
}

function readColumn(text: string): Column | null {
  const [, star, name = "", width] = /^(\*?)([a-z]+)(?::(\d{2,3}))?$/.exec(text) ?? [];
  if (!isQueryField(name) || !Object.hasOwn(WIDTHS, name)) return null;
  const column = plain(name as ColumnName, star === "*");
  const widthPx = width === undefined ? column.widthPx : Number(width);
  return widthPx < NARROWEST_PX || widthPx > WIDEST_PX ? null : { ...column, widthPx };
}

/** Returns columns as text, or null if they are the usual ones. */
export function printColumns(columns: readonly Column[]): string | null {
  const text = print(columns);
  return text === print(USUAL_COLUMNS) ? null : text;
}

const print = (columns: readonly Column[]) =>
  columns
    .map(({ name, pinned, widthPx }) => `${pinned ? "*" : ""}${name}${widthPx === WIDTHS[name] ? "" : `:${widthPx}`}`)
    .join(",");

export const columnsOf = (text: string | null): readonly Column[] =>
  (text === null ? null : readColumns(text)) ?? USUAL_COLUMNS;
