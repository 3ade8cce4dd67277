import type { JsonRecord } from "#importers/base/values.ts";
import { ROLES, type Role } from "./field-names.ts";
import { CALLED, HEADING, IS_OF_COMMIT, placesOf } from "./field-places.ts";
import { isJsonText } from "./json-text.ts";
import { momentNamed, type TimeRole, timeRoleOf } from "./time-names.ts";

const WATCHED = /^(?:monitor|check|sensor|probe|job|task)(?:[_-]?name)?$/i;

/** The text of these fields belongs to something with a name or a code. */
export const EXPLAINS = /^(?:description|details?|error|reason|cause)$/i;
/** The subject of a mail isn't what happened to it. */
const SUBJECT = /subject$/i;
const OF_A_MAIL = /^(?:(?:e?mail|message|smtp)[_-]?id|message[_-]?stream|recipients?)$/i;

/** The keys of records with one shape, by possible meaning, the most informative first. */
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
  | "explaining"
  | "moments";
export interface Plan extends Readonly<Record<Named, readonly string[]>> {
  keys: readonly string[];
  /** Keys of times and ends, by what they are the time of. */
  timed: ReadonlyMap<TimeRole | null, readonly string[]>;
}

/** A record, and the positions of its values. */
export interface Fields {
  record: JsonRecord;
  plan: Plan;
}

let last: Fields | null = null;

/** Returns what the fields of a record can mean. The last record is cached, because callers ask for it repeatedly. */
export function fieldsOf(record: JsonRecord): Fields {
  if (last?.record !== record) last = { record, plan: planFor(Object.keys(record)) };
  return last;
}

/** The meaning of field names, computed once for the records of one shape. */
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

/** Returns whether a record contains only plain values, and so no other record. */
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

/** The records of a source have few shapes, so the last plans are kept. */
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
  const isMail = plan.codes.length > 0 && keys.some((key) => OF_A_MAIL.test(key));
  const isAbout = (key: string) => !IS_OF_COMMIT.test(key) && !(isMail && SUBJECT.test(key));
  const titles = (byRole.get("titles") ?? []).filter(({ key }) => isAbout(key));
  const anyTimes = [...plan.times, ...plan.ends];
  const worded = [...plan.titles, ...plan.bodies].filter(isAbout);
  const isWord = (key: string) => !plan.codes.includes(key) && !plan.states.includes(key);
  return {
    ...plan,
    keys,
    anyTimes,
    timed: Map.groupBy(anyTimes, timeRoleOf),
    worded,
    words: worded.filter(isWord),
    explaining: worded.filter((key) => isWord(key) && EXPLAINS.test(key)),
    said: [...new Set([...plan.bodies, ...plan.titles.filter(isWord)])],
    coded: [...plan.titles.filter(isAbout), ...plan.codes, ...plan.states],
    moments: anyTimes.filter((key) => momentNamed(key) !== null),
    heads: titles.filter(({ rank }) => rank <= HEADING).map(({ key }) => key),
    named: titles.filter(({ rank }) => rank < HEADING).map(({ key }) => key),
    called: titles.filter(({ key }) => CALLED.test(key)).map(({ key }) => key),
    watched: keys.filter((key) => WATCHED.test(key)),
  };
}
