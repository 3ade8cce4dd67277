import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { ROLES, type Role } from "./field-names.ts";
import { CALLED, HEADING, IS_OF_COMMIT, placesOf } from "./field-places.ts";
import { firstText, isWords, pointsAt, textOf, wordsAt } from "./field-text.ts";
import { isJsonText } from "./json-text.ts";
import { momentNamed, type TimeRole, timeRoleOf } from "./time-names.ts";

/** The keys of records of one shape by what they may say, the most telling first. */
type Named =
  | Role
  | "anyTimes"
  | "worded"
  | "words"
  | "said"
  | "coded"
  | "heads"
  | "named"
  | "called"
  | "watched"
  | "moments";
interface Plan extends Readonly<Record<Named, readonly string[]>> {
  keys: readonly string[];
  /** Those of times and ends, by what they are the time of. */
  timed: ReadonlyMap<TimeRole | null, readonly string[]>;
}

/** A record, and where in it stands what. */
export interface Fields {
  record: JsonRecord;
  plan: Plan;
}

let last: Fields | null = null;

/** Finds what the fields of a record may say. The record that was asked for last is remembered: it is asked for again. */
export function fieldsOf(record: JsonRecord): Fields {
  if (last?.record !== record) last = { record, plan: planFor(Object.keys(record)) };
  return last;
}

/** What the names of fields tell by themselves, worked out once for the records of one shape. */
export function onceAShape<Value extends object | boolean>(
  read: (keys: readonly string[]) => Value,
): (fields: Fields) => Value {
  const known = new WeakMap<Plan, Value>();
  let latest: { plan: Plan; value: Value } | null = null;
  return ({ plan }) => {
    if (latest?.plan === plan) return latest.value;
    const value = known.get(plan) ?? read(plan.keys);
    known.set(plan, value);
    latest = { plan, value };
    return value;
  };
}

/** Whether a record holds nothing but plain values: there is no other record inside to look for. */
export function isFlat({ record, plan }: Fields): boolean {
  for (const key of plan.keys) {
    const value = record[key];
    if ((typeof value === "object" && value !== null) || isJsonText(value)) return false;
  }
  return true;
}

const MOST_SHAPES = 8;
const MOST_KEYS = 100;
const shapes: Plan[] = [];

/** Records of a source have few shapes, so the plans of the last ones are kept. */
function planFor(keys: readonly string[]): Plan {
  for (const shape of shapes) if (areSame(shape.keys, keys)) return shape;
  const plan = planOf(keys);
  if (keys.length > MOST_KEYS) return plan;
  if (shapes.length >= MOST_SHAPES) shapes.shift();
  shapes.push(plan);
  return plan;
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
}

function planOf(keys: readonly string[]): Plan {
  const places = keys.flatMap((key) => placesOf(key).map((place) => ({ ...place, key })));
  places.sort((one, other) => one.rank - other.rank);
  const byRole = Map.groupBy(places, ({ role }) => role);
  const keysOf = (role: Role) => byRole.get(role)?.map(({ key }) => key) ?? [];
  const plan = Object.fromEntries(ROLES.map((role) => [role, keysOf(role)])) as Record<Role, string[]>;
  const titles = byRole.get("titles") ?? [];
  const anyTimes = [...plan.times, ...plan.ends];
  const worded = [...plan.titles, ...plan.bodies].filter((key) => !IS_OF_COMMIT.test(key));
  const isWord = (key: string) => !plan.codes.includes(key) && !plan.states.includes(key);
  return {
    ...plan,
    keys,
    anyTimes,
    timed: Map.groupBy(anyTimes, timeRoleOf),
    worded,
    words: worded.filter(isWord),
    said: [...new Set([...plan.bodies, ...plan.titles.filter(isWord)])],
    coded: [...plan.titles.filter((key) => !IS_OF_COMMIT.test(key)), ...plan.codes, ...plan.states],
    moments: anyTimes.filter((key) => momentNamed(key) !== null),
    heads: titles.filter(({ rank }) => rank <= HEADING).map(({ key }) => key),
    named: titles.filter(({ rank }) => rank < HEADING).map(({ key }) => key),
    called: titles.filter(({ key }) => CALLED.test(key)).map(({ key }) => key),
    watched: keys.filter((key) => WATCHED.test(key)),
  };
}

/** A field that may hold a time. */
export interface TimeField {
  key: string;
  value: unknown;
}

