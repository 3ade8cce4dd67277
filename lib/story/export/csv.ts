import Papa from "papaparse";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { MILESTONE_WORDS } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import type { ExportStory } from "./export-story.ts";
import { guardFormula } from "./guard-formula.ts";
import { isoIn } from "./stamps.ts";
import { accountsBelow, type StoryEvent, sourcesBelow, tellStory } from "./tell-story.ts";

/** Columns in order. Headings of times contain the time zone: "Time (UTC)". */
export const CSV_COLUMNS = [
  "Event",
  "Time",
  "End",
  "Precision",
  "Plus or minus seconds",
  "Kind",
  "Title",
  "Description",
  "Actor",
  "Services",
  "Link",
  "Source",
  "Line",
  "Stated time",
  "Stated zone",
  "Milestones",
  "Pinned",
  "Hidden",
  "Account of",
  "Repeated",
  "Known",
  "Found",
  "Found by",
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];
const ZONED: readonly CsvColumn[] = ["Time", "End", "Found"];

export const csvHeaders = (zone: string): string[] =>
  CSV_COLUMNS.map((column) => (ZONED.includes(column) ? `${column} (${zone})` : column));

const time = (at: string | null, zone: string) => (at === null ? "" : isoIn(at, zone));
const flag = (value: boolean) => (value ? "yes" : "");
const number = (value: number | null) => (value === null ? "" : String(value));

function rowOf(one: StoryEvent, lead: StoryEvent, zone: string): Record<CsvColumn, string> {
  const { event } = one;
  const sources: TimelineEvent[] = [event, ...sourcesBelow(one)];
  return {
    Event: `E${event.number}`,
    Time: time(event.at, zone),
    End: time(event.endAt, zone),
    Precision: event.at === null ? "unknown" : event.precision,
    "Plus or minus seconds": number(event.uncertaintySeconds),
    Kind: event.kind,
    Title: event.title,
    Description: event.body,
    Actor: event.actor ?? "",
    Services: event.services.join("; "),
    Link: event.url ?? "",
    Source: [...new Set(sources.map(({ source }) => source.label))].join("; "),
    Line: number(event.source.line),
    "Stated time": event.statedText ?? "",
    "Stated zone": event.zone ?? "",
    Milestones: event.milestones.map((name) => MILESTONE_WORDS[name]).join("; "),
    Pinned: flag(event.pinned),
    Hidden: flag(event.hidden),
    "Account of": one === lead ? "" : `E${lead.event.number}`,
    Repeated: one.bundled.length > 0 ? String(one.bundled.length + 1) : "",
    Known: event.known === null ? "" : event.known.replaceAll("_", " "),
    Found: time(event.foundAt, zone),
    "Found by": event.foundBy ?? "",
  };
}

/**
 * Returns a timeline as CSV (RFC 4180): one row per event, one row with a count per bundle, and no cell that runs as a
 * formula.
 */
export function timelineCsv({ events, zone, includeHidden }: ExportStory): string {
  const rows = tellStory(events, includeHidden).flatMap((one) =>
    [one, ...accountsBelow(one)].map((each) => {
      const row = rowOf(each, one, zone);
      return CSV_COLUMNS.map((column) => guardFormula(row[column]));
    }),
  );
  return `${Papa.unparse({ fields: csvHeaders(zone), data: rows }, { newline: "\r\n" })}\r\n`;
}
