import { type CalendarComponent, type CalendarResponse, sync, type VEvent } from "node-ical";
import type { Importer, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import { oneLine, paragraphs } from "#importers/base/words.ts";
import { kindOfChat } from "#importers/kit/chat-kind.ts";
import { makeEvent } from "#importers/kit/make-event.ts";
import { noTime } from "#importers/kit/no-time.ts";
import { isEvent, personOf, timeOf, wordsOf } from "./calendar/calendar-entry.ts";

interface EntryLines {
  count: number;
  /** The line of the next entry with that UID, or 0. */
  take(uid: string): number;
  /** The lines of entries without an event. */
  rest(): number[];
}

/** The start lines of a calendar's entries, by UID. */
function entryLines(text: string): EntryLines {
  const byUid = new Map<string, number[]>();
  let begun = 0;
  let uid = "";
  let count = 0;
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    if (/^BEGIN:VEVENT\s*$/i.test(line)) {
      begun = index + 1;
      uid = "";
      count += 1;
    } else if (begun > 0 && /^UID[:;]/i.test(line)) uid = line.slice(line.indexOf(":") + 1).trim();
    else if (begun > 0 && /^END:VEVENT\s*$/i.test(line)) {
      byUid.set(uid, [...(byUid.get(uid) ?? []), begun]);
      begun = 0;
    }
  }
  return {
    count,
    take: (wanted) => byUid.get(wanted)?.shift() ?? 0,
    rest: () => [...byUid].filter(([key]) => key !== "").flatMap(([, lines]) => lines),
  };
}

const HEAD = /^\s{0,200}BEGIN:VCALENDAR\b/i;
const MOST_PEOPLE = 50;

/**
 * Calendars (.ics): each entry is one event from its start to its end. A cancelled entry is context, because it didn't
 * take place.
 */
export const calendarImporter: Importer = {
  name: "calendar",
  label: "Calendar",
  letter: "I",
  detect: ({ text, json }) => (json === undefined && HEAD.test(text.slice(0, 400)) ? 0.98 : 0),
  explain: ({ text }) => `The text is a calendar with ${entryLines(text).count} entries.`,
  parse(source, options) {
    const result: ParseResult = { events: [], rejects: [], context: [] };
    const calendar = readCalendar(source);
    if (!calendar) {
      result.rejects.push({
        line: 1,
        reason: "This calendar can't be read, because one of its entries is damaged.",
        text: "",
      });
      return result;
    }
    const lines = entryLines(source.text);
    for (const component of Object.values(calendar)) {
      if (component?.type === "VCALENDAR") continue;
      if (!isEvent(component as VEvent | undefined)) addOther(component, result);
      else for (const entry of occurrences(component as VEvent)) addEntry(entry, lines, options, result);
    }
    for (const line of lines.rest()) {
      const reason = "Another entry has the same UID. The later one was read.";
      result.rejects.push({ line, reason, text: "" });
    }
    return result;
  },
};

function readCalendar({ text }: SourceText): CalendarResponse | null {
  try {
    return sync.parseICS(text);
  } catch {
    return null;
  }
}

/** The entry itself and the repetitions that the calendar lists one by one. */
function occurrences(entry: VEvent): VEvent[] {
  return [...new Set([entry, ...Object.values(entry.recurrences ?? {}).filter(isEvent)])];
}

/** Identifies the occurrence of a repeated entry. If its date is broken, as it is written. */
function occurrenceOf({ recurrenceid }: VEvent): string {
  const stated: unknown = recurrenceid;
  if (stated instanceof Date) return Number.isNaN(stated.getTime()) ? "" : stated.toISOString();
  return typeof stated === "string" ? stated : "";
}

function addEntry(entry: VEvent, lines: EntryLines, options: ParseOptions, result: ParseResult): void {
  const line = lines.take(entry.uid);
  const title = wordsOf(entry.summary) ?? "An entry without a title";
  const time = timeOf(entry.start, options);
  if (!time) {
    const outcome = noTime("The start of the entry", entry.start);
    if ("reject" in outcome) result.rejects.push({ line, reason: outcome.reject, text: oneLine(title) });
    return;
  }
  if (entry.status === "CANCELLED") {
    result.context.push({ line, text: `Cancelled: ${title} (${time.statedText})` });
    return;
  }
  const attendees: unknown[] = [entry.attendee ?? []].flat();
  const people = attendees.flatMap((one) => personOf(one) ?? []);
  const place = wordsOf(entry.location);
  const organizer = personOf(entry.organizer);
  const kind = kindOfChat(false, title);
  result.events.push(
    makeEvent({
      line,
      time,
      end: timeOf(entry.end, options),
      kind: kind === "observation" ? "internal_update" : kind,
      title,
      body: paragraphs(
        wordsOf(entry.description),
        place ? `Where: ${place}` : null,
        people.length > 0 ? `With: ${people.slice(0, MOST_PEOPLE).join(", ")}` : null,
      ),
      actor: organizer,
      url: typeof entry.url === "string" ? entry.url : null,
      externalId: `${entry.uid}@${occurrenceOf(entry)}`,
    }),
  );
  if (entry.rrule) {
    const text = `“${oneLine(title, 120)}” repeats. Only the occurrence in the calendar (${time.statedText}) was read.`;
    result.context.push({ line, text });
  }
}

function addOther(component: CalendarComponent | undefined, result: ParseResult): void {
  if (component?.type !== "VTODO" && component?.type !== "VJOURNAL") return;
  const words = wordsOf(component.summary);
  if (words) result.context.push({ line: 0, text: `${component.type === "VTODO" ? "To do" : "Journal"}: ${words}` });
}
