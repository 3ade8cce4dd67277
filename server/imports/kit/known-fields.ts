import { isRecord, type JsonRecord, recordAt, textAt } from "./values.ts";

/** Fields that tools without an importer of their own keep a fact under, the most telling first; compared without case and `_`. */
const TIMES = [
  "occurredat",
  "happenedat",
  "eventtime",
  "timestamp",
  "time",
  "datetime",
  "startedat",
  "starttime",
  "startsat",
  "started",
  "start",
  "begin",
  "firedat",
  "triggeredat",
  "openedat",
  "opened",
  "detectedat",
  "reportedat",
  "firstseen",
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
const ENDS = [
  "endedat",
  "endtime",
  "endsat",
  "resolvedat",
  "closedat",
  "finishedat",
  "completedat",
  "end",
  "ended",
  "resolved",
  "finished",
  "completed",
];
const TITLES = [
  "title",
  "summary",
  "subject",
  "headline",
  "shortdescription",
  "message",
  "errormessage",
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

/** Unknown words stand behind the known ones, ahead of a bare type or status. */
const BARE = TITLES.indexOf("type") - 0.5;

const NAMES = {
  times: TIMES,
  ends: ENDS,
  titles: TITLES,
  bodies: BODIES,
  actors: ACTORS,
  ids: IDS,
  urls: URLS,
  services: SERVICES,
};
type Role = keyof typeof NAMES;
const ROLES = Object.keys(NAMES) as Role[];
const LOOKS_LIKE_TIME = /(?:at|time|date|timestamp|edon|seen)$|^(?:time|date)[a-z]{4,12}ed$/;
/** The names of times that close a fact, and of times that say little of when it was. */
const CLOSES = /^(?:end|clos|resolv|finish|complet|stop|clear|recover|done)/;
const LATER = /^(?:last|next|updat|modif|due|expir|snooz|deliver|sent|request|receiv|acknowledg|notifi|sysupd)/;
const LOOKS_LIKE_WORDS =
  /(?:title|summary|headline|subject|description|message|text|name|rule|reason|comment|event|type|details?|raw|intro|trigger|problem|alert|error|action|output)(?:value)?$/;
/** Names of people, places and files, which say nothing of what happened. */
const NAMES_A_THING =
  /(?:user|host|file|first|last|full|nick|domain|agent|author|owner|login|branch|mime|content|organi[sz]ation|account|team|company|project|app|application)(?:name|type)$/;

interface Place {
  role: Role;
  rank: number;
}

interface Found {
  rank: number;
  value: unknown;
}

/** The values of a record by what they may say, the most telling first. */
export type Fields = { [role in Role]?: Found[] };

const MOST_KEYS = 5000;
const knownPlaces = new Map<string, readonly Place[]>();

/** What a key may stand for, compared without case and joints. The same few keys come again in every record. */
function placesOf(key: string): readonly Place[] {
  const known = knownPlaces.get(key);
  if (known !== undefined) return known;
  const name = key.toLowerCase().replace(/[_\-.\s]/g, "");
  const places = ROLES.map((role) => ({ role, rank: NAMES[role].indexOf(name) })).filter(({ rank }) => rank >= 0);
  if (places.length === 0) places.push(...guessPlaces(name));
  if (knownPlaces.size >= MOST_KEYS) knownPlaces.clear();
  knownPlaces.set(key, places);
  return places;
}

/** What a key that is not on the lists may stand for, told by how it begins and ends; behind all that are. */
function guessPlaces(name: string): Place[] {
  if (LOOKS_LIKE_TIME.test(name)) {
    if (CLOSES.test(name)) return [{ role: "ends", rank: ENDS.length }];
    return [{ role: "times", rank: TIMES.length + (LATER.test(name) ? 1 : 0) }];
  }
  if (!LOOKS_LIKE_WORDS.test(name) || NAMES_A_THING.test(name)) return [];
  const isLabel = /(?:name|type|rule|event|raw)$/.test(name);
  return [
    { role: "titles", rank: isLabel ? TITLES.length : BARE },
    { role: "bodies", rank: BODIES.length + (isLabel ? 1 : 0) },
  ];
}

/** Sorts the fields of a record in one go. */
export function fieldsOf(record: JsonRecord): Fields {
  const fields: Fields = {};
  for (const key of Object.keys(record)) {
    for (const { role, rank } of placesOf(key)) {
      const one = { rank, value: record[key] };
      const found = fields[role];
      if (found) insert(found, one);
      else fields[role] = [one];
    }
  }
  return fields;
}

/** Puts a value behind those of the same or a better rank. */
function insert(found: Found[], one: Found): void {
  let at = found.length;
  while (at > 0 && (found[at - 1]?.rank ?? 0) > one.rank) at -= 1;
  if (at === found.length) found.push(one);
  else found.splice(at, 0, one);
}

/** A text, or the name or title of an object. */
function textOf(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  return isRecord(value)
    ? textAt(
        value,
        "name",
        "displayName",
        "display_name",
        "title",
        "summary",
        "text",
        "message",
        "displayValue",
        "display_value",
        "value",
        "email",
        "username",
      )
    : null;
}

function firstText(found: Found[] | undefined): string | null {
  for (const { value } of found ?? []) {
    const text = textOf(value);
    if (text !== null) return text;
  }
  return null;
}

/** Values that may be the time of a record: of the telling fields first, then of any named like a time, then its end. */
export function timesOf({ times = [], ends = [] }: Fields): unknown[] {
  const values = [...times, ...ends].map(({ value }) => value);
  return values.some(isRecord) ? values.flatMap((value) => (isRecord(value) ? Object.values(value) : [value])) : values;
}
export const endsOf = ({ ends = [] }: Fields): unknown[] => ends.map(({ value }) => value);
export const titleOf = ({ titles }: Fields): string | null => firstText(titles);
export const bodiesOf = ({ bodies = [] }: Fields): string[] =>
  bodies.map(({ value }) => textOf(value)).filter((text) => text !== null);
export const actorOf = ({ actors }: Fields): string | null => firstText(actors);
export const urlOf = ({ urls }: Fields): string | null => firstText(urls);
export const serviceOf = ({ services }: Fields): string | null => firstText(services);
export function idOf({ ids = [] }: Fields): string | null {
  const id = ids[0]?.value;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}

const THING =
  /(?:^|_)(?:repo(?:sitory)?|project|organi[sz]ation|user|sender|owner|account|pusher|author|creator|team|company|workspace|assignee|actor|member|customer|requester|webhook|integration|page|app(?:lication)?|service|environment)$/i;
/** Whether an object under this key is a person, a place or a thing, whose own times are not those of what happened. */
export const namesAThing = (key: string): boolean => THING.test(key);

const STATE = /(?:status|state|severity|priority|level|trigger|result|conclusion|alerttype|notifytype)$/;
const HTTP_STATUS = /^[1-5]\d\d$/;
const LEAST_FIELDS = 5;

/** Whether a record says how something stands, beside what it is: an alert or a build, not an answer of a server. */
export function hasState(record: JsonRecord): boolean {
  const entries = Object.entries(record).filter(([, value]) => typeof value === "string" || typeof value === "number");
  if (entries.length < LEAST_FIELDS) return false;
  const states = entries.filter(([key]) => STATE.test(key.toLowerCase().replace(/[_\-.\s]/g, "")));
  return (
    states.length > 0 && states.length < entries.length && !states.some(([, value]) => HTTP_STATUS.test(String(value)))
  );
}

const SENTENCE = 20;
const FULL_TIME = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const NAME_ONLY = /^(?:version|label|kind|number|topic|key|slug|tag|id)$/i;

/** Whether a record is a message as chat tools take it in: a sentence under `text`, or an attachment with words. */
export function isMessage({ text, attachments }: JsonRecord): boolean {
  if (typeof text === "string" && text.length >= SENTENCE && /\s/.test(text.trim())) return true;
  const [first] = Array.isArray(attachments) ? attachments : [];
  return textAt(first, "title", "text", "fallback", "pretext") !== null;
}

/** The values that look like a full time, whatever they are called; for records whose known fields hold none. */
export const anyTimesOf = (record: JsonRecord): unknown[] =>
  Object.values(record).filter((value) => typeof value === "string" && FULL_TIME.test(value));

/** What a record is called where it holds no words: its version, number or label. */
export const anyNameOf = (record: JsonRecord): string | null =>
  textAt(record, ...Object.keys(record).filter((key) => NAME_ONLY.test(key)));

const INNER = ["attributes", "node", "fields"] as const;

/** A record with the attributes of JSON:API, or with the node of GraphQL, laid flat. */
export function flat(record: JsonRecord): JsonRecord {
  if (!INNER.some((key) => isRecord(record[key]))) return record;
  return Object.assign({ ...record }, ...INNER.map((key) => recordAt(record, key)));
}
