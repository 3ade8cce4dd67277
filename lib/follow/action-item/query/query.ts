import { isStorable } from "#lib/base/text/storable.ts";
import { addDays, type LocalDate } from "#lib/base/time/local-date.ts";
import {
  ACTION_PRIORITIES,
  ACTION_STATUSES,
  ACTION_TYPES,
  type ActionPriority,
  type ActionStatus,
  type ActionType,
} from "#lib/base/vocabulary/action-item.ts";
import { dueRange } from "../lateness.ts";
import { columnsOf, needDetails, readColumns } from "./columns.ts";
import { isPlainSort, isQueryField, QUERY_GROUPS, type QueryGroup, type SortKey } from "./fields.ts";
import {
  type Condition,
  type Filter,
  LIST_LIMITS,
  parseFilter,
  printFilter,
  problemOfCondition,
  QueryProblem,
} from "./filter.ts";

export const VIEWS = ["mine", "late", "soon", "verify", "unowned", "open", "all"] as const;
export type View = (typeof VIEWS)[number];

export const BANDS = ["onTime", "d1to7", "d8to30", "d31to90", "over90"] as const;
export type Band = (typeof BANDS)[number];

/** How the actions of a view are drawn. */
export const SHAPES = ["table", "board", "calendar"] as const;
export type Shape = (typeof SHAPES)[number];

/** Which actions the tracker shows, and how. It is written in the address, in saved views and in exports alike. */
export interface TrackerQuery {
  view: View;
  q: string;
  status: ActionStatus[];
  priority: ActionPriority[];
  type: ActionType[];
  owner: string[];
  team: string[];
  incident: string | null;
  review: string | null;
  band: Band | null;
  archived: boolean;
  /** `due`, `priority`, `newest`, or fields such as `team,-created`. Null for the view's own order. */
  sort: string | null;
  /** Null for the view's own grouping. */
  group: QueryGroup | "none" | null;
  columns: string | null;
  filter: string;
  as: Shape;
}

/** How one part of a query is written in an address. `parse` returns null for a value that it doesn't have. */
interface Part<Value> {
  initial: Value;
  parse: (text: string) => Value | null;
  print: (value: Value) => string;
}

const literal = <Value extends string>(values: readonly Value[], text: string) => values.find((one) => one === text);
const one = <Value extends string>(values: readonly Value[], initial: Value): Part<Value> => ({
  initial,
  parse: (text) => literal(values, text) ?? null,
  print: (value) => value,
});
const oneOrNone = <Value extends string>(values: readonly Value[]): Part<Value | null> => ({
  initial: null,
  parse: (text) => literal(values, text) ?? null,
  print: (value) => value ?? "",
});
const several = <Value extends string>(read: (text: string) => Value | null): Part<Value[]> => ({
  initial: [],
  parse(text) {
    const values = text === "" ? [] : text.split(",").map(read);
    return values.some((value) => value === null) ? null : values.flatMap((value) => value ?? []);
  },
  print: (values) => values.join(","),
});
const among = <Value extends string>(values: readonly Value[]) => several((text) => literal(values, text) ?? null);
const checked = (isRight: (text: string) => boolean): Part<string | null> => ({
  initial: null,
  parse: (text) => (isRight(text) ? text : null),
  print: (value) => value ?? "",
});
const passes = (read: (text: string) => unknown) => (text: string) => {
  try {
    return read(text) !== null;
  } catch {
    return false;
  }
};
const inField = (field: "owner" | "team" | "incident" | "review") => (text: string) =>
  problemOfCondition({ field, operator: "=", values: [text] }) === null;
const ofField = (field: "owner" | "team") => several((text) => (inField(field)(text) ? text : null));

