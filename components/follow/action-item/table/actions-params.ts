import { createParser, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { EMPTY_QUERY, QUERY_PARTS, readQuery, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { BOARD_STATUSES } from "./drop-rule.ts";

/** A part of the query in the address, as every other reader of a query reads it. */
function part<Name extends keyof TrackerQuery>(name: Name) {
  const { parse, print } = QUERY_PARTS[name];
  return createParser<NonNullable<TrackerQuery[Name]>>({
    parse: (text) => parse(text) as NonNullable<TrackerQuery[Name]> | null,
    serialize: print as (value: TrackerQuery[Name]) => string,
    eq: (one, other) => String(one) === String(other),
  });
}

const monthOf = (text: string): string | null => (/^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/.test(text) ? text : null);

/**
 * The parameters in the URL of the tracker: the query, the month of the calendar, the state that a phone's board shows,
 * the saved view, the open row and the open form.
 */
export const TRACKER_PARAMS = {
  view: part("view").withDefault("open"),
  q: part("q").withDefault(""),
  status: part("status").withDefault(EMPTY_QUERY.status),
  priority: part("priority").withDefault(EMPTY_QUERY.priority),
  type: part("type").withDefault(EMPTY_QUERY.type),
  owner: part("owner").withDefault(EMPTY_QUERY.owner),
  team: part("team").withDefault(EMPTY_QUERY.team),
  incident: part("incident"),
  review: part("review"),
  band: part("band"),
  archived: part("archived").withDefault(false),
  sort: part("sort"),
  group: part("group"),
  columns: part("columns"),
  filter: part("filter").withDefault(""),
  as: part("as").withDefault("table"),
  month: createParser({ parse: monthOf, serialize: String }),
  state: parseAsStringLiteral(BOARD_STATUSES),
  saved: parseAsString,
  peek: parseAsString,
  new: parseAsString,
};

const OTHERS: ReadonlySet<string> = new Set(["month", "state", "saved", "peek", "new"]);

/** Returns what in an address isn't a part of a query, as a sentence. Null if all of it can be read. */
export function problemOfAddress(params: URLSearchParams): string | null {
  const query = new URLSearchParams([...params].filter(([name]) => !OTHERS.has(name)));
  try {
    readQuery(query.toString());
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
