import { countWords } from "#lib/base/text/sentence.ts";
import { latenessWords } from "#lib/base/time/lateness-words.ts";
import { type LocalDate, weekdayOf } from "#lib/base/time/local-date.ts";
import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import { keysOfOldDigest, oldDigestFor } from "./old-digest.ts";

/** A late item of a person, with days counted on that person's own calendar. */
export interface LateThing {
  key: string;
  title: string;
  /** Negative: the days left. */
  daysLate: number;
  /** The ladder names it to this person, who needs to hear of it before it is late too. */
  isTold?: boolean;
}

export interface Digest {
  subject: string;
  body: string;
  /** The listed items, the latest first. Titles are hidden by these fields, never by searching the text. */
  things: LateThing[];
  /** Number of late items that aren't listed. */
  moreCount: number;
}

/** A digest as stored. Digests from before the fields existed lack `things`. */
export interface StoredDigest {
  subject: string;
  body: string;
  things: unknown;
  moreCount: number;
}

const UNREADABLE = "Something you no longer have access to";
const SHOWN = 20;
/** Hour of the day in the person's own time zone from which their digest is due, unless they choose another one. */
const FROM_HOUR = 7;

/** Returns one message about all that is late or told of, the latest first, or null if there is nothing. */
export function composeDigest(things: readonly LateThing[]): Digest | null {
  const late = things.filter(({ daysLate, isTold }) => daysLate > 0 || isTold).sort((a, b) => b.daysLate - a.daysLate);
  if (late.length === 0) return null;
  const [shown, moreCount] = [late.slice(0, SHOWN), Math.max(0, late.length - SHOWN)];
  return { ...wordsOf(shown, moreCount), things: shown, moreCount };
}

function wordsOf(things: readonly LateThing[], moreCount: number): { subject: string; body: string } {
  const [oldest] = things;
  const count = things.length + moreCount;
  const lines = things.map((thing) => `${nameOf(thing)}: ${latenessWords(thing.daysLate)}`);
  const days = oldest?.daysLate ?? 0;
  const all = count.toLocaleString("en");
  const isTold = things.some((thing) => thing.isTold);
  const many =
    days <= 0
      ? `${all} items are due soon`
      : isTold
        ? `${all} items are late or due soon, with the oldest ${countWords(days, "day")} late`
        : `${all} of your items are late, the oldest by ${countWords(days, "day")}`;
  return {
    subject:
      count === 1 && oldest ? `${days > 0 ? "Late" : "Due"}: ${nameOf(oldest, true)}, ${latenessWords(days)}` : many,
    body: [...lines, ...(moreCount > 0 ? [`and ${moreCount} more`] : [])].join("\n"),
  };
}

/** The subject of a digest that only lists messages. */
export const NEWS_SUBJECT = "New messages";

/** Returns the subject of an email that lists so many messages, in the inbox or not, below the body of a digest if it has one. */
export const mailSubject = (digest: { subject: string; body: string } | null, messages: number): string =>
  digest === null || digest.body === "" ? countWords(messages, "new message") : digest.subject;

const nameOf = ({ key, title }: LateThing, isInside = false) => {
  if (key !== "") return `${key} ${title}`;
  if (title !== "") return isInside ? title.toLowerCase() : title;
  return isInside ? UNREADABLE.toLowerCase() : UNREADABLE;
};

/** Returns the fields of a stored digest, or null when they are missing or invalid. */
function thingsIn({ things }: StoredDigest): LateThing[] | null {
  if (!Array.isArray(things)) return null;
  const read = (things as Partial<LateThing>[]).flatMap(({ key, title, daysLate, isTold }) =>
    typeof key === "string" && typeof title === "string" && typeof daysLate === "number"
      ? [{ key, title, daysLate, ...(isTold === true ? { isTold } : {}) }]
      : [],
  );
  return read.length === things.length ? read : null;
}

/** Returns the keys of the items that a digest lists. */
export const keysOfDigest = (stored: StoredDigest): string[] =>
  thingsIn(stored)?.map(({ key }) => key) ?? keysOfOldDigest(stored);

/** Returns a digest for someone who can still read the items with these keys. It hides key and title of all others. */
export function digestFor(stored: StoredDigest, readable: ReadonlySet<string>): { subject: string; body: string } {
  const things = thingsIn(stored);
  if (things === null) return oldDigestFor(stored, readable);
  const shown = things.map((thing) => (readable.has(thing.key) ? thing : { ...thing, key: "", title: "" }));
  return wordsOf(shown, stored.moreCount);
}

interface Mailed {
  readable: ReadonlySet<string>;
  /** Keys of items that no email names. */
  restricted: ReadonlySet<string>;
  /** Whether the person wants late items, and reminders of the ladder. */
  dates: boolean;
  ladder: boolean;
}

/** Returns a digest as it's mailed, or null if nothing of it is wanted. */
export function digestForMail(
  stored: StoredDigest,
  { readable, restricted, dates, ladder }: Mailed,
): { subject: string; body: string } | null {
  const things = thingsIn(stored);
  if (things === null) return dates ? oldDigestFor(stored, readable) : null;
  const wanted = things.filter(({ isTold }) => (isTold ? ladder : dates));
  if (wanted.length === 0) return null;
  const shown = wanted.map((thing) => {
    if (!readable.has(thing.key)) return { ...thing, key: "", title: "" };
    return restricted.has(thing.key) ? { ...thing, key: "", title: RESTRICTED_TITLE } : thing;
  });
  return wordsOf(shown, dates && ladder ? stored.moreCount : 0);
}

/** When a person wants their digest. */
export interface DigestTimes {
  hour: number;
  /** Weekdays. 0 is Sunday. */
  days: readonly number[];
}

const EVERY_MORNING: DigestTimes = { hour: FROM_HOUR, days: [0, 1, 2, 3, 4, 5, 6] };

/**
 * Returns the day whose digest is due at the person's local time ("2026-11-25T07:15"), or null if none is due.
 * `lastDay` is the local day of the last digest; there is one a day.
 */
export function digestDay(
  localTime: string,
  lastDay: LocalDate | null,
  { hour: fromHour, days } = EVERY_MORNING,
): LocalDate | null {
  const day = localTime.slice(0, 10);
  if (!days.includes(weekdayOf(day))) return null;
  return Number(localTime.slice(11, 13)) >= fromHour && (lastDay === null || lastDay < day) ? day : null;
}

/** Returns the most days from one digest to the next. */
export function longestGap(days: readonly number[]): number {
  const inOrder = [...days].sort((one, other) => one - other);
  const gaps = inOrder.map((day, at) => (inOrder[at + 1] ?? (inOrder[0] ?? day) + 7) - day);
  return Math.max(1, ...gaps);
}
