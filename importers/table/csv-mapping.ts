import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import { readZoneName } from "#lib/base/time/zone-names.ts";
import type { ColumnMapping, ColumnRole } from "#lib/incidents/import/column-roles.ts";
import { epochIn } from "./row-reader.ts";

/** Names of columns by role, the most certain first. Compared as lower-case words: `startedAt` is "started at". */
const NAMES: [ColumnRole, RegExp[]][] = [
  [
    "time",
    [
      /^(?:@?timestamp|date ?time|event time|occurred(?: at| on)?|happened(?: at)?|time ?stamp)\b/,
      /^(?:start(?:ed|s)?|begin|began|from)(?: (?:at|time|date|on|utc|gmt))*$/,
      /^(?:time|when|at|ts)\b/,
      /^(?:created|triggered|raised|fired|detected|reported|opened|logged)(?: (?:at|on|time|date|utc))*$/,
      /\b(?:time|timestamp|date ?time)\b/,
      /^(?:utc|gmt)\b/,
    ],
  ],
  ["date", [/^(?:date|day|datum)\b/, /\bdate\b/]],
  [
    "end",
    [
      /^(?:end(?:ed)?|until|finish(?:ed)?|stop(?:ped)?|resolved|resolution|recovered|recovery|restored|cleared|completed|closed|to)(?: (?:at|time|date|on|utc|gmt))*$/,
    ],
  ],
  ["zone", [/^(?:time ?zone|tz|zone|utc offset|offset)$/]],
  [
    "title",
    [
      /^(?:title|summary|event|headline|subject|message|msg|what(?: happened)?)$/,
      /^(?:event|alert|alarm|incident|problem) (?:name|title|summary|description)$/,
      /^(?:description|details?|name|text|action|activity|update|entry|log)$/,
      /^(?:alert|problem|rule|check|monitor|sensor|trigger|policy|reason|cause|error)(?: (?:display )?(?:name|text))?$/,
      /\b(?:title|summary|message|description)\b/,
      /^(?:notes?|comment)$/,
      /\b(?:event|name)\b/,
    ],
  ],
  ["body", [/^(?:body|description|details?|notes?|comments?|content|text|message|information)$/]],
  ["kind", [/^(?:kind|type|event ?(?:type|kind)|category|class|action)$/]],
  [
    "actor",
    [
      /^(?:actor|who|user(?: ?name)?|author|person|owner|by|assignee|responder|reporter|engineer|agent|performed by|created by)$/,
    ],
  ],
  ["service", [/^(?:services?|components?|systems?|app(?:lication)?s?|affected services?)$/]],
  [
    "external_id",
    [/^(?:id|uuid|guid|key|unique id|event id|external id|incident id|alert id|ref(?:erence)?|ticket|number)$/],
  ],
  ["url", [/^(?:url|link|href|permalink|web ?link)$/]],
];

const FITS_SHARE = 0.6;

/**
 * Guesses the roles of columns from their names and a sample of rows. Each role except "nothing" is used once. A column
 * is a time only if its cells read as times, so a wrong name has no effect.
 */
export function guessMapping(headers: string[], sampleRows: string[][]): ColumnMapping {
  const columns = headers.map((header, index) =>
    describeColumn(
      header,
      sampleRows.map((row) => row[index] ?? ""),
    ),
  );
  const mapping: ColumnMapping = Object.fromEntries(headers.map((header) => [header, "nothing"]));
  const taken = new Set<number>();
  for (const [role, patterns] of NAMES) {
    const index = best(columns, patterns, (at) => !taken.has(at) && fits(role, columns[at]));
    const header = index === null ? undefined : headers[index];
    if (index === null || header === undefined) continue;
    taken.add(index);
    mapping[header] = role;
  }
  fillGaps(headers, columns, mapping, taken);
  return mapping;
}

/** When a process started, a host booted or an account was made says nothing about the row. */
const OF_A_THING =
  /^(?:process|parent|host|device|user|account|owner|file|cert(?:ificate)?|repo(?:sitory)?|policy|team|commit)\b|\bboot\b/;

interface Column {
  name: string;
  filled: number;
  timed: number;
  dated: number;
  zoned: number;
  linked: number;
  numbered: number;
  unique: boolean;
  /** Cells with JSON. */
  structured: number;
  words: number;
}

const isStructured = (cell: string): boolean => /^(?:\{.*\}|\[.*\])$/s.test(cell);
/** A column with this share of JSON contains no text. */
const STRUCTURED = 0.3;

