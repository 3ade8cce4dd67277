import Papa from "papaparse";
import { invalid } from "#lib/base/errors.ts";
import type { LocalDate } from "#lib/base/time/local-date.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { ACTION_TYPE_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItemRow, actionItemContract } from "#lib/contract/action-item.ts";
import { shownStatus } from "#lib/follow/action-item/blocked.ts";
import { effectWords, evidenceWords, issuesOf } from "#lib/follow/action-item/detail-words.ts";
import { daysLate } from "#lib/follow/action-item/lateness.ts";
import { type ColumnName, columnsOf } from "#lib/follow/action-item/query/columns.ts";
import { QUERY_FIELDS } from "#lib/follow/action-item/query/fields.ts";
import { listInputOf, readQuery, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { StreamedFile } from "#server/base/kernel/streamed-file.ts";
import { everyActionItem, everyWholeAction, readOr422, type WholeAction } from "#server/follow/action-item/index.ts";
import { readerZone } from "#server/people/calendar/index.ts";
import { queryOfView } from "./read.ts";

const PART = 500;
const WHOLE_PART = 250;

/** Finds every row of a query, and returns them in its order, in parts. */
export const actionsOf = (ctx: Ctx, query: TrackerQuery, today: LocalDate) =>
  everyActionItem(ctx, listInputOf(query, today), PART);

interface Reader {
  today: LocalDate;
  zone: string;
}

const dayIn = ({ zone }: Reader, at: string | null | undefined) => (at ? todayIn(zone, new Date(at)) : "");

/** The value of an action in each column. Empty if it has none. */
const CELLS: Record<ColumnName, (row: ActionItemRow, reader: Reader) => string | number> = {
  key: ({ key }) => key,
  title: ({ title }) => title,
  priority: ({ priority }) => priority,
  type: ({ type }) => ACTION_TYPE_WORDS[type],
  // The day is in a column of its own.
  status: (row) => shownStatus({ ...row, blockedUntil: null }),
  owner: ({ owner }) => owner?.name ?? "",
  team: ({ team }) => team?.name ?? "",
  incident: ({ incident }) => incident?.key ?? "",
  severity: ({ incident }) => (incident ? `SEV${incident.severity}` : ""),
  review: ({ review }) => review?.key ?? "",
  original: ({ originalDueDate }) => originalDueDate ?? "",
  due: ({ dueDate }) => dueDate ?? "",
  late: (row, { today }) => Math.max(0, daysLate(row, today) ?? 0),
  moves: ({ dueMoves }) => dueMoves,
  effort: ({ effortDays }) => effortDays ?? "",
  blocked: ({ blockedReason }) => blockedReason ?? "",
  unblocked: ({ blockedUntil }) => blockedUntil ?? "",
  waived: ({ waivedUntil }) => waivedUntil ?? "",
  change: ({ details }) => details?.changes.map(({ key }) => key).join(", ") ?? "",
  evidence: ({ details }) => evidenceWords(details?.evidence),
  issue: ({ details }) =>
    issuesOf(details)
      .map(({ url }) => url)
      .join(" "),
  implementer: ({ details }) => details?.implementedBy?.name ?? "",
  implemented: ({ details }, reader) => dayIn(reader, details?.implementedAt),
  verifier: ({ details }) => details?.verifiedBy?.name ?? "",
  verified: ({ details }, reader) => dayIn(reader, details?.verifiedAt),
  effect: ({ details }, { today }) => (details ? effectWords(details, today) : ""),
  created: ({ createdAt }, reader) => dayIn(reader, createdAt),
  updated: ({ details }, reader) => dayIn(reader, details?.updatedAt),
};

/** Cells that a spreadsheet would take for a formula get an apostrophe in front. */
const asCsv = (rows: readonly (string | number)[][]) =>
  rows.length === 0
    ? ""
    : `${Papa.unparse(rows as (string | number)[][], { newline: "\r\n", escapeFormulae: true })}\r\n`;

/**
 * Returns the actions of a view or of a query as a file: CSV with the columns of the view, or JSON with their fields. `whole`: with everything that the page of an action has. Rows
 * are read while the file is sent. Throws `not_found` for an unknown view, `rule` for an unknown field.
 */
export async function exportActionItems(
  ctx: Ctx,
  { format, whole, view, query: search, today: day }: InputOf<typeof actionItemContract.export>,
): Promise<File> {
  if (view !== undefined && search !== undefined) throw invalid("query", "Enter a view or a query, not both");
  const zone = await readerZone(ctx);
  const today = day ?? todayIn(zone, ctx.now());
  const query = view === undefined ? readOr422(() => readQuery(search ?? "")) : (await queryOfView(ctx, view)).query;
  const isWhole = format === "json" && whole;
  const pieces = isWhole
    ? jsonOf(await everyWholeAction(ctx, listInputOf(query, today), WHOLE_PART))
    : format === "csv"
      ? csvOf(await actionsOf(ctx, query, today), query, { today, zone })
      : jsonOf(await actionsOf(ctx, query, today));
  const type = format === "csv" ? "text/csv;charset=utf-8" : "application/json";
  return new StreamedFile(pieces, `actions-${today}.${format}`, type);
}

async function* csvOf(parts: AsyncIterable<ActionItemRow[]>, { columns }: TrackerQuery, reader: Reader) {
  const names = columnsOf(columns).map(({ name }) => name);
  yield asCsv([names.map((name) => QUERY_FIELDS[name].label)]);
  for await (const rows of parts) yield asCsv(rows.map((row) => names.map((name) => CELLS[name](row, reader))));
}

async function* jsonOf(parts: AsyncIterable<(ActionItemRow | WholeAction)[]>) {
  let between = '{"items":[';
  for await (const rows of parts) {
    if (rows.length === 0) continue;
    yield between + rows.map((row) => JSON.stringify(row)).join(",");
    between = ",";
  }
  yield between === "," ? "]}\n" : `${between}]}\n`;
}