/** Every part of a query by its name in the address. */
export const QUERY_PARTS: { [Name in keyof TrackerQuery]: Part<TrackerQuery[Name]> } = {
  view: one(VIEWS, "open"),
  q: { initial: "", parse: (text) => (text.length <= 200 ? text : null), print: (value) => value },
  status: among(ACTION_STATUSES),
  priority: among(ACTION_PRIORITIES),
  type: among(ACTION_TYPES),
  owner: ofField("owner"),
  team: ofField("team"),
  incident: checked(inField("incident")),
  review: checked(inField("review")),
  band: oneOrNone(BANDS),
  archived: {
    initial: false,
    parse: (text) => (text === "true" ? true : text === "false" ? false : null),
    print: String,
  },
  sort: checked(passes(readSort)),
  group: oneOrNone<QueryGroup | "none">([...QUERY_GROUPS, "none"]),
  columns: checked(passes(readColumns)),
  filter: { initial: "", parse: (text) => (passes(printable)(text) ? text : null), print: (value) => value },
  as: one(SHAPES, "table"),
};

const QUERY_NAMES = Object.keys(QUERY_PARTS) as (keyof TrackerQuery)[];
const isQueryName = (name: string): name is keyof TrackerQuery => Object.hasOwn(QUERY_PARTS, name);

export const EMPTY_QUERY = Object.fromEntries(
  QUERY_NAMES.map((name) => [name, QUERY_PARTS[name].initial]),
) as unknown as TrackerQuery;

function printable(text: string): string {
  return printFilter(parseFilter(text));
}

/** Returns the sort keys of `team,-created`. Null if a part isn't a field. */
export function readSort(text: string): SortKey[] | null {
  if (text === "newest") return [{ field: "key", descending: true }];
  const keys = text.split(",").map((part) => ({ field: part.replace(/^-/, ""), descending: part.startsWith("-") }));
  if (keys.length > 4 || !keys.every(({ field }) => isQueryField(field))) return null;
  return keys as SortKey[];
}

const wrongValue = (name: string, text: string) =>
  `“${text.slice(0, 60)}” isn't a value of ${name}. Use another value, or leave it out`;

/** Returns what is wrong with an order that `readSort` can't read. */
export const wrongSort = (text: string): string =>
  `“${text.slice(0, 60)}” isn't a value of sort. Use due, priority, newest or field names such as team,-created`;

/** Reads the query string of an address. Throws `QueryProblem`, which names the unknown or invalid field. */
export function readQuery(search: string): TrackerQuery {
  const query: Record<string, unknown> = { ...EMPTY_QUERY };
  const seen = new Set<string>();
  for (const [name, text] of new URLSearchParams(search)) {
    if (!isQueryName(name))
      throw new QueryProblem(name, `Unknown field “${name}”. Use one of ${QUERY_NAMES.join(", ")}`);
    if (seen.has(name)) throw new QueryProblem(name, `${name} is there twice. Leave one of them out.`);
    seen.add(name);
    if (!isStorable(text)) throw new QueryProblem(name, `${name} has a character that can't be searched for`);
    if (name === "filter") parseFilter(text);
    const value = QUERY_PARTS[name].parse(text);
    if (value === null) throw new QueryProblem(name, name === "sort" ? wrongSort(text) : wrongValue(name, text));
    query[name] = value;
  }
  return query as unknown as TrackerQuery;
}

/** Returns a query as the query string of an address, without the parts that are as in a new one. */
export function printQuery(query: TrackerQuery): string {
  const params = new URLSearchParams();
  const add = <Name extends keyof TrackerQuery>(name: Name) => {
    const { initial, print } = QUERY_PARTS[name] as Part<TrackerQuery[Name]>;
    const text = print(query[name]);
    if (text !== print(initial)) params.set(name, text);
  };
  for (const name of QUERY_NAMES) add(name);
  return params.toString();
}

/** A view's own order. Otherwise actions that were settled long ago would come first. */
export const sortOf = ({ view, sort }: Pick<TrackerQuery, "view" | "sort">): string =>
  sort ?? (view === "all" ? "newest" : "due");

