import { storable } from "#lib/base/text/storable.ts";

type JsonRecord = Record<string, unknown>;
export type Labels = Record<string, string>;

const MOST = 80;
const DEEPEST = 4;
const LONGEST_NAME = 100;
const LONGEST_VALUE = 200;
const SEVERITY_NAMES = [
  "severity",
  "priority",
  "level",
  "urgency",
  "alert.priority",
  "event.data.priority.summary",
  "event.data.urgency",
  "data.event.level",
  "data.issue.level",
  "incident.impact",
  "alert_type",
];
const TAG_PLACES = ["tags", "alert.tags", "data.event.tags", "event.tags"];

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const at = (value: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>((inner, key) => (isRecord(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);

/**
 * Returns what routing can look at in addition to title and kind: the labels of an alert, otherwise every short value
 * of its record under its dotted name, and tags. `entry` is the number of the event within the delivery, from 1. Pure.
 * At most 80.
 */
export function labelsOf(json: unknown, entry: number): Labels {
  const record = Array.isArray(json) ? (json[entry - 1] as unknown) : json;
  if (!isRecord(record)) return {};
  const alerts = Array.isArray(record.alerts) ? record.alerts : null;
  const alert: unknown = alerts?.[Array.isArray(json) ? 0 : entry - 1];
  const found = new Map<string, string>();
  if (isRecord(alert) && isRecord(alert.labels)) {
    collect(found, alert.labels, "", 1);
    collect(found, record.commonLabels, "", 1);
  } else if (isRecord(record.labels)) collect(found, record.labels, "", 1);
  for (const place of TAG_PLACES) for (const [name, value] of tagsIn(at(record, place))) add(found, name, value);
  if (!alerts) collect(found, record, "", DEEPEST);
  return Object.fromEntries(found);
}

/** The sender's severity, as the sender calls it. */
export function severityOf(labels: Labels): string | null {
  for (const name of SEVERITY_NAMES) if (Object.hasOwn(labels, name)) return labels[name]?.slice(0, 60) ?? null;
  return null;
}

function add(found: Map<string, string>, name: string, value: unknown): void {
  if (found.size >= MOST || name === "" || name.length > LONGEST_NAME || found.has(name)) return;
  if (typeof value === "string" ? value === "" || value.length > LONGEST_VALUE : !isPlain(value)) return;
  found.set(storable(name), storable(String(value)));
}

const isPlain = (value: unknown) => (typeof value === "number" && Number.isFinite(value)) || typeof value === "boolean";

function collect(found: Map<string, string>, value: unknown, prefix: string, depth: number): void {
  if (!isRecord(value) || depth === 0 || found.size >= MOST) return;
  const inner = Object.entries(value);
  for (const [name, part] of inner) add(found, prefix + name, part);
  for (const [name, part] of inner) if (isRecord(part)) collect(found, part, `${prefix}${name}.`, depth - 1);
}

/** Reads tags as `a:b,c:d`, as a list of such texts, or as pairs. */
function tagsIn(tags: unknown): [string, string][] {
  const list: unknown[] = typeof tags === "string" ? tags.slice(0, 5000).split(",") : Array.isArray(tags) ? tags : [];
  return list.slice(0, MOST).flatMap((tag): [string, string][] => {
    if (typeof tag === "string") {
      const colon = tag.indexOf(":");
      return colon > 0 ? [[tag.slice(0, colon).trim(), tag.slice(colon + 1).trim()]] : [];
    }
    if (Array.isArray(tag) && typeof tag[0] === "string" && typeof tag[1] === "string") return [[tag[0], tag[1]]];
    return [];
  });
}