function describeColumn(header: string, cells: string[]): Column {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  const share = (test: (cell: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
  const name = header
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .replace(/[_\-./()[\]:]+/g, " ")
    .trim();
  return {
    name,
    filled: filled.length,
    timed: share(isWholeTime),
    dated: share(isWholeDate),
    zoned: share((cell) => cell.length < 40 && readZoneName(cell) !== null),
    linked: share((cell) => /^https?:\/\//i.test(cell)),
    numbered: share((cell) => /^\d+$/.test(cell)),
    unique: new Set(filled).size === filled.length,
    structured: share(isStructured),
    words: filled.length === 0 ? 0 : filled.reduce((sum, cell) => sum + Math.min(cell.length, 200), 0) / filled.length,
  };
}

function isWholeTime(cell: string): boolean {
  if (epochIn(cell) !== null) return true;
  const stamp = readStamp(cell);
  return stamp !== null && isTimed(stamp) && stamp.problem === null && cell.length - stamp.textStart <= 0;
}

function isWholeDate(cell: string): boolean {
  const stamp = readStamp(cell);
  return stamp !== null && stamp.date !== null && !isTimed(stamp) && cell.length - stamp.textStart <= 0;
}

function fits(role: ColumnRole, column: Column | undefined): boolean {
  if (!column) return false;
  if (column.filled === 0) return role !== "time" && role !== "date";
  if (role === "time" && OF_A_THING.test(column.name)) return false;
  if (role === "time" || role === "end") return column.timed >= FITS_SHARE;
  if (role === "date") return column.dated >= FITS_SHARE;
  if (role === "zone") return column.zoned >= FITS_SHARE;
  if (role === "url") return column.linked >= FITS_SHARE;
  if (role === "external_id") return column.unique && column.timed < FITS_SHARE;
  if (role === "title") return column.numbered < FITS_SHARE && column.timed < FITS_SHARE && column.linked < FITS_SHARE;
  return column.timed < FITS_SHARE;
}

function best(columns: Column[], patterns: RegExp[], allowed: (index: number) => boolean): number | null {
  for (const pattern of patterns) {
    const index = columns.findIndex((column, at) => allowed(at) && pattern.test(column.name));
    if (index >= 0) return index;
  }
  return null;
}

/**
 * Without an informative name: the first column of times is the time, the wordiest other column the title, and URLs
 * come last.
 */
function fillGaps(headers: string[], columns: Column[], mapping: ColumnMapping, taken: Set<number>): void {
  const give = (index: number, role: ColumnRole) => {
    const header = headers[index];
    if (index < 0 || header === undefined) return;
    taken.add(index);
    mapping[header] = role;
  };
  const roles = () => Object.values(mapping);
  const isOfRow = (column: Column, at: number) => !taken.has(at) && fits("time", column);
  const isTimed = ({ timed }: Column, at: number) => !taken.has(at) && timed >= FITS_SHARE;
  const isDated = ({ dated }: Column, at: number) => !taken.has(at) && dated >= FITS_SHARE;
  if (!roles().includes("time")) give(columns.findIndex(columns.some(isOfRow) ? isOfRow : isTimed), "time");
  if (!roles().includes("time") && !roles().includes("date")) give(columns.findIndex(isDated), "date");
  if (roles().includes("title")) return;
  const free = columns.map((column, at) =>
    taken.has(at) || column.timed + column.dated >= FITS_SHARE ? null : column,
  );
  const isPlain = ({ linked, structured }: Column) => linked < FITS_SHARE && structured < STRUCTURED;
  const words = wordiest(free.map((column) => (column && isPlain(column) ? column : null)));
  const title = words >= 0 ? words : wordiest(free);
  if (title >= 0) {
    give(title, "title");
    const details = columns.findIndex(({ structured }, at) => !taken.has(at) && structured >= STRUCTURED);
    if (!roles().includes("body")) give(details, "body");
  } else if (roles().includes("body"))
    give(
      headers.findIndex((header) => mapping[header] === "body"),
      "title",
    );
}

/** Returns the column with the longest cells, or -1 if all are empty. */
function wordiest(columns: readonly (Column | null)[]): number {
  const lengths = columns.map((column) => column?.words ?? 0);
  const most = Math.max(0, ...lengths);
  return most > 0 ? lengths.indexOf(most) : -1;
}
