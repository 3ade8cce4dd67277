import type { Importer, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import { titleAndBody } from "#importers/base/words.ts";
import { kindOfChat } from "#importers/kit/chat-kind.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { matchDate } from "#importers/lex/dates.ts";
import { resolveDay, slashOrder } from "#importers/lex/day-number.ts";
import { findBaseDay } from "#importers/notes/days/base-day.ts";
import type { DayStep } from "#importers/notes/days/day-order.ts";
import { markHalfDays } from "#importers/notes/days/half-day.ts";
import { assignDays } from "#importers/notes/days/running-day.ts";
import { resolveWhen, type ZoneAnswer } from "#importers/notes/days/when.ts";
import { NO_YEARS } from "#importers/notes/days/years.ts";
import { findStatedZones, zoneForLine } from "#importers/notes/days/zone-statements.ts";
import { type Entry, makeEntry } from "#importers/notes/lines/entry.ts";
import type { Prose } from "#importers/notes/lines/prose.ts";
import { isoDay } from "#lib/base/time/calendar-day.ts";
import { SHORT_MONTH, SHORT_WEEKDAY } from "#lib/base/time/local-date.ts";
import { type PastedMessage, readPastedChat } from "./pasted-chat/read-chat.ts";

const DETECT_LENGTH = 60_000;
/** Captions of status page updates. */
const STATUS_LINES =
  /^(?:resolved|monitoring|identified|investigating|update|postmortem|completed|verifying|in progress|scheduled)[ \t]{0,3}(?:[-–—][ \t]{0,3})?$/gim;

/** A line with only a day. Below a message, this line would be its author's name. */
const POSTED = new RegExp(
  String.raw`^[ \t]{0,3}\n{1,2}(?:${SHORT_WEEKDAY}\w{0,6},? )?(?:\d{1,2} )?${SHORT_MONTH}[^\n]{0,40}\d:\d\d`,
  "i",
);

function isStatusPage(text: string): boolean {
  const heads = [...text.matchAll(STATUS_LINES)];
  return heads.length >= 2 || heads.some(({ index, 0: head }) => POSTED.test(text.slice(index + head.length)));
}

/** Chat copied from the window of Slack, Teams, Discord, Mattermost or an IRC client. */
export const pastedChatImporter: Importer = {
  name: "pasted_chat",
  label: "Pasted chat",
  letter: "P",
  detect({ text, json }) {
    if (json !== undefined || text.trim() === "") return 0;
    const sample = text.slice(0, DETECT_LENGTH);
    if (/^#{1,6} |^={2,} |^\||^h[1-6]\. |^: /m.test(sample) || isStatusPage(sample)) return 0;
    const messages = messagesOf(sample);
    const spoken = messages.filter(({ words, actor }) => actor !== null && words.length > 0);
    const first = sample.split("\n").findIndex((line) => line.trim() !== "") + 1;
    if (spoken.length < 2 || spoken.length < messages.length * 0.7 || (messages[0]?.line ?? 0) > first + 5) return 0;
    // A label with a colon looks like a name. But in a chat, someone writes at least twice.
    const isSure = spoken.some(({ shape }) => shape === "line" || shape === "angle");
    const names = spoken.map(({ actor }) => actor);
    return isSure || new Set(names).size < names.length ? 0.86 : 0.35;
  },
  explain({ text }) {
    const count = messagesOf(text.slice(0, DETECT_LENGTH)).length;
    const least = text.length > DETECT_LENGTH ? "At least " : "";
    return `${least}${count} lines contain a person and a time, followed by a message.`;
  },
  parse: parseChat,
};

function messagesOf(text: string): PastedMessage[] {
  return readPastedChat(text).steps.flatMap((step) => (step.kind === "message" ? [step.message] : []));
}

function parseChat(source: SourceText, options: ParseOptions): ParseResult {
  const { steps, context } = readPastedChat(source.text);
  const result: ParseResult = { events: [], rejects: [], context: [...context] };
  const given = readGiven(options.date);
  const placed = steps.map((step): { step: DayStep; message: PastedMessage | null } => {
    if (step.kind === "day") return { step: { kind: "day", stamp: step.stamp }, message: null };
    return { step: { kind: "entry", entry: entryOf(step.message, given) }, message: step.message };
  });
  const entries = placed.flatMap(({ step }) => (step.kind === "entry" ? [step.entry] : []));
  const days = steps.flatMap((step) => (step.kind === "day" ? [step.stamp] : [step.message.stamp]));
  const written = days.flatMap(({ date }) => (date ? [date.written] : []));
  const base = findBaseDay({ prose: [], filename: source.filename, clocks: [], years: NO_YEARS }, given);
  const named = steps.flatMap((step) =>
    step.kind === "message" ? { line: step.message.line, text: step.message.actor ?? "" } : [],
  );
  const told = [...context, ...named].map(
    ({ line, text }): Prose => ({ line, text, role: "text", place: "story", order: null }),
  );
  const zones = { stated: findStatedZones(told), agreed: null };
  markHalfDays(entries);
  assignDays(
    placed.map(({ step }) => step),
    { base, anchor: base.day, order: slashOrder(written), years: NO_YEARS },
  );
  for (const { step, message } of placed)
    if (step.kind === "entry" && message) {
      const isNamed = !zones.stated.some(({ line }) => line === message.line);
      const answer = { stated: zoneForLine(zones, message.line), given: options.zone ?? null };
      addMessage(step.entry, isNamed ? message : { ...message, actor: null }, answer, result);
    }
  if (entries.length === 0) result.rejects.push({ line: 1, reason: "No line contains a person and a time.", text: "" });
  result.context.sort((a, b) => a.line - b.line);
  return result;
}

function readGiven(date: string | undefined): number | null {
  const match = date === undefined ? null : matchDate(date.trim(), 0);
  return match?.kind === "day" ? resolveDay(match.day, null) : null;
}

/** "Yesterday" is the day before the one that the person chose. */
function entryOf({ line, stamp, daysAgo }: PastedMessage, given: number | null): Entry {
  if (daysAgo === null || given === null) return makeEntry(line, "text", stamp, []);
  return makeEntry(line, "text", { ...stamp, date: matchDate(isoDay(given - daysAgo), 0) }, []);
}

function addMessage(entry: Entry, message: PastedMessage, zones: ZoneAnswer, result: ParseResult): void {
  const { line, words, actor, isBot, stamp } = message;
  const text = words.join("\n").trim();
  if (text === "") {
    result.rejects.push({
      line,
      reason: "There's no message after the name and time.",
      text: `${actor ?? ""} ${stamp.statedText}`,
    });
    return;
  }
  const { title, body } = titleAndBody(text);
  const when = resolveWhen(entry, zones);
  const time = {
    at: when.at,
    precision: when.precision,
    statedText: stamp.statedText,
    zone: when.zone,
    ambiguity: when.ambiguity,
  };
  const event = makeEvent({ line, time, kind: kindOfChat(isBot, text), title, body, actor });
  result.events.push(entry.dayGiven ? { ...event, dayGiven: true } : event);
}
