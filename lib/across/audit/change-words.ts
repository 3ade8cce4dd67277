import { clockWords, dayWords } from "#lib/base/time/instant-words.ts";

const LONGEST = 160;
const DAY = /^\d{4}-\d{2}-\d{2}(T00:00:00(\.000)?Z)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^[a-z]+(_[a-z]+)+$/;

/** Fields whose name differs from their label on screen. */
const LABELS: Readonly<Record<string, string>> = {
  acceptedReason: "reason not to address it",
  actor: "person",
  at: "time",
  blockedBy: "blocker",
  blockedReason: "reason for blocking",
  blockedUntil: "“Blocked until” date",
  body: "details",
  cancelReason: "reason",
  clockOffsetMs: "offset in ms",
  doneWhen: "end state",
  endAt: "end",
  effect: "expected effect",
  effortDays: "effort in days",
  foundAt: "time it was found",
  foundBy: "finder",
  implementedById: "implementer",
  meetingOn: "meeting date",
  offsetMs: "offset in ms",
  publishBy: "publication date",
  readerIds: "readers",
  resolvedAt: "end",
  startedAt: "start",
  timeZone: "time zone",
  uncertaintySeconds: "uncertainty in seconds",
  url: "link",
  verifierId: "verifier",
  why: "reason",
};

/** Returns the label of a field: "meetingOn" is "meeting date", "ownerTeamId" is "owner team". */
export const fieldWords = (name: string): string => LABELS[name] ?? plainName(name);

const plainName = (name: string): string =>
  name
    .replace(/Ids?$/, (end) => (end === "Ids" ? "s" : ""))
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();

/** The sentence for each yes/no field: first for yes, then for no. */
const FLAGS: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  hidden: ["Hid it", "Showed it"],
  pinned: ["Pinned it", "Unpinned it"],
  removed: ["Removed it", "Restored it"],
  resolved: ["Resolved the incident", "Left the incident open"],
  restricted: ["Restricted it", "Opened it to everyone"],
  verified: ["Verified it", "Marked it as not verified"],
};

/** Returns a sentence such as "Set the meeting date to Fri 27 Nov 2026" or "Changed the owner from Ada to Ben". */
export function changeSentence(name: string, was: string | null, is: string | null): string {
  const flag = FLAGS[name];
  if (flag && (is === "yes" || is === "no")) return flag[is === "yes" ? 0 : 1];
  const label = fieldWords(name);
  if (is === null) return `Removed the ${label}`;
  return was === null ? `Set the ${label} to ${is}` : `Changed the ${label} from ${was} to ${is}`;
}

/**
 * Returns a value of an audit entry as text, or null for an empty value. `names` maps ids to names; ids without a name
 * are left out.
 */
export function valueWords(value: unknown, names: Readonly<Record<string, string>>): string | null {
  const text = wordsOf(value, names);
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

function plainWords(text: string): string {
  if (DAY.test(text)) return dayWords(text);
  if (INSTANT.test(text)) return `${dayWords(text)} ${clockWords(text, "minute")} UTC`;
  return CODE.test(text) ? text.replaceAll("_", " ") : text;
}