/** Returns the field that groups the rows, or null. By lateness if no other is chosen and the list is in that order. */
export function groupOf({ view, sort, group }: Pick<TrackerQuery, "view" | "sort" | "group">): QueryGroup | null {
  if (group !== null) return group === "none" ? null : group;
  return sortOf({ view, sort }) === "due" && view !== "all" ? "late" : null;
}

/** Returns the field that divides the columns into lanes. A table is grouped by lateness at first, a board by nothing. */
export const lanesOf = ({ group }: Pick<TrackerQuery, "group">) => (group === "none" ? null : group);

function dueOf({ view, band }: TrackerQuery, today: LocalDate): { dueBefore?: string; dueAfter?: string } {
  const range = band ?? (view === "late" || view === "soon" ? view : null);
  if (range === null) return {};
  const { first, last } = dueRange(range, today);
  return {
    ...(first === null ? {} : { dueAfter: addDays(first, -1) }),
    ...(last === null ? {} : { dueBefore: addDays(last, 1) }),
  };
}

/** "me" and "none" depend on who reads, so they are conditions of the filter. */
function filterOf({ owner, team, filter }: TrackerQuery): string {
  const words: Condition[] = [
    { field: "owner" as const, operator: "=" as const, values: hasWord(owner) ? owner : [] },
    { field: "team" as const, operator: "=" as const, values: hasWord(team) ? team : [] },
  ].filter(({ values }) => values.length > 0);
  if (words.length === 0) return filter;
  const read = parseFilter(filter, LIST_LIMITS);
  const parts: Filter[] = [...words, ...(read ? [read] : [])];
  return printFilter({ join: "and", parts });
}
const hasWord = (values: readonly string[]) => values.some((value) => ["me", "mine", "none"].includes(value));

/** Returns the input of the list for a query on a day. The same list has the same object. */
export function listInputOf(query: TrackerQuery, today: LocalDate) {
  const { view, q, status, priority, type, owner, team, incident, review, archived } = query;
  const statuses = view === "verify" ? (["implemented"] as const).slice() : status;
  const group = groupOf(query);
  const sort = sortOf(query);
  const filter = filterOf(query);
  const isDetailed = query.as === "board" || needDetails(columnsOf(query.columns));
  return {
    limit: 50,
    sort,
    ...(group === null || (group === "late" && sort === "due") ? {} : { group }),
    ...(view === "all" || view === "verify" ? { open: false } : { open: true }),
    ...(view === "all" || view === "verify" ? (filter || group ? { today } : {}) : { today }),
    mine: view === "mine",
    unowned: view === "unowned",
    archived,
    ...dueOf(query, today),
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(statuses.length > 0 ? { status: statuses } : {}),
    ...(priority.length > 0 ? { priority } : {}),
    ...(type.length > 0 ? { type } : {}),
    ...(owner.length > 0 && !hasWord(owner) ? { ownerId: owner } : {}),
    ...(team.length > 0 && !hasWord(team) ? { teamId: team } : {}),
    ...(incident ? { incidentKey: incident } : {}),
    ...(review ? { reviewKey: review } : {}),
    ...(filter ? { filter } : {}),
    ...(isDetailed ? { details: true } : {}),
  };
}

/** Returns whether anything besides the view narrows the list. */
export const isFiltered = (query: TrackerQuery): boolean => {
  const { q, status, priority, type, owner, team, incident, review, band, archived, filter } = query;
  return (
    q.trim() !== "" ||
    [status, priority, type, owner, team].some((values) => values.length > 0) ||
    [incident, review, band].some((value) => value !== null) ||
    filter !== "" ||
    archived
  );
};

/** Returns whether rows of a list have a place that the browser can compute, before the server has sent it. */
export const isPlaced = ({ sort, group, filter }: { [Name in "sort" | "group" | "filter"]?: string | undefined }) =>
  isPlainSort(sort ?? "due") && group === undefined && filter === undefined;
