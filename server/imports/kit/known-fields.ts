import { isRecord, type JsonRecord, recordAt, textAt } from "./values.ts";

/** Fields that tools without an importer of their own keep a fact under, the most telling first; compared without case and `_`. */
const TIMES = [
  "occurredat",
  "eventtime",
  "timestamp",
  "time",
  "datetime",
  "startedat",
  "starttime",
  "startsat",
  "firedat",
  "triggeredat",
  "createdat",
  "created",
  "createdon",
  "createtime",
  "timecreated",
  "timeofcreation",
  "date",
  "at",
  "ts",
  "publishedat",
  "updatedat",
  "updated",
  "lastupdated",
];
const ENDS = ["endedat", "endtime", "endsat", "resolvedat", "closedat", "finishedat", "completedat", "end"];
const TITLES = [
  "title",
  "summary",
  "subject",
  "headline",
  "message",
  "msg",
  "text",
  "name",
  "event",
  "eventname",
  "action",
  "reason",
  "description",
  "content",
  "note",
  "body",
  "type",
  "status",
];
const BODIES = ["description", "details", "body", "content", "message", "text", "note", "reason", "comment"];
const ACTORS = [
  "actor",
  "user",
  "username",
  "author",
  "creator",
  "by",
  "createdby",
  "updatedby",
  "person",
  "agent",
  "owner",
  "member",
  "sender",
  "from",
];
const IDS = ["id", "uuid", "_id", "eventid", "uid", "guid", "key"];
const URLS = ["url", "htmlurl", "weburl", "permalink", "link", "href", "shortlink"];
const SERVICES = ["service", "servicename", "app", "application", "component", "project", "repository", "namespace"];

const MOST_KEYS = 5000;
const plainKeys = new Map<string, string>();

/** A key without case and joints. The same few keys come again in every record. */
function plain(key: string): string {
  const known = plainKeys.get(key);
  if (known !== undefined) return known;
  const short = key.toLowerCase().replace(/[_\-.\s]/g, "");
  if (plainKeys.size >= MOST_KEYS) plainKeys.clear();
  plainKeys.set(key, short);
  return short;
}

/** Values under one of the names, in the order of the names. */
function fieldOf(record: JsonRecord, names: readonly string[]): unknown[] {
  const found: { rank: number; value: unknown }[] = [];
  for (const key of Object.keys(record)) {
    const rank = names.indexOf(plain(key));
    if (rank >= 0) found.push({ rank, value: record[key] });
  }
  return found.sort((a, b) => a.rank - b.rank).map(({ value }) => value);
}

/** Texts under one of the names; an object stands for its name or title. */
const textsOf = (record: JsonRecord, names: readonly string[]): string[] =>
  fieldOf(record, names).flatMap((value) => {
    if (typeof value === "string" && value.trim() !== "") return [value.trim()];
    const named = isRecord(value)
      ? textAt(value, "name", "displayName", "display_name", "title", "summary", "email", "username")
      : null;
    return named === null ? [] : [named];
  });

const LOOKS_LIKE_TIME = /(?:at|time|date|timestamp)$/;

/** Values that may be the time of a record: of the telling fields first, then of any that is named like a time. */
export function timesOf(record: JsonRecord): unknown[] {
  const others = Object.keys(record)
    .filter((key) => LOOKS_LIKE_TIME.test(plain(key)) && !ENDS.includes(plain(key)) && !TIMES.includes(plain(key)))
    .map((key) => record[key]);
  return [...fieldOf(record, TIMES), ...others].flatMap((value) => (isRecord(value) ? Object.values(value) : [value]));
}
export const endsOf = (record: JsonRecord): unknown[] => fieldOf(record, ENDS);
export const titleOf = (record: JsonRecord): string | null => textsOf(record, TITLES)[0] ?? null;
export const bodiesOf = (record: JsonRecord): string[] => textsOf(record, BODIES);
export const actorOf = (record: JsonRecord): string | null => textsOf(record, ACTORS)[0] ?? null;
export const urlOf = (record: JsonRecord): string | null => textsOf(record, URLS)[0] ?? null;
export const serviceOf = (record: JsonRecord): string | null => textsOf(record, SERVICES)[0] ?? null;
export function idOf(record: JsonRecord): string | null {
  const [id] = fieldOf(record, IDS);
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}

/** A record with the attributes of JSON:API, or with the node of GraphQL, laid flat. */
export function flat(record: JsonRecord): JsonRecord {
  return { ...record, ...recordAt(record, "attributes"), ...recordAt(record, "node"), ...recordAt(record, "fields") };
}
