import { type Clock, matchClock } from "#importers/lex/clock.ts";
import { plainText } from "#importers/lex/markdown.ts";
import { matchZone, type ZoneToken } from "#importers/lex/zone-token.ts";
import { oneOf } from "#lib/base/text/phrases.ts";
import { HALF_DAY_MINUTES, minutesOf, twoDigits } from "#lib/base/time/clock.ts";
import type { Entry } from "../lines/entry.ts";
import { sentAt } from "../lines/mail-head.ts";
import type { Prose } from "../lines/prose.ts";
import { stampMinutes } from "./day-order.ts";
import { areSameZone } from "./day-turns.ts";

const LIMIT = 2000;
/** A time right before its zone, or with its day between them: "22:20, 7 February 2015 (GMT)". */
const CLOCK_ZONE = new RegExp(
  String.raw`\b${oneOf`
    \d{1,2}:\d{2}(?:\s?[ap]m)?,?\s(?:on\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s[a-z]{3,9}|[a-z]{3,9}\s\d{1,2}(?:st|nd|rd|th)?),?\s\d{4}\s\(?(?=[A-Z])
    \d{1,2}(?::\d{2}){1,2}(?:\s?[ap]\.?m\.?|\s?uhr|\s?uur|\s?hs?|\s?hrs)?\s?\(?(?=[A-Z]) | \d{1,2}\s?[ap]\.?m\.?\s\(?(?=[A-Z])
  `}`,
  "gi",
);

/** Returns the one time zone that all zoned times share. Null for none or several. */
export function agreedZone(prose: Prose[], entries: Entry[], quoted: readonly string[]): ZoneToken | null {
  const clocked = entries.filter(({ stamp, field }) => stamp.clock !== null && !field);
  const own = clocked.flatMap((entry) => (entry.stamp.zone && hasWords(entry) ? [entry.stamp.zone] : []));
  // An addition tells only its own time zone. The first of them tells it for all, as does a local one in a story.
  const isOwnStory = clocked.every(({ stamp }) => stamp.prose) && own.every(isLocal);
  const isForAll = clocked[0]?.stamp.zone != null || own.length * 2 >= clocked.length || isOwnStory;
  if (own.length > 0 && isForAll) return unlessDenied(unanimous(own), prose, clocked);
  if (own.length > 0) return unanimous(zonesOfClocks(prose, openRows(clocked)));
  const rows = clocked.map(({ stamp }) => stampMinutes(stamp) ?? 0);
  const told = zonesOfSameClocks(prose, rows);
  if (told.length > 0) return unanimous(told);
  return (
    unanimous(zonesOfClocks(prose, rows)) ??
    unanimous(entries.flatMap(({ stamp, field }) => (field === "text" ? (stamp.zone ?? []) : []))) ??
    unanimous(zonesOfClocks(closingLines(clocked), rows)) ??
    unanimous(zonesOfFront(prose, rows)) ??
    unanimous(zonesOfRows(clocked, rows)) ??
    zoneOfLog(quoted, clocked) ??
    unanimous(zonesOfPartsOfDays(prose)) ??
    unanimous(zonesOfMail(prose).filter(isLocal))
  );
}

/** The zone of some rows isn't that of the others if the text tells the time of one of those in another zone. */
function unlessDenied(own: ZoneToken | null, prose: Prose[], entries: readonly Entry[]): ZoneToken | null {
  const told = own ? zonesOfSameClocks(prose, openRows(entries)) : [];
  return told.every((other) => own && areSameZone(own, other, null)) ? own : null;
}

/** The times that tell no time zone of their own. */
const openRows = (entries: readonly Entry[]): number[] =>
  entries.flatMap(({ stamp }) => (stamp.zone === null ? (stampMinutes(stamp) ?? []) : []));

/** A closing line below the last entry: "Timestamp: 22:20, 7 February 2015 (GMT)". */
const closingLines = (entries: readonly Entry[]): Pick<Prose, "role" | "text">[] =>
  (entries.at(-1)?.text ?? []).slice(1).map((text) => ({ role: "text", text }));

const NEAR_MINUTES = 30;

/** Returns whether a time of day is near one of the list, or between two of them. Both then have one time zone. */
function isNear(clock: Clock, rows: readonly number[]): boolean {
  const at = minutesOf(clock);
  const apart = (row: number) => Math.abs(row - at) % HALF_DAY_MINUTES;
  return (
    rows.some((row) => Math.min(apart(row), HALF_DAY_MINUTES - apart(row)) <= NEAR_MINUTES) ||
    (rows.some((row) => row < at) && rows.some((row) => row > at))
  );
}

const RANGE_LENGTH = 60;
const FROM =
  /\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?=\s?(?:[-–—〜]|to|until|till|and|bis|à|al?|hasta|até|tot)\s[^:;|]*$)/gi;

/** Returns the start of the range that a clock ends: `8:00 AM - August 10, 2023, ` before it. */
function startBefore(before: string): Clock | null {
  const start = [...before.matchAll(FROM)].at(-1);
  const told = start ? matchClock(before, start.index) : null;
  return told?.kind === "clock" ? told.clock : null;
}

/** Returns whether the whole list is within a range, which then has the same time zone. */
function areWithin(rows: readonly number[], from: Clock, until: Clock): boolean {
  const [first, last] = [from, until].map(minutesOf);
  return (
    rows.length > 0 && first !== undefined && last !== undefined && rows.every((row) => row >= first && row <= last)
  );
}

/** The times of a text that have a time zone, each with what is before it. */
function zonedClocks(told: string): { clock: Clock; token: ZoneToken; before: string }[] {
  const text = plainText(told.slice(0, LIMIT));
  return [...text.matchAll(CLOCK_ZONE)].flatMap(({ 0: written, index }) => {
    const match = matchZone(text, index + written.length);
    const read = matchClock(text, index);
    const before = text.slice(Math.max(0, index - RANGE_LENGTH), index);
    return match && read?.kind === "clock" ? [{ clock: read.clock, token: match.token, before }] : [];
  });
}

/** Returns the time zones in which the text tells the time of a row. */
const zonesOfSameClocks = (prose: Prose[], rows: readonly number[]): ZoneToken[] =>
  prose.flatMap(({ role, text }) =>
    (role === "front" ? [] : zonedClocks(text)).flatMap(({ clock, token }) =>
      clock.minute !== null && rows.includes(minutesOf(clock)) ? [token] : [],
    ),
  );

function zonesOfClocks(prose: readonly Pick<Prose, "role" | "text">[], rows: readonly number[]): ZoneToken[] {
  return prose.flatMap(({ role, text }) =>
    (role === "front" || HOURS.test(text) ? [] : zonedClocks(text)).flatMap(({ clock, token, before }) => {
      const from = startBefore(before);
      return isNear(clock, rows) || (from && areWithin(rows, from, clock)) ? [token] : [];
    }),
  );
}

/** The hours in which people work. */
const HOURS =
  /\b(?:office|business|support|service|working|opening|trading|market) hours\b|\b(?:geschäfts|service|öffnungs|arbeits)zeiten\b/i;

/** Returns the time zones of times within the entries' texts, if one of them is the time of a row. */
function zonesOfRows(entries: readonly Entry[], rows: readonly number[]): ZoneToken[] {
  const told = entries.flatMap(({ text }) => zonedClocks(text.join("\n")));
  return told.some(({ clock }) => rows.includes(minutesOf(clock))) ? told.map(({ token }) => token) : [];
}

/** The time and the offset of `detected_at: 2026-09-09T18:40:00-03:00`. */
const FRONT_STAMP =
  /:\s*["']?\d{4}-\d{2}-\d{2}[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?\s?(?=Z\b|UTC\b|[+-]\d{2}:?\d{2}\b)/;

const END = /^\W{0,3}(?:resolved|ended|end|recovered|fixed)(?:_?(?:at|when|time))?\W{0,3}:/i;
const SOON_MINUTES = 10;

/** Returns the time zones of stamps in front matter, if one of them is the time of a row, or the end right after the last. */
function zonesOfFront(prose: Prose[], rows: readonly number[]): ZoneToken[] {
  const last = Math.max(...rows);
  const stamps = prose.flatMap(({ role, text }) => {
    const found = role === "front" ? FRONT_STAMP.exec(text.slice(0, LIMIT)) : null;
    const match = found && matchZone(text, found.index + found[0].length, false);
    const at = Number(found?.[1]) * 60 + Number(found?.[2]);
    const isSoon = END.test(text) && at > last && at <= last + SOON_MINUTES;
    return match ? [{ isOfRow: rows.includes(at) || isSoon, token: match.token }] : [];
  });
  return stamps.some(({ isOfRow }) => isOfRow) ? stamps.map(({ token }) => token) : [];
}

/** "It started this morning Eastern time." */
const PART_OF_DAY = /\b(?:morning|afternoon|evening|night),?\s\(?(?=[A-Z])/g;
const OTHER_DAY = /\b(?:will|every|each|tomorrow|next)\b/i;

const zonesOfPartsOfDays = (prose: Prose[]): ZoneToken[] =>
  prose.flatMap(({ role, text }) => {
    const plain = role === "front" || OTHER_DAY.test(text) ? "" : plainText(text.slice(0, LIMIT));
    return [...plain.matchAll(PART_OF_DAY)].flatMap(
      ({ 0: part, index }) => matchZone(plain, index + part.length, false)?.token ?? [],
    );
  });

/** The header of a mail in a text: "Date: Mon, 29 Nov 2004 04:37:24 -0700", next to its subject or sender. */
const SENT_AT = new RegExp(
  String.raw`(?<!\p{L})${oneOf`date | sent | datum | gesendet | envoyé | fecha | enviado | data | inviato | verzonden`}[*_]{0,3}\s?:[*_]{0,3}\s[^:\n]{6,40}\s\d{1,2}:\d{2}(?::\d{2})?(?:\s[AP]M)?\s(?=[+-]\d{4}\b|\(?[A-Z]{3,4}\b)`,
  "iu",
);
const MAIL_FIELD =
  /(?<!\p{L})(?:subject|from|to|von|an|betreff|de|à|objet|para|asunto|da|oggetto|van|aan|onderwerp)[*_]{0,3}\s?:/iu;

/** Returns the time zones of the senders of mails in a text, which their stories are told in. */
const zonesOfMail = (prose: readonly Prose[]): ZoneToken[] =>
  prose.flatMap(({ text, place }) => {
    const plain = plainText(text.slice(0, LIMIT));
    const isHead = place === "elsewhere" && sentAt(plain) !== null;
    const sent = isHead || MAIL_FIELD.test(plain) ? SENT_AT.exec(plain) : null;
    return (sent && matchZone(plain, sent.index + sent[0].length, false)?.token) ?? [];
  });

/** The day, the time to the second and the offset of a log line. */
const LOGGED =
  /(?:\d{2}\/[a-z]{3}\/\d{4}:|\d{4}-\d{2}-\d{2}[T ])(\d{2}:\d{2}:\d{2})(?:[.,]\d{1,9})? ?(?=Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2}\b)/gi;

/** Returns the time zone of a quoted log that contains the exact second of an entry. Both then have one time zone. */
function zoneOfLog(quoted: readonly string[], entries: readonly Entry[]): ZoneToken | null {
  const seconds = new Set(entries.flatMap(({ stamp: { clock } }) => (clock?.second == null ? [] : [secondsOf(clock)])));
  if (seconds.size === 0) return null;
  const logged = quoted.flatMap((line) =>
    [...line.slice(0, LIMIT).matchAll(LOGGED)].flatMap((found) => {
      const zone = matchZone(line, found.index + found[0].length, false);
      return zone ? [{ clock: found[1] ?? "", token: zone.token }] : [];
    }),
  );
  const isSameClock = logged.some(({ clock }) => seconds.has(clock));
  return isSameClock ? unanimous(logged.map(({ token }) => token)) : null;
}

const secondsOf = ({ hour, minute, second }: Clock): string => [hour, minute, second].map(twoDigits).join(":");

/** A stamp on a line of its own is a heading, often of a quoted page, and tells no zone of the others. */
const hasWords = ({ text }: Entry): boolean => /\p{L}/u.test(text.join(" "));

const isLocal = (token: ZoneToken): boolean => token.kind !== "zone" || token.zone !== "UTC";

function unanimous(tokens: ZoneToken[]): ZoneToken | null {
  const first = tokens[0];
  if (!first) return null;
  const key = (token: ZoneToken) => (token.kind === "zone" ? token.zone : token.written);
  return tokens.every((token) => key(token) === key(first)) ? first : null;
}
