import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import { readWrittenTime } from "#importers/lex/written-time.ts";
import { only } from "#lib/base/text/phrases.ts";
import { NamePairs } from "./name-pairs.ts";
import { readLogLine, readSpeakerLine, type SpeakerLine } from "./speaker-line.ts";

const HOUR = 60;
const HALF_DAY = 12 * HOUR;

/**
 * A further message of the same person has a time without am or pm. Its half of the day is the one that puts it just
 * after the message above, or open if neither does.
 */
function followClock(stamp: Stamp, above: Stamp): void {
  const { clock } = stamp;
  if (!clock || !above.clock || above.clock.meridiem === null || clock.meridiem !== null || clock.is24) return;
  const from = above.clock.hour * HOUR + (above.clock.minute ?? 0);
  const stated = (clock.hour % 12) * HOUR + (clock.minute ?? 0);
  const fitting = [stated, stated + HALF_DAY].find(
    (minutes) => (minutes - from + 2 * HALF_DAY) % (2 * HALF_DAY) < HOUR,
  );
  if (fitting === undefined) return;
  clock.hour = Math.floor(fitting / HOUR);
  clock.meridiem = fitting < HALF_DAY ? "am" : "pm";
}

export interface PastedMessage extends Omit<SpeakerLine, "actor" | "rest"> {
  /** 1-based physical line. */
  line: number;
  actor: string | null;
  words: string[];
}

export type ChatStep = { kind: "message"; message: PastedMessage } | { kind: "day"; stamp: Stamp; line: number };

export interface PastedChat {
  steps: ChatStep[];
  /** Lines above the first message, and lines that the tool's page inserts between messages. */
  context: { line: number; text: string }[];
}

/** Lines that the page of a chat tool inserts between messages. */
const FURNITURE = only`
  new | new messages? | today | yesterday | edited | \(edited\) | \d{1,4} repl(?:y|ies) | view thread
  last reply .{1,40} | also sent to the channel | replied to a thread:? | has joined | show (?:more|less)
  reply | :[\w+-]{1,40}: | :[\w+-]{1,40}: ?\d{1,4} | \d{1,3} | avatar | seen by .{1,60} | has context menu
  app | \[?\d{1,2}:\d{2}(?::\d{2})?\]? -!- .{1,400}
`;

/** Divides a chat that was copied from its tool's window into messages, day lines and the rest. */
export function readPastedChat(text: string): PastedChat {
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const chat: PastedChat = { steps: [], context: [] };
  let open = null as PastedMessage | null;
  const pairs = new NamePairs(lines);
  for (let index = 0; index < lines.length; index += 1) {
    const raw = lines[index] ?? "";
    const text = raw.trim();
    if (text === "") continue;
    const day = readDayLine(text);
    if (day) {
      chat.steps.push({ kind: "day", stamp: day, line: index + 1 });
      chat.context.push({ line: index + 1, text });
      open = null;
      continue;
    }
    const head = headAt(lines, index, open, pairs);
    if (head) {
      const { actor, rest, ...speaker } = head.speaker;
      const above: string | null = open?.actor ?? null;
      if (open && actor === null) followClock(speaker.stamp, open.stamp);
      const named = speaker.shape === "log" ? null : (actor ?? above);
      const message: PastedMessage = { ...speaker, line: index + 1, actor: named, words: rest ? [rest] : [] };
      chat.steps.push({ kind: "message", message });
      open = message;
      index = head.last;
    } else if (!open || FURNITURE.test(text)) chat.context.push({ line: index + 1, text });
    else open.words.push(raw.trimEnd());
  }
  return chat;
}

/** Returns the head of a message that starts on this line, and the last line of the head. */
function headAt(
  lines: readonly string[],
  index: number,
  open: PastedMessage | null,
  pairs: NamePairs,
): { speaker: SpeakerLine; last: number } | null {
  const speaker = readSpeakerLine(lines[index] ?? "");
  if (speaker) pairs.see(speaker);
  if (speaker) return speaker.shape === "time" && !open ? null : { speaker, last: index };
  const isLog = open?.shape === "bracket" || open?.shape === "log";
  const logged = open && isLog ? readLogLine(lines[index] ?? "", open.stamp) : null;
  return logged ? { speaker: logged, last: index } : pairs.at(index);
}

/** `--- Log opened Tue Mar 12 09:58:00 2024`, `--- Day changed Wed Mar 13 2024`. */
const LOG_MARK = /^-{1,3} (?:log (?:opened|closed)|day changed(?: to)?) (.{8,40})$/i;

/** A line that starts with a time of day is more than a day. */
const BEGINS_WITH_CLOCK = /^\W{0,3}\d{1,2}:\d{2}/;

function dayOfLog(words: string): Stamp | null {
  const written = readWrittenTime(words);
  return readStamp(written?.kind === "iso" ? written.iso.slice(0, 10) : words);
}

/** "Tuesday, January 31st", "31 January 2023", "—— March 4, 2026 ——": a line with only a day. */
function readDayLine(text: string): Stamp | null {
  if (text.length > 60 || !/\d/.test(text) || BEGINS_WITH_CLOCK.test(text)) return null;
  const logged = LOG_MARK.exec(text)?.[1];
  if (logged !== undefined) return dayOfLog(logged);
  const words = text.replace(/^[\s—–─-]{1,40}|[\s—–─-]{1,40}$/g, "");
  const stamp = readStamp(words);
  if (!stamp?.date || stamp.clock || words.slice(stamp.textStart).trim() !== "") return null;
  return stamp;
}
