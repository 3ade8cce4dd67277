import { formatDuration } from "#lib/base/time/duration.ts";
import { clockWords, dayWords } from "#lib/base/time/instant-words.ts";
import { fieldWords } from "./field-labels.ts";

const LONGEST = 160;
const DAY = /^\d{4}-\d{2}-\d{2}(T00:00:00(\.000)?Z)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^[a-z]+(_[a-z]+)+$/;

/** The sentence for each yes/no field: first for yes, then for no. */
const FLAGS: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  hidden: ["Hid it", "Showed it"],
  notApplicable: ["Marked it as not applicable", "Marked it as applicable"],
  pinned: ["Pinned it", "Unpinned it"],
  removed: ["Removed it", "Restored it"],
  resolved: ["Resolved the incident", "Left the incident open"],
  restricted: ["Restricted it", "Opened it to everyone"],
  verified: ["Verified it", "Marked it as not verified"],
};

/**
 * Returns the sentence of a changed field of an entry, such as "Set the meeting date to Fri 27 Nov 2026" or "Changed the
 * owner from Ada to Ben".
 */
export function changeSentence(action: string, name: string, was: string | null, is: string | null): string {
  const flag = FLAGS[name];
  if (flag && (is === "yes" || is === "no")) return flag[is === "yes" ? 0 : 1];
  const label = fieldWords(name, action);
  if (is === null) return `Removed the ${label}`;
  return was === null ? `Set the ${label} to ${is}` : `Changed the ${label} from ${was} to ${is}`;
}

/**
 * Returns a value of an audit entry as text, or null for an empty value. `names` maps ids to names; ids without a name
 * are left out. The name of the field tells how to write a number.
 */
export function valueWords(value: unknown, names: Readonly<Record<string, string>>, field = ""): string | null {
  const text = typeof value === "number" ? numberWords(value, field) : wordsOf(value, names);
  if (text === "") return null;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function wordsOf(value: unknown, names: Readonly<Record<string, string>>): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return names[value] ?? (ID.test(value) ? "" : plainWords(value));
  if (typeof value !== "object") return String(value);
  const parts = Object.values(value).map((part) => wordsOf(part, names));
  return parts.filter((part) => part !== "").join(Array.isArray(value) ? ", " : " ");
}

function numberWords(value: number, field: string): string {
  if (field === "severity" || field === "highestSeverity") return `SEV${value}`;
  return field.endsWith("Ms") ? `${value < 0 ? "−" : ""}${formatDuration(Math.abs(value) / 1000)}` : String(value);
}

function plainWords(text: string): string {
  if (DAY.test(text)) return dayWords(text);
  if (INSTANT.test(text)) return `${dayWords(text)} ${clockWords(text, "minute")} UTC`;
  return CODE.test(text) ? text.replaceAll("_", " ") : text;
}

/** Returns the fields of one side of an audit entry. None for an entry without that side. */
export const recordedFields = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const PLACES: Readonly<Record<string, string>> = {
  "timeline_event.bundled": "Below",
  "timeline_event.merged": "Into",
  "timeline_event.set_beside": "Next to",
};

/** Returns where events were put, such as "Into E3" for "E3". Null for an action that puts them nowhere. */
export const placeWords = (action: string, lead: unknown): string | null =>
  PLACES[action] && typeof lead === "string" ? `${PLACES[action]} ${lead}` : null;
