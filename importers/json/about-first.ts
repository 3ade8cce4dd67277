import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { IS_OF_COMMIT } from "./fields/field-places.ts";
import { hasTimes, spans } from "./fields/field-times.ts";
import * as known from "./fields/known-fields.ts";
import { plainName } from "./fields/local-names.ts";
import { fieldsOf, onceAShape } from "./fields/record-shape.ts";
import { ACTS, namesAThing } from "./record-words.ts";

const ENVELOPE = /^(?:event_?)?(?:data|payload|body)$/i;
const LEAST = 3;
const LONGEST = 80;

const namesIn = onceAShape((keys) =>
  keys
    .filter((key) => key.length >= LEAST && !namesAThing(key) && !IS_OF_COMMIT.test(key))
    .map((key) => ({ key, name: plainName(key) })),
);

/**
 * Returns a delivery with the object moved to the start that its code names: the job of `job-completed` before its
 * workflow. The reader prefers the first object. If the code names several, the last of them counts. The act inside a
 * delivery can have the code.
 */
export function aboutFirst(own: JsonRecord): JsonRecord {
  const sorted = sortedByCode(own);
  const key = sorted === own ? ACTS.find((act) => isRecord(own[act])) : undefined;
  const act = key === undefined ? null : own[key];
  if (key === undefined || !isRecord(act)) return sorted;
  const sortedAct = sortedByCode(act);
  return sortedAct === act ? own : { ...own, [key]: sortedAct };
}

function sortedByCode(own: JsonRecord): JsonRecord {
  const codes = known.codesOf(fieldsOf(own)).filter((code) => code.length <= LONGEST);
  if (codes.length === 0) return own;
  const envelope = Object.keys(own).find((key) => ENVELOPE.test(key) && isRecord(own[key]));
  const inner = envelope === undefined ? null : own[envelope];
  if (envelope === undefined || !isRecord(inner)) return withFirst(own, codes);
  const sorted = withFirst(inner, codes);
  return withFirst(sorted === inner ? own : { ...own, [envelope]: sorted }, codes);
}

function withFirst(record: JsonRecord, codes: readonly string[]): JsonRecord {
  const objects = namesIn(fieldsOf(record)).filter(({ key }) => isRecord(record[key]));
  if (objects.length < 2) return record;
  for (const code of codes) {
    const place = placeOfParts(code);
    const [found] = objects
      .map(({ key, name }) => ({ key, name, end: place(name) }))
      .filter(({ end }) => end > 0)
      .sort((one, other) => other.end - one.end || other.name.length - one.name.length);
    if (found) return inFront(record, found.key, objects[0]?.key === found.key);
  }
  return record;
}

const RUN = /(?:build|pipeline|workflow|run|flow|suite|stage|execution)$/i;

/** Returns a record with one object in front. Without a time of its own, it would get that of the run around its job. */
function inFront(record: JsonRecord, key: string, isFirst: boolean): JsonRecord {
  const found = record[key];
  const isRunAround = (name: string, value: unknown) =>
    name !== key && RUN.test(name) && isRecord(value) && hasTimes(fieldsOf(value));
  const isAlone = isRecord(found) && spans(fieldsOf(found)) && !hasTimes(fieldsOf(record));
  if (isAlone && Object.entries(record).some(([name, value]) => isRunAround(name, value)))
    return {
      [key]: found,
      ...Object.fromEntries(Object.entries(record).filter(([name, value]) => !isRunAround(name, value))),
    };
  return isFirst ? record : { [key]: found, ...record };
}

/** Returns a function that says where a name ends among the words of a code, or 0: `pull_request` in `pull-request.closed`. */
function placeOfParts(code: string): (name: string) => number {
  const parts = code
    .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return (name) => {
    for (let end = parts.length; end > 0; end -= 1)
      for (let start = end - 1; start >= 0; start -= 1) if (parts.slice(start, end).join("") === name) return end;
    return 0;
  };
}
