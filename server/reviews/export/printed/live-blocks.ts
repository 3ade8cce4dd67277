import { LIVE_BLOCK_WORDS, type LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import { type DocumentNode, descendants, stringAttr } from "#lib/document/document-json.ts";
import { liveBlockOptions } from "#lib/document/live-block-options.ts";
import { shownRows } from "#lib/reviews/version/frozen-rows.ts";
import { recordPath, utc } from "#server/reviews/frozen/index.ts";
import type { StatedReview } from "../stated/stated-review.ts";
import { type Block, type Cell, noteOf, paragraphOf, plainWords, type Words } from "./printed.ts";

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:(\d{2})\.\d{3}Z$/;
const RECORD_KEY = /^(INC|ACT|SC)-\d+/;
const NOUNS: Readonly<Record<string, string>> = { INC: "incident", ACT: "action-item", SC: "strategic-change" };

/** Returns a kept cell for print: an instant in words, and the key that it starts with as a link. */
function cellWords(cell: string, baseUrl: string | null): Words[] {
  const [, seconds] = INSTANT.exec(cell) ?? [];
  if (seconds !== undefined) return [plainWords(utc(cell, seconds !== "00"))];
  const [key, kind = ""] = RECORD_KEY.exec(cell) ?? [];
  const path = key && recordPath(NOUNS[kind] ?? "", key);
  if (!key || !path || baseUrl === null) return [plainWords(cell)];
  return [plainWords(key, `${baseUrl}${path}`), ...(cell === key ? [] : [plainWords(cell.slice(key.length))])];
}

/** Returns a table cell with one paragraph for each line. */
const cellOf = (isHead: boolean, lines: Words[][]): Cell => ({
  ...{ isHead, columns: 1, rows: 1 },
  blocks: lines.map((content) => ({ kind: "paragraph", content })),
});

/** Returns a table of text with a header row. */
export function wordTable(
  caption: string | null,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  baseUrl: string | null,
): Block {
  const body = rows.map((cells) =>
    cells.map((cell) =>
      cellOf(
        false,
        cell.split(/\n+/).map((line) => cellWords(line, baseUrl)),
      ),
    ),
  );
  return {
    ...{ kind: "table", caption, headRows: 1 },
    rows: [columns.map((column) => cellOf(true, [[plainWords(column)]])), ...body],
  };
}

/** Returns a live block as a table of its records. Nothing if it has none. */
export function liveBlock(node: DocumentNode, review: StatedReview): Block[] {
  const kind = stringAttr(node, "kind") as LiveBlockKind;
  const kept = review.blocks?.[kind];
  if (!kept) return [];
  const cited = new Set([...Object.keys(review.labels), ...evidenceOf(review)]);
  const isCited = ({ key, cells }: { key: string; cells: string[] }) => cited.has(key) || cited.has(cells[0] ?? "");
  const shown = { options: liveBlockOptions(node), most: Number.POSITIVE_INFINITY, isCited };
  const { text, columns, rows } = shownRows(kind, withFilled(kind, kept), shown);
  const note =
    kind !== "timeline" || rows.length === 0
      ? ""
      : `Times are UTC.${rows.length < kept.rows.length ? ` ${rows.length} of ${kept.rows.length} events.` : ""}`;
  const cells = rows.map((row) => row.cells);
  const paragraphs = text === "" ? [] : text.split(/\n+/).map(paragraphOf);
  const table = rows.length === 0 ? [] : [wordTable(LIVE_BLOCK_WORDS[kind], columns, cells, review.baseUrl)];
  return [...paragraphs, ...table, ...(note === "" ? [] : [noteOf(note)])];
}

/** Without the facts of the head that no one has set. */
const withFilled = (kind: LiveBlockKind, block: NonNullable<NonNullable<StatedReview["blocks"]>[LiveBlockKind]>) =>
  kind === "header" ? { ...block, rows: block.rows.filter(({ cells }) => cells[1] !== "") } : block;

/** Labels of the events that are evidence of a factor. */
function evidenceOf({ blocks }: StatedReview): string[] {
  const { columns = [], rows = [] } = blocks?.factors ?? {};
  const at = columns.indexOf("Evidence");
  return rows.flatMap(({ cells }) => (cells[at] ?? "").split(", "));
}

/** The events that the text cites, for a text without a timeline. */
export function citedEvents({ json, labels, blocks, events, baseUrl }: StatedReview): Block[] {
  const hasTimeline = [...descendants(json)].some(
    ({ type, attrs }) => type === "liveBlock" && attrs?.kind === "timeline",
  );
  const cited = new Set(events.flatMap(({ id }) => labels[id] ?? []));
  const rows = (blocks?.timeline?.rows ?? []).filter(({ cells }) => cited.has(cells[0] ?? ""));
  if (hasTimeline || rows.length === 0) return [];
  const told = rows.map(({ cells }) => cells.slice(0, 3));
  return [
    { kind: "heading", level: 1, anchor: "events-cited", content: [plainWords("Events cited")] },
    wordTable(null, ["No.", "Time", "Event"], told, baseUrl),
    noteOf("Times are UTC."),
  ];
}
