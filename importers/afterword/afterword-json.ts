import type { z } from "zod";
import type { Importer, NormalizedEvent, ParseResult } from "#importers/base/importer.ts";
import { linkAddress } from "#importers/base/link-address.ts";
import { isRecord, type JsonRecord, listAt } from "#importers/base/values.ts";
import { previewOf } from "#importers/base/words.ts";
import { storable } from "#lib/base/text/storable.ts";
import {
  type FileAttachment,
  FileEvent,
  FileStory,
  READABLE_VERSIONS,
  TIMELINE_FILE_FORMAT,
  TIMELINE_FILE_VERSION,
} from "#lib/contract/timeline-file.ts";
import { isListOfEntries } from "#lib/incidents/import/place-words.ts";
import { readAttachments } from "./read-attachments.ts";

const keyOf = (source: { type?: unknown; label?: unknown }) => `${source.type}\n${source.label}`;

/**
 * Positions of events in their sources. Version 1 counted entries of lists from 0, so if a source has an event at 0,
 * all its events move by one.
 */
function placesFromOne(json: JsonRecord): (event: FileEvent) => number | null {
  const fromZero = new Set<string>();
  for (const event of json.version === 1 ? listAt(json, "events") : []) {
    const source = isRecord(event) && isRecord(event.source) ? event.source : {};
    if (source.line === 0 && isListOfEntries(String(source.type))) fromZero.add(keyOf(source));
  }
  return ({ source }) => (source.line !== null && fromZero.has(keyOf(source)) ? source.line + 1 : source.line);
}

const isOurs = (value: unknown): value is JsonRecord => isRecord(value) && value.format === TIMELINE_FILE_FORMAT;

/** Reads a timeline from an Afterword export: events as they were curated, milestones, impact windows and clocks. */
export const afterwordJsonImporter: Importer = {
  name: "afterword",
  label: "Afterword",
  letter: "A",
  detect: ({ json }) => (isOurs(json) ? 1 : 0),
  explain: ({ json }) => `The file is an Afterword timeline with ${listAt(json, "events").length} events.`,
  parse({ json }) {
    const result: ParseResult = { events: [], rejects: [], context: [] };
    if (!isOurs(json)) return refuse(result, "This isn't an Afterword timeline.", json);
    if (!READABLE_VERSIONS.includes(json.version)) {
      return refuse(
        result,
        `This version of Afterword reads timeline files up to version ${TIMELINE_FILE_VERSION}. The file has version ${previewOf(json.version)}.`,
        json,
      );
    }
    const numbers = new Set<number>();
    const placeOf = placesFromOne(json);
    const attachments: { attachment: FileAttachment; number: number; entry: number }[] = [];
    for (const [index, value] of listAt(json, "events").entries()) {
      const entry = index + 1;
      const event = FileEvent.safeParse(value);
      const problem = event.success
        ? numbers.has(event.data.number)
          ? "its number is a duplicate"
          : null
        : wordsOf(event.error);
      if (event.success && problem === null) {
        numbers.add(event.data.number);
        const evidence = readAttachments(event.data, entry);
        const source = { ...event.data.source, line: placeOf(event.data) };
        result.events.push(normalized({ ...event.data, source }, evidence.attachments, entry));
        result.rejects.push(...evidence.rejects);
        for (const attachment of evidence.attachments)
          attachments.push({ attachment, number: event.data.number, entry });
      } else result.rejects.push({ line: entry, reason: `Event ${entry}: ${problem}.`, text: previewOf(value) });
    }
    const held = new Set(attachments.flatMap(({ attachment: { file } }) => (file?.content ? file.sha256 : [])));
    for (const { attachment, number, entry } of attachments) {
      const { file, title } = attachment;
      if (!file || held.has(file.sha256)) continue;
      result.context.push({ line: entry, text: `E${number}: the file of ${title} isn't included` });
    }
    const { milestones = [], impactWindows = [], clocks = [] } = json;
    const { imports = [], series = [], keptApart = [] } = json;
    const story = FileStory.safeParse({ imports, milestones, impactWindows, series, clocks, keptApart });
    if (!story.success) return refuse(result, `The rest of the file: ${wordsOf(story.error)}.`, json);
    if (isRecord(json.incident)) result.context.push({ line: 0, text: previewOf(json.incident) });
    return { ...result, story: storableJson(story.data) };
  },
};

function refuse(result: ParseResult, reason: string, value: unknown): ParseResult {
  return { ...result, rejects: [...result.rejects, { line: 0, reason, text: previewOf(value) }] };
}

function wordsOf({ issues: [issue] }: z.ZodError): string {
  return issue ? `${issue.path.join(".") || "it"}: ${issue.message.replace(/\.$/, "")}` : "it can't be read";
}

const iso = (at: string | null) => (at === null ? null : new Date(at).toISOString());
const text = (words: string | null) => (words === null ? null : storable(words));

function normalized(file: FileEvent, attachments: FileAttachment[], entry: number): NormalizedEvent {
  const { source, notes, original, ambiguity } = file;
  const [type, identity] = [storable(source.type), storable(source.identity)];
  return {
    at: iso(file.at),
    endAt: iso(file.endAt),
    precision: file.precision,
    uncertaintySeconds: file.uncertaintySeconds,
    statedText: text(file.statedText),
    zone: text(file.zone),
    ambiguity: file.at === null ? storableJson(ambiguity) : null,
    kind: file.kind,
    title: storable(file.title).trim() || "Untitled",
    body: storable(file.body),
    actor: text(file.actor),
    url: linkAddress(file.url),
    externalId: `${type}\n${identity}`,
    services: file.services.map(storable),
    line: entry,
    curated: {
      number: file.number,
      source: {
        type,
        letter: storable(source.letter),
        label: storable(source.label),
        identity,
        line: source.line,
        import: source.import,
      },
      pinned: file.pinned,
      hidden: file.hidden,
      clockOffsetMs: file.clockOffsetMs,
      lead: file.relation === null ? null : file.lead,
      relation: file.lead === null ? null : file.relation,
      known: file.known,
      foundAt: iso(file.foundAt),
      foundBy: text(file.foundBy),
      original: storableJson(original),
      verified: storableJson(file.verified),
      ruledOut: file.ruledOut,
      notes: storableJson(notes),
      attachments,
    },
  };
}

/** Returns a value in which all text can be stored. */
function storableJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === "string" ? storable(inner) : inner,
  ) as Value;
}