/** What may be the time of a record: telling fields first, then any named like a time, then its ends. */
export const timesOf = ({ record, plan }: Fields): readonly TimeField[] => timesAt(record, plan.anyTimes);
export const hasTimes = ({ record, plan }: Fields): boolean => plan.anyTimes.some((key) => Boolean(record[key]));
/** Whether a record may state both when something began and when it ended. */
export const spans = ({ record, plan }: Fields): boolean =>
  plan.times.some((key) => Boolean(record[key])) && plan.ends.some((key) => Boolean(record[key]));
/** Those of one role by their names; the ends are told apart by their own list. */
export const timesInRole = ({ record, plan }: Fields, role: TimeRole): readonly TimeField[] =>
  timesAt(record, (role === "over" ? plan.ends : plan.timed.get(role)) ?? NONE);
/** The times of further things that were done: detected, escalated, closed. */
export const momentsIn = ({ record, plan }: Fields): readonly TimeField[] => timesAt(record, plan.moments);

/** Whether a record may state no more than one time, which tells neither an end nor that somebody took it or changed it. */
export const hasOneTime = ({ record, plan: { times, ends, moments, timed } }: Fields): boolean => {
  const [only] = times;
  if (only === undefined || times.length + ends.length + moments.length > 1 || isRecord(record[only])) return false;
  return timed.has(null) || timed.has("fired") || timed.has("made");
};

const NONE: readonly never[] = [];

function timesAt(record: JsonRecord, keys: readonly string[]): readonly TimeField[] {
  if (keys.length === 0) return NONE;
  const fields: TimeField[] = [];
  for (const key of keys) {
    const value = record[key];
    if (isRecord(value)) for (const inner of Object.values(value)) fields.push({ key, value: inner });
    else if (value !== null && value !== undefined) fields.push({ key, value });
  }
  return fields;
}

/** `INC-204`: the id of a matter in the place of its heading. */
const IS_ID = /^[A-Z]{2,10}-\d{1,8}$/;
/** "Search results are slow" is what happened; "Login page" is only what it happened to. */
const A_SENTENCE = /\S+\s+\S+\s+\S/;

/**
 * What a record says happened: its heading, a name that is a sentence, words of any other field, else one word of a field
 * for words. Null for one that only has a code or a state.
 */
export function titleOf({ record, plan }: Fields): string | null {
  for (let place = 0; place < plan.heads.length; place += 1) {
    const key = plan.heads[place] ?? "";
    const head = wordsAt(record, key);
    if (head !== null && !IS_ID.test(head) && (place < plan.named.length || isWords(head))) return head;
  }
  for (const key of plan.called) {
    const name = wordsAt(record, key);
    if (name !== null && A_SENTENCE.test(name)) return name;
  }
  const request = requestOf(record, plan);
  for (const key of plan.worded) {
    const words = request !== null && NAMES_PART.test(key) ? null : wordsAt(record, key);
    if (words === null || !isWords(words)) continue;
    return EXPLAINS.test(key) || plan.states.includes(key) ? explained(words, record, plan) : words;
  }
  if (request !== null) return request;
  for (const key of plan.codes) {
    const words = wordsAt(record, key);
    if (words !== null && isWords(words)) return words;
  }
  return firstWords(record, plan.words);
}

/** The names of what served a request, which say less than what was asked of it. */
const NAMES_PART = /name$/i;
const METHOD = /^[a-z]{3,8}$/i;

/** `GET /pay 502` of the log of a server; null for any other record. */
function requestOf(record: JsonRecord, plan: Plan): string | null {
  const method = plan.methods.length === 0 ? null : firstText(record, plan.methods);
  const path = method !== null && METHOD.test(method) ? firstText(record, plan.paths) : null;
  if (path === null || !path.startsWith("/")) return null;
  const answer = plan.answers.map((key) => record[key]).find((value) => /^[1-5]\d\d$/.test(String(value)));
  return [method, path, answer].filter((part) => part !== undefined).join(" ");
}

function firstWords(record: JsonRecord, keys: readonly string[]): string | null {
  for (const key of keys) {
    const words = wordsAt(record, key);
    if (words !== null) return words;
  }
  return null;
}

/** What these say is said of something that has a name. */
const EXPLAINS = /^(?:description|details?|error|reason|cause)$/i;
const LONGEST_NAME = 100;

