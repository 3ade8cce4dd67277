import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { only } from "#lib/base/text/phrases.ts";
import { changesAt } from "./fields/changes.ts";
import { IS_OF_COMMIT } from "./fields/field-places.ts";
import { isWords, pointsAt, textOf } from "./fields/field-text.ts";
import { hasTimes } from "./fields/field-times.ts";
import { isJsonText, readJsonText } from "./fields/json-text.ts";
import { fieldsOf, onceAShape } from "./fields/record-shape.ts";
import { cellsOf, flat, namesAThing } from "./record-words.ts";
import { isFlag } from "./state-words.ts";

const DEPTH = 4;
const WIDTH = 60;

/**
 * Flattens a delivery until it says enough: its own fields, then those of the objects inside it, level by level. A
 * field nearer to the top, or earlier on its level, wins. Of a list only the first element counts. People and things
 * inside come last, or are left out if requested. Null if the value isn't an object.
 */
export function gather(
  value: unknown,
  isEnough: (record: JsonRecord) => boolean,
  leavesThingsOut = false,
): JsonRecord | null {
  if (!isRecord(value)) return null;
  if (objectsIn(value, () => false).length === 0) return value;
  const telling = layFlat(value, isEnough, namesAThing);
  return leavesThingsOut || isEnough(telling)
    ? telling
    : withoutOthersFlags(
        layFlat(value, isEnough, () => false),
        telling,
      );
}

/** A region that is available says nothing about what happened in it. */
const withoutOthersFlags = (whole: JsonRecord, telling: JsonRecord): JsonRecord =>
  Object.fromEntries(Object.entries(whole).filter(([key]) => !isFlag(key) || Object.hasOwn(telling, key)));

function layFlat(
  value: JsonRecord,
  isEnough: (record: JsonRecord) => boolean,
  isLeftOut: (key: string) => boolean,
): JsonRecord {
  let whole = flat(value);
  let level: JsonRecord[] = [whole];
  for (let depth = 0; depth < DEPTH && !isEnough(whole); depth += 1) {
    level = level
      .flatMap((record) => objectsIn(record, isLeftOut))
      .slice(0, WIDTH)
      .map(flat);
    if (level.length === 0) break;
    // First in the order of the delivery, so the earlier of two equal fields wins.
    whole = Object.assign({}, whole, ...level, ...level.toReversed(), whole, wordsFor(whole, level));
  }
  return whole;
}

/** Returns fields with text from further inside, if the nearer ones are references or have no text. */
function wordsFor(whole: JsonRecord, level: readonly JsonRecord[]): JsonRecord {
  const found: JsonRecord = {};
  for (const [key, value] of Object.entries(whole)) {
    const isPoor = typeof value === "string" ? pointsAt(value) : isRecord(value) && textOf(value) === null;
    if (!isPoor) continue;
    const words = level.map((inner) => inner[key]).find((inner) => typeof inner === "string" && isWords(inner));
    if (words !== undefined) found[key] = words;
  }
  return found;
}

const isAside = (key: string): boolean => namesAThing(key) || IS_OF_COMMIT.test(key);

/**
 * Returns the first accepted object inside a delivery, level by level. People, things and commits are skipped, and
 * lists if requested.
 */
export function findInside(
  delivery: JsonRecord,
  accepts: (record: JsonRecord) => boolean,
  skipsLists = false,
): JsonRecord | null {
  let level = [delivery];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    level = level
      .flatMap((record) => objectsIn(record, (key) => isAside(key) || (skipsLists && Array.isArray(record[key]))))
      .slice(0, WIDTH)
      .map(flat);
    const found = level.find(accepts);
    if (found) return found;
  }
  return null;
}

/** A state before a change. */
const OF_BEFORE = /^(?:old|prev|previous|prior|before|from)(?:$|[_A-Z-])/;
const isOfBefore = (key: string): boolean => OF_BEFORE.test(key);

/** Things next to an event, whose own times are when they started, were installed or changed. */
const OF_ITS_OWN = only`
  (?:\w{1,20}_)?process | parent | host | device | machine | server | policy | cert(?:ificate)? | search | query | file
  image | container | agent | plan | disk | attachments? | thresholds?
`;

/** Returns a thing without its own times, if the record that it is in has a time. */
const withoutItsTimes = (key: string, inner: JsonRecord, record: JsonRecord): JsonRecord => {
  const { plan } = fieldsOf(inner);
  if (plan.anyTimes.length === 0 || !OF_ITS_OWN.test(key) || !hasTimes(fieldsOf(record))) return inner;
  return Object.fromEntries(Object.entries(inner).filter(([name]) => !plan.anyTimes.includes(name)));
};

/** Lists of the parts of a run, whose names and times aren't those of the run. */
const PARTS_OF_WORK = only`jobs | tasks | artifacts | commits`;
const DESCRIBES_A_THING = /desc(?:ription)?(?:_?(?:html|text|md))?$|^(?:summary|about|bio|readme|tagline)$/i;
const describingIn = onceAShape((keys) => keys.filter((key) => DESCRIBES_A_THING.test(key)));

/** Returns a person or a thing by its names, because its description isn't about what happened. */
function withoutDescription(thing: JsonRecord): JsonRecord {
  const describing = describingIn(fieldsOf(thing));
  return describing.length === 0
    ? thing
    : Object.fromEntries(Object.entries(thing).filter(([key]) => !describing.includes(key)));
}

function objectsIn(record: JsonRecord, isLeftOut: (key: string) => boolean): JsonRecord[] {
  const found: JsonRecord[] = [];
  for (const key of Object.keys(record)) {
    const value = record[key];
    const inner: unknown = Array.isArray(value)
      ? (cellsOf(value) ?? (PARTS_OF_WORK.test(key) ? null : value[0]))
      : isJsonText(value)
        ? readJsonText(value)
        : value;
    if (isRecord(inner) && !isOfBefore(key) && !isLeftOut(key) && changesAt(key, value) === null)
      found.push(namesAThing(key) ? withoutDescription(inner) : withoutItsTimes(key, inner, record));
  }
  return found;
}
