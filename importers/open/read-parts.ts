import type {
  ContextLine,
  Importer,
  NormalizedEvent,
  ParseOptions,
  ParseResult,
  Reject,
  SourceText,
} from "#importers/base/importer.ts";
import { oneLine } from "#importers/base/words.ts";
import { unreadLists } from "#importers/json/unread-lists.ts";
import { storable } from "#lib/base/text/storable.ts";
import { isFarOff, YEARS_WORDS } from "#lib/base/time/far-off.ts";

/** An instant with a year of four digits, none of them the year 0, needs no closer look. */
const isPlain = (at: string): boolean => at.length === 24 && at.charAt(4) === "-" && !at.startsWith("0000");

const isFar = (at: string | null): boolean => at !== null && !isPlain(at) && isFarOff(at);

/** Events with a year that can't be stored become rejects. An end of that kind is left out. */
function refuseFarTimes({ events, rejects, context }: ParseResult): ParseResult {
  if (!events.some(({ at, endAt }) => isFar(at) || isFar(endAt))) return { events, rejects: sorted(rejects), context };
  const far = events.filter(({ at }) => isFar(at));
  return {
    events: events.flatMap(withoutFar),
    rejects: sorted([...rejects, ...far.map(rejectOf)]),
    context,
  };
}

const sorted = (rejects: readonly Reject[]): Reject[] => rejects.toSorted((one, other) => one.line - other.line);

const withoutFar = (event: NormalizedEvent): NormalizedEvent[] =>
  isFar(event.at) ? [] : isFar(event.endAt) ? [{ ...event, endAt: null }] : [event];

const rejectOf = ({ line, statedText, at, title, body }: NormalizedEvent) => ({
  line,
  reason: `${statedText ?? at} can't be the time of an incident. Enter ${YEARS_WORDS}.`,
  text: [title, body].filter((part) => part !== "").join("\n"),
});

/** Returns the result of an importer part by part, and at the end what wasn't read. */
export function* readParts(importer: Importer, source: SourceText, options: ParseOptions): Generator<ParseResult> {
  let isEmpty = true;
  const isOwn = importer.name.startsWith("afterword");
  for (const part of importer.stream?.(source, options) ?? [importer.parse(source, options)]) {
    const { events, rejects, context } = refuseFarTimes(part);
    if (source.json !== undefined && !isOwn) context.push(...unreadLists(source.json, part));
    isEmpty &&= events.length + rejects.length + context.length === 0;
    yield { ...part, events, rejects: rejects.map(storableReject), context };
  }
  const rejects = [...(source.brokenEntries ?? [])];
  if (isEmpty) rejects.unshift({ line: 0, reason: "This file is empty.", text: "" });
  yield { events: [], rejects: rejects.map(storableReject), context: skippedFiles(source) };
}

/** A reject quotes its source, which can contain text that no column can store. */
export const storableReject = ({ line, reason, text }: Reject): Reject => ({
  line,
  reason: storable(reason),
  text: storable(text),
});

/** Returns a line that names the files of a zip that weren't read. Empty if there are none. */
export function skippedFiles({ skippedFiles: paths = [] }: SourceText): ContextLine[] {
  if (paths.length === 0) return [];
  return [{ line: 0, text: oneLine(`${paths.length} other files of the zip weren't read: ${paths.join(", ")}`, 400) }];
}