const WATCHED = /^(?:monitor|check|sensor|probe|job|task)(?:[_-]?name)?$/i;

function explained(words: string, record: JsonRecord, { called, watched }: Plan): string {
  const name = firstWords(record, called) ?? firstWords(record, watched);
  return name && name.length <= LONGEST_NAME && !words.includes(name) ? `${name}: ${words}` : words;
}

/** The code or the state that a record has instead of words. */
export const codeOf = ({ record, plan }: Fields): string | null => firstText(record, plan.coded);
const LEAST_CODE = 100;
/** `Type 1107` of a record that has neither words nor a code but a number of what it is. */
export function numberedCodeOf({ record, plan }: Fields): string | null {
  for (const key of plan.codes) {
    const value = record[key];
    if (typeof value === "number" && value >= LEAST_CODE)
      return `${key.charAt(0).toUpperCase()}${key.slice(1)} ${value}`;
  }
  return null;
}
const OF_A_THING =
  /^(?:dag|job|task|flow|workflow|pipeline|connector|connection|policy|check|monitor|plan|resource|queue|table|schedule)[_-]?(?:id|key|ref|name)$/i;
const READABLE = /^(?=[^\d]*[a-z]{3})[a-z][\w .-]{2,60}$/i;
const thingsIn = onceAShape((keys) => keys.filter((key) => OF_A_THING.test(key)));
/** What a record that has only a state is about, told by an id that reads as a name. */
export function thingOf(fields: Fields, title: string): string | null {
  if (!textsAt(fields.record, fields.plan.states).includes(title)) return null;
  const found = textsAt(fields.record, thingsIn(fields)).find((text) => READABLE.test(text) && !pointsAt(text));
  return found ?? null;
}
/** The words of a record that has none but JSON kept as text. */
export const rawTextOf = ({ record, plan }: Fields): string | null =>
  plan.titles.map((key) => record[key]).find(isJsonText) ?? null;
/** What these hold is told even where it is one word: the class of an error. */
const IS_CAUSE = /^(?:reason|cause|error|exception|exception_?class|error_?class)$/i;
/** All that a record says in words, its text ahead of names; codes and states are none. */
export function wordsOf({ record, plan }: Fields): string[] {
  const texts: string[] = [];
  for (const key of plan.said) {
    const text = wordsAt(record, key);
    if (
      text !== null &&
      (isWords(text) || IS_CAUSE.test(key) || (IS_ID.test(text) && plan.heads.includes(key))) &&
      !texts.includes(text)
    )
      texts.push(text);
  }
  return texts;
}
/** The states and codes of a record that are texts, by key, the most telling first. */
export const statesOf = ({ record, plan }: Fields): readonly string[] => textsAt(record, plan.states);
export const codesOf = ({ record, plan }: Fields): readonly string[] => textsAt(record, plan.codes);
function textsAt(record: JsonRecord, keys: readonly string[]): readonly string[] {
  if (keys.length === 0) return NONE;
  const texts: string[] = [];
  for (const key of keys) {
    const text = textOf(record[key]);
    if (text !== null) texts.push(text);
  }
  return texts;
}
/** How grave a record says it is, with the name of the field. A number of a level is none: logs count theirs. */
export function severityOf({ record, plan }: Fields): { key: string; text: string } | null {
  for (const key of plan.severities) {
    const value = record[key];
    const text = typeof value === "number" && !/level$/i.test(key) ? String(value) : textOf(value);
    if (text !== null) return { key, text };
  }
  return null;
}
/** The zone that a record states for its times. */
export const zoneOf = ({ record, plan }: Fields): string | null => firstText(record, plan.zones);
/** What is watched: a field for its address, or the address beside the answer of a server. */
export const addressOf = ({ record, plan }: Fields): string | null =>
  firstText(record, plan.addresses) ??
  (plan.states.some((key) => typeof record[key] === "number") ? firstText(record, plan.urls) : null);
export const hostOf = ({ record, plan }: Fields): string | null => firstText(record, plan.hosts);
export const actorOf = ({ record, plan }: Fields): string | null => firstText(record, plan.actors);
export const urlOf = ({ record, plan }: Fields): string | null => firstText(record, plan.urls);
export const serviceOf = ({ record, plan }: Fields): string | null => firstText(record, plan.services);
export function idOf({ record, plan }: Fields): string | null {
  const [key] = plan.ids;
  const id = key === undefined ? undefined : record[key];
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}
