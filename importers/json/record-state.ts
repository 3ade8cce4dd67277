import { isRecord, type JsonRecord } from "#importers/base/values.ts";
import { only } from "#lib/base/text/phrases.ts";
import * as known from "./fields/known-fields.ts";
import { type Fields, fieldsOf, onceAShape } from "./fields/record-shape.ts";
import { namesAThing } from "./record-words.ts";
import {
  isFlag,
  isOfAnyRun,
  type Standing,
  standingInTitle,
  standingOf,
  standingOfFlag,
  standingOfMove,
  wordOfFlag,
} from "./state-words.ts";

const DEPTH = 2;
const WIDTH = 30;
/** Former values, and values of a person or of the delivery itself. */
const ASIDE = /^(?:old|prev|previous|last|before|prior|webhook|pagination|meta|links?|request)/i;

/** Returns a record and the objects inside it about the same matter, the nearest first. */
export function around(record: JsonRecord): JsonRecord[] {
  const found = [record];
  let level = objectsIn(record).slice(0, WIDTH);
  for (let depth = 1; level.length > 0; depth += 1) {
    found.push(...level);
    if (depth === DEPTH) break;
    level = level.flatMap(objectsIn).slice(0, WIDTH);
  }
  return found;
}

function objectsIn(record: JsonRecord): JsonRecord[] {
  const found: JsonRecord[] = [];
  for (const key of Object.keys(record)) {
    const value = record[key];
    if (typeof value === "object" && isRecord(value) && !ASIDE.test(key) && !namesAThing(key)) found.push(value);
  }
  return found;
}

/** Fields that alerts have, but not builds, tickets and messages. */
const OF_ALERTS =
  /alert|alarm|incident|problem|monitor|check|host|trigger|severity|policy|condition|probe|threshold|sensor|metric|outage|urgency|device/i;
/** The most certain of them, which a job on a host doesn't have. */
const OF_PROBLEMS = /alert|alarm|incident|problem|trigger|severity|condition|threshold|outage|urgency/i;
export const isOfProblem = onceAShape((keys) => keys.some((key) => OF_PROBLEMS.test(key)));
/** Fields of tickets, code changes and sales, which also have open and closed states. */
const OF_WORK = only`
  subject | assignees? | reporter | requester | sprint | branch | commit | ticket\w{0,12}
  task_?(?:id|key|name) | pull_?request | merge_?request | issue_?type
  currency | amount | deals?(?:_?id)? | invoices?(?:_?id)? | orders?(?:_?id|_?number)? | quotes?(?:_?id)?
`;
const isOfWork = onceAShape((keys) => keys.some((key) => OF_WORK.test(key)));
/** Returns whether a record has fields of alerts. */
export const isOfAlert = onceAShape((keys) => keys.some((key) => OF_ALERTS.test(key)));

/**
 * Returns the state of the alert in a record: by its state, a flag, the code of its event or the mark in its title.
 * Nearer values win, because a delivery of `check.down` can contain the current check.
 */
export function standingOfRecord(places: readonly Fields[], title: string): Standing | null {
  if (places.some(isOfWork)) return standingInTitle(title);
  const isAlert = places.some(isOfAlert);
  const moved = isAlert ? standingOfMove(title) : null;
  if (moved) return moved;
  for (const fields of places) {
    const standing =
      firstStanding(known.statesOf(fields), (state) => isAlert && (!isOfAnyRun(state) || places.some(isOfProblem))) ??
      firstStanding(fields.record === places[0]?.record ? codesOf(fields) : [], isCodeOfAlert) ??
      flagOf(fields);
    if (standing) return standing;
  }
  for (const fields of places) {
    const standing = firstStanding(codesOf(fields), isCodeOfAlert);
    if (standing) return standing;
  }
  return standingInTitle(title);
}

/** "Backup" as the sort of a job isn't "back up". */
function codesOf(fields: Fields): readonly string[] {
  const codes = known.codesOf(fields);
  return codes.length === 0 ? codes : codes.filter((code) => !/^backup$/i.test(code));
}

const isCodeOfAlert = (code: string): boolean => (isOfAnyRun(code) ? OF_PROBLEMS : OF_ALERTS).test(code);

function firstStanding(texts: readonly string[], isAlert: (text: string) => boolean): Standing | null {
  for (const text of texts) {
    const standing = standingOf(text, isAlert(text));
    if (standing) return standing;
  }
  return null;
}

const flagsIn = onceAShape((keys) => keys.filter(isFlag));

function flagOf(fields: Fields): Standing | null {
  for (const key of flagsIn(fields)) {
    const standing = standingOfFlag(key, fields.record[key]);
    if (standing) return standing;
  }
  return null;
}

const FEW_FIELDS = 4;
const isYesNoOrDigit = (value: unknown): boolean =>
  typeof value !== "object" && /^(?:true|false|\d)$/.test(String(value));

/** Returns the text of a record with only a state, a yes or a no: "Down", "healthy: no", "state: 0". */
export function stateWordsOf(fields: Fields): string | null {
  const { record, plan } = fields;
  const { keys, states } = plan;
  for (const key of flagsIn(fields)) {
    const word = wordOfFlag(key, record[key]);
    if (word !== null) return word;
  }
  if (keys.length > FEW_FIELDS) return null;
  const state = keys.find(
    (key) => (states.includes(key) || standingOfFlag(key, record[key]) !== null) && isYesNoOrDigit(record[key]),
  );
  if (state === undefined) return null;
  const value = record[state];
  return `${state}: ${value === true ? "yes" : value === false ? "no" : String(value)}`;
}

const LABEL_LISTS = /^(?:tags?|labels?|dimensions|attributes)$/i;
const SERVICE_TAG = /^(?:service|service\.name|app|application)[:=]\s*(.{1,100})$/i;

const labelsIn = onceAShape((keys) => keys.filter((key) => LABEL_LISTS.test(key)));

/** Returns the services that a record names, in a separate field or among its labels and tags. */
export function servicesOf(places: readonly Fields[]): string[] {
  for (const fields of places) {
    const own = known.serviceOf(fields);
    if (own !== null) return [own];
    for (const key of labelsIn(fields)) {
      const tags = fields.record[key];
      const tagged = isRecord(tags) ? known.serviceOf(fieldsOf(tags)) : tagOf(tags);
      if (tagged !== null) return [tagged];
    }
  }
  return [];
}

function tagOf(tags: unknown): string | null {
  const all = Array.isArray(tags) ? tags : typeof tags === "string" ? tags.split(",") : [];
  for (const tag of all) {
    const service = typeof tag === "string" ? SERVICE_TAG.exec(tag.trim())?.[1] : undefined;
    if (service) return service;
  }
  return null;
}
