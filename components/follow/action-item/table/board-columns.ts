import { lanesOf, listInputOf, type TrackerQuery } from "#lib/follow/action-item/query/query.ts";
import { BOARD_STATUSES, type BoardStatus } from "./drop-rule.ts";

const CARDS = 25;

/** Returns the columns of a view: those of its states that the board has. */
export function statusesOf(query: TrackerQuery): BoardStatus[] {
  const wanted = query.view === "verify" ? ["implemented"] : query.status;
  return BOARD_STATUSES.filter((status) => wanted.length === 0 || wanted.some((one) => one === status));
}

/** Returns what a column lists: the view in one state. Verified ones of the last 14 days only. */
export function columnInputOf(query: TrackerQuery, status: BoardStatus, today: string) {
  const column = { status: [status], limit: CARDS };
  const group = lanesOf(query) ?? "none";
  if (status !== "verified") return { ...listInputOf({ ...query, group }, today), ...column };
  const filter = query.filter ? `(${query.filter}) and verified>=today-14d` : "verified>=today-14d";
  const input = listInputOf({ ...query, group, filter, sort: "-verified" }, today);
  // A view of open actions has those that its people verified as well.
  return { ...input, ...column, open: false };
}

/** Returns what the columns of a board are counted by: the verified ones alone, the others together. */
export function countInputOf(query: TrackerQuery, status: BoardStatus, today: string) {
  const filters = filtersAlone(columnInputOf(query, status, today));
  return status === "verified"
    ? filters
    : { ...filters, status: statusesOf(query).filter((one) => one !== "verified") };
}

/** Returns what narrows a list, by which its actions are counted. Search words are left out: those aren't counted. */
export function filtersAlone<Input extends ReturnType<typeof listInputOf>>(input: Input) {
  const { limit: _limit, sort: _sort, group: _group, details: _details, q: _q, ...filters } = input;
  return filters;
}
