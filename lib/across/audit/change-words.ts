import { clockWords, dayWords } from "#lib/base/time/instant-words.ts";

const LONGEST = 160;
const DAY = /^\d{4}-\d{2}-\d{2}(T00:00:00(\.000)?Z)?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CODE = /^[a-z]+(_[a-z]+)+$/;

/** "ownerTeamId" as "owner team", "availabilityTarget" as "availability target". */
export const fieldWords = (name: string): string =>
  name
    .replace(/Ids?$/, (end) => (end === "Ids" ? "s" : ""))
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll("_", " ")
    .toLowerCase();

/**
 * A value of an audit entry as people say it, null for an empty one; `names` are the names of ids. An id without a name
 * tells no one anything and is left out.
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
