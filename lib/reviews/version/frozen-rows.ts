import { type LocalDate, wordsOfDate } from "#lib/base/time/local-date.ts";
import type { LiveBlockKind } from "#lib/base/vocabulary/review.ts";
import { eventFilter, isColumnShown, type LiveBlockOptions, NO_OPTIONS } from "#lib/document/live-block-options.ts";
import type { FrozenBlock } from "./changes.ts";

const MOST = 60;

export interface ShownBlock extends FrozenBlock {
  /** The text above the rows, such as the impact in words. */
  text: string;
  /** How much of it is shown. */
  note: string;
}

/** Options of the block, the most events of a timeline, and the events to show whether pinned or not. */
interface Shown {
  options?: LiveBlockOptions;
  most?: number;
  isCited?: (row: FrozenBlock["rows"][number]) => boolean;
}

/**
 * Returns the rows of a kept live block for readers, without columns that are empty everywhere or not shown. Of a
 * timeline, they are the events that it shows, and the cited ones.
 */
export function shownRows(kind: LiveBlockKind, { columns, rows }: FrozenBlock, shown: Shown = {}): ShownBlock {
  const { options = NO_OPTIONS } = shown;
  const text = rows.find(({ key }) => key === TEXT_ROW)?.cells[0] ?? "";
  const told = kind === "timeline" ? keyEvents(rows, shown) : rows.filter(({ key }) => key !== TEXT_ROW);
  const kept = columns.flatMap((column, at) =>
    column !== SHOWN && isColumnShown(kind, column, options) && told.some(({ cells }) => cells[at])
      ? [{ column, at }]
      : [],
  );
  return {
    text,
    columns: kept.map(({ column }) => column),
    rows: told.map(({ key, cells }) => ({ key, cells: kept.map(({ at }) => cells[at] ?? "") })),
    note: kind === "timeline" ? `${told.length} of ${rows.length}, UTC` : "",
  };
}

/** The key of the row that contains the impact in words. */
export const TEXT_ROW = "text";
/** The column of a timeline that shows whether an event is pinned or hidden. */
const SHOWN = "Shown";

function keyEvents(
  rows: FrozenBlock["rows"],
  { options = NO_OPTIONS, most = MOST, isCited = () => false }: Shown,
): FrozenBlock["rows"] {
  const stateOf = ({ cells }: FrozenBlock["rows"][number]) => ({
    hidden: cells.at(-1) === "hidden",
    pinned: cells.at(-1) === "pinned",
  });
  const isShown = eventFilter(
    options,
    rows.some((row) => stateOf(row).pinned),
  );
  return rows.filter((row) => isShown(stateOf(row)) || isCited(row)).slice(0, most);
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?Z$/;
/** A day, or a day with a time or span in the zone of its table. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}[\d:.]*(?: to .+)?))?$/;

/** Returns a cell for readers: an instant as "Sat 10 Jan, 14:01 UTC", a day as "Sat 10 Jan", all else as it was stored. */
export function wordsOfCell(cell: string, today: LocalDate): string {
  const [, day, time] = INSTANT.exec(cell) ?? [];
  if (day !== undefined && time !== undefined) return `${wordsOfDate(day, today)}, ${time} UTC`;
  const [, ofDay, rest] = DAY.exec(cell) ?? [];
  if (ofDay === undefined) return cell;
  return rest === undefined ? wordsOfDate(ofDay, today) : `${wordsOfDate(ofDay, today)}, ${rest}`;
}
