import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { SHORT_MONTH, SHORT_WEEKDAY } from "#lib/base/time/local-date.ts";

/** The head of a message in a pasted chat: who, when, and the rest of the line. */
export interface SpeakerLine {
  /** Null for a further message of the person above. */
  actor: string | null;
  stamp: Stamp;
  rest: string;
  isBot: boolean;
  /** "Today" and "Yesterday" count from the day on which the chat was copied. */
  daysAgo: 0 | 1 | null;
  shape: "line" | "bracket" | "angle" | "time" | "log";
}

const LONGEST = 160;
const NAME = String.raw`@?[\p{L}][\p{L}\p{M}\w.'’()|&-]{0,30}(?: [\p{L}\p{M}\w.'’()|&-]{1,30}){0,5}`;
/** `Dana Kim  10:42 AM`, `Dana Kim — Today at 10:42`, `PagerDuty APP  10:42 AM`. */
const NAMED = new RegExp(
  String.raw`^(${NAME}?)(\s?\[?\b(?:APP|BOT)\b\]?)?(?:\s{1,8}|\s?[—–]\s?|\s?,\s)(?=\[?\(?(?:\d|today|yesterday))`,
  "iu",
);
const RELATIVE_DAY = /^(today|yesterday)(?:,|\s+at)?\s+/i;
/** `[10:42] dana: words`, `[1/31 6:02 PM] Dana Kim`, `[10:42] <dana> words`. */
const BRACKET = /^\[([^\]]{4,40})\]\s{0,4}/;
const COLON_NAME = new RegExp(String.raw`^(${NAME})\s?:(?:\s+|$)`, "u");
const ALONE_NAME = new RegExp(`^(${NAME})$`, "u");
/** `10:42 <dana> words`, as IRC clients write it. */
const ANGLE = /^<[@+%~& ]?([\w.[\]{}|^\\-]{1,40})>\s+/;
/** `* dana rolls back`, as IRC clients write actions. */
const DOES = /^\* ([\w.[\]{}|^\\-]{1,40})\s+(?=\S)/;
const APP = /\s+(?:APP|BOT)$/;
/** `Sun Mar 3 10:42:00 UTC 2024`, as programs print the time, without a speaker. */
const WEEKDAY = new RegExp(`^${SHORT_WEEKDAY}(?:s|nes|rs|ur)?(?:day)?,?(?: ${SHORT_MONTH}[a-z]*)?$`, "i");

/** Text before a time that isn't a name: the state of an update, or words that the time continues. */
const NO_NAME =
  /^(?:resolved|updated?|monitoring|identified|investigating|posted|published|started?|ended|created|completed|duration)\b|\s(?:at|on|from|by|to|until|of|since)$/i;

/** Several words and a full stop behind a word of the language, and not behind "Jr." or an initial. */
const SENTENCE = /^(?:\S+ ){2,}[\p{Ll}\d]{4,}\.$/u;

/** Returns the head of a line that starts a message, otherwise null. Reads at most 160 characters. */
export function readSpeakerLine(line: string): SpeakerLine | null {
  const text = line.trim();
  return readBracket(text) ?? readAngle(text) ?? readNamed(text.slice(0, LONGEST + 1)) ?? readTime(text);
}

function readBracket(text: string): SpeakerLine | null {
  const bracket = BRACKET.exec(text);
  const time = bracket ? readWhole(bracket[1] ?? "") : null;
  if (!bracket || !time) return null;
  const rest = text.slice(bracket[0].length);
  const angle = ANGLE.exec(rest.slice(0, LONGEST)) ?? DOES.exec(rest.slice(0, LONGEST));
  if (angle)
    return { ...time, actor: angle[1] ?? null, rest: rest.slice(angle[0].length), isBot: false, shape: "angle" };
  const named = COLON_NAME.exec(rest.slice(0, LONGEST));
  if (named)
    return { ...time, actor: named[1] ?? null, rest: rest.slice(named[0].length), isBot: false, shape: "bracket" };
  const alone = rest.length < 60 ? ALONE_NAME.exec(rest) : null;
  return alone ? { ...time, actor: alone[1] ?? null, rest: "", isBot: false, shape: "bracket" } : null;
}

/**
 * Returns whether a line has the same brackets as the one above but no name: a log between messages, without an author.
 */
export function readLogLine(line: string, above: Stamp): SpeakerLine | null {
  const text = line.trim();
  const bracket = BRACKET.exec(text);
  const time = bracket ? readWhole(bracket[1] ?? "") : null;
  const isAlike = time?.stamp.date && time.stamp.statedText.length === above.statedText.length;
  const rest = text.slice(bracket?.[0].length ?? 0);
  return time && isAlike && rest !== "" ? { ...time, actor: null, rest, isBot: false, shape: "log" } : null;
}

function readAngle(text: string): SpeakerLine | null {
  const at = text.indexOf(" <");
  if (at < 4 || at > 40) return null;
  const time = readWhole(text.slice(0, at));
  const angle = ANGLE.exec(text.slice(at + 1, at + 1 + LONGEST));
  if (!time || !angle) return null;
  return { ...time, actor: angle[1] ?? null, rest: text.slice(at + 1 + angle[0].length), isBot: false, shape: "angle" };
}

function readNamed(text: string): SpeakerLine | null {
  if (text.length > LONGEST) return null;
  const named = NAMED.exec(text);
  const time = named ? readWhole(text.slice(named[0].length)) : null;
  if (!named || !time) return null;
  const name = (named[1] ?? "").trim();
  if (/^(?:APP|BOT)$/.test(name) || WEEKDAY.test(name) || NO_NAME.test(name)) return null;
  return {
    ...time,
    actor: name.replace(APP, ""),
    rest: "",
    isBot: named[2] !== undefined || APP.test(name),
    shape: "line",
  };
}

function readTime(text: string): SpeakerLine | null {
  const time = text.length <= 40 ? readWhole(text) : null;
  return time && { ...time, actor: null, rest: "", isBot: false, shape: "time" };
}

/** Matches text that is only a time of day, with or without its day. */
function readWhole(text: string): Pick<SpeakerLine, "stamp" | "daysAgo"> | null {
  const relative = RELATIVE_DAY.exec(text);
  const words = relative ? text.slice(relative[0].length) : text;
  const stamp = readStamp(words);
  if (!stamp?.clock || stamp.end || words.slice(stamp.textStart).replace(/[\])]/g, "").trim() !== "") return null;
  return { stamp, daysAgo: relative ? (/^y/i.test(relative[1] ?? "") ? 1 : 0) : null };
}

/** A line with only a name, as Mattermost and Teams put it above the time. */
export function readNameLine(line: string): { actor: string; isBot: boolean } | null {
  const text = line.trim();
  const name = text.length <= 60 ? ALONE_NAME.exec(text)?.[1] : undefined;
  return name && !NO_NAME.test(name) && !SENTENCE.test(name)
    ? { actor: name.replace(APP, ""), isBot: APP.test(name) }
    : null;
}
