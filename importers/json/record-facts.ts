import { isRecord } from "#importers/base/values.ts";
import { isCode, textOf } from "./fields/field-text.ts";
import * as known from "./fields/known-fields.ts";
import { type Fields, onceAShape } from "./fields/record-shape.ts";

const PLAIN_LEVEL = /^(?:info|information|informational|debug|notice|trace|verbose|none)$/i;
const LONGEST_STATE = 40;
/** The state of a status page update, stated as its type. */
const STAGE = /^(?:investigating|identified|monitoring|resolved|in_?progress|postmortem)$/i;
const LABELS = [
  [/priority/i, "Priority"],
  [/urgency/i, "Urgency"],
] as const;

/** Returns the facts of a record in addition to its text, one line each: state, severity, place and measurements. */
export function factsOf(places: readonly Fields[], title: string, told: string): string {
  let state: string | null = null;
  let severity: string | null = null;
  let host: string | null = null;
  let code: string | null = null;
  let address: string | null = null;
  if (!places.some(mayState)) return "";
  for (const fields of places) {
    state ??= stateIn(known.statesOf(fields));
    const codes = known.codesOf(fields);
    state ??= codes.find((text) => STAGE.test(text)) ?? null;
    code ??= codes.find(isCode) ?? null;
    const grave = known.severityOf(fields);
    if (grave && !PLAIN_LEVEL.test(grave.text)) severity ??= `${labelOf(grave.key)}: ${grave.text}`;
    host ??= known.hostOf(fields);
    address ??= known.addressOf(fields);
  }
  const facts: string[] = [];
  const add = (label: string, value: string | null) => {
    if (value !== null && value !== title) facts.push(`${label}: ${value}`);
  };
  if (code !== null && !title.startsWith(code)) add("Event", code);
  add("State", state);
  if (severity !== null) facts.push(severity);
  add("Host", host);
  if (address && address.length <= LONGEST_MEASURE && !told.includes(address)) add("Address", address);
  for (const fields of places) if (measuresIn(fields).length > 0) facts.push(...measuresOf(fields, told));
  return facts.length < 2 ? (facts[0] ?? "") : [...new Set(facts)].join("\n");
}

/** Returns whether a record has fields for any of these facts. */
const mayState = (fields: Fields): boolean => {
  const { states, codes, severities, hosts, addresses } = fields.plan;
  const count = states.length + codes.length + severities.length + hosts.length + addresses.length;
  return count > 0 || measuresIn(fields).length > 0;
};

/** An end says less than a result. */
const ONLY_OVER = /^(?:finished|completed?|done|ended|executed|closed|terminated|stopped)$/i;

function stateIn(texts: readonly string[]): string | null {
  const states = texts.filter((text) => text.length <= LONGEST_STATE && !/^\d*$/.test(text));
  return states.find((text) => !ONLY_OVER.test(text)) ?? states[0] ?? null;
}

/** Fields for the measure of an alert and its rule. */
const MEASURES = [
  [/^(?:trigger|alert|alarm)?[_-]?condition[_-]?(?:name)?$|^(?:query|expression)$/i, "Condition"],
  [/^metric[_-]?(?:name)?$/i, "Metric"],
  [/^(?:rule|alert[_-]?rule|(?:alert|alarm|rule|policy|monitor|check)[_-]?name)$/i, "Rule"],
] as const;
const LONGEST_MEASURE = 300;
const MOST_PARTS = 6;

const measuresIn = onceAShape((keys) =>
  keys.flatMap((key) => {
    const label = MEASURES.find(([pattern]) => pattern.test(key))?.[1];
    return label ? [{ key, label }] : [];
  }),
);

function measuresOf(fields: Fields, told: string): string[] {
  return measuresIn(fields).flatMap(({ key, label }) => {
    const value = fields.record[key];
    const text = textOf(value) ?? partsOf(value);
    return text && text.length <= LONGEST_MEASURE && !told.includes(text) ? `${label}: ${text}` : [];
  });
}

/** Returns `{ "metric": "cpu", "operator": ">", "threshold": 90 }` as readable text. */
function partsOf(value: unknown): string | null {
  const parts = isRecord(value) ? Object.values(value) : [];
  const arePlain = parts.every((part) => typeof part === "string" || typeof part === "number");
  return arePlain && parts.length > 1 && parts.length <= MOST_PARTS ? parts.join(" ") : null;
}

const labelOf = (key: string): string => LABELS.find(([pattern]) => pattern.test(key))?.[1] ?? "Severity";
