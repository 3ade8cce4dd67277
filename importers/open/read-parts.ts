import type { ContextLine, Importer, ParseOptions, ParseResult, Reject, SourceText } from "#importers/base/importer.ts";
import { oneLine } from "#importers/base/words.ts";
import { refuseFarTimes } from "#importers/kit/refuse-far-times.ts";
import { storable } from "#lib/base/text/storable.ts";

/** What an importer makes of a source, part by part, and at the end what nobody read of it. */
export function* readParts(importer: Importer, source: SourceText, options: ParseOptions): Generator<ParseResult> {
  let isEmpty = true;
  for (const part of importer.stream?.(source, options) ?? [importer.parse(source, options)]) {
    const { events, rejects, context } = refuseFarTimes(part);
    isEmpty &&= events.length + rejects.length + context.length === 0;
    yield { ...part, events, rejects: rejects.map(storableReject), context };
  }
  const rejects = [...(source.brokenEntries ?? [])];
  if (isEmpty) rejects.unshift({ line: 0, reason: "There is nothing in this file.", text: "" });
  yield { events: [], rejects: rejects.map(storableReject), context: skippedFiles(source) };
}

/** A reject quotes its source, which may hold what no column does. */
export const storableReject = ({ line, reason, text }: Reject): Reject => ({
  line,
  reason: storable(reason),
  text: storable(text),
});

export function skippedFiles({ skippedFiles: paths = [] }: SourceText): ContextLine[] {
  if (paths.length === 0) return [];
  return [{ line: 0, text: oneLine(`${paths.length} other files of the zip were not read: ${paths.join(", ")}`, 400) }];
}
