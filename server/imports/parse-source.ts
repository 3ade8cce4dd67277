import { AppError } from "#lib/errors.ts";
import { storable } from "#lib/text/storable.ts";
import { describeUnknown, isBinary, isBrokenJson } from "./describe-unknown.ts";
import { type Detection, detectSource } from "./detect-format.ts";
import type { ContextLine, ImportInput, ParseOptions, ParseResult, Reject, SourceText } from "./importer.ts";
import { refuseFarTimes } from "./kit/refuse-far-times.ts";
import { oneLine } from "./kit/words.ts";
import { IMPORTERS, importerNamed } from "./registry.ts";
import { readSource } from "./source/read-source.ts";
import type { ZipLimits } from "./source/unzip-files.ts";
import type { ProposedAction } from "./write-up/proposed-action.ts";
import { readActions } from "./write-up/read-actions.ts";

export interface ParseSourceOptions extends ParseOptions {
  /** Name of an importer to use instead of the most certain one. */
  format?: string;
  zipLimits?: ZipLimits;
}

export interface ParsedSource extends ParseResult {
  /** Name of the importer that read, or `unknown`. */
  format: string;
  label: string;
  letter: string;
  certainty: number;
  reason: string;
  /** Every importer that could read it, the most certain first. */
  detections: Detection[];
  /** Action items that a write-up lists; empty for every other format. */
  actions: ProposedAction[];
}

/**
 * Bytes in, normalized events, rejects and context out; pure. What no importer knows is one reject that says so.
 * Throws AppError only for a wrong option (`invalid`) and a zip beyond its limits (`too_large`, `invalid`).
 */
export function parseSource(input: ImportInput, options: ParseSourceOptions = {}): ParsedSource {
  const { format, zipLimits, ...parseOptions } = options;
  const wanted = format === undefined ? undefined : importerOrRefuse(format);
  const source = readSource(input, zipLimits);
  const detections = isReadable(source) ? detectSource(source) : [];
  const importer = wanted ?? detections[0]?.importer;
  if (!importer) return { ...unknown(source), detections, actions: [] };
  const found = detections.find((detection) => detection.importer === importer);
  const { events, rejects, context } = refuseFarTimes(importer.parse(source, parseOptions));
  if (events.length + rejects.length + context.length === 0)
    rejects.push({ line: 0, reason: "There is nothing in this file.", text: "" });
  return {
    format: importer.name,
    label: importer.label,
    letter: importer.letter,
    certainty: found?.certainty ?? 0,
    reason: found?.reason ?? "The format was chosen by hand.",
    detections,
    actions: importer.name === "notes" ? readActions(source.text) : [],
    events,
    rejects: [...rejects, ...(source.brokenLines ?? [])].map(storableReject),
    context: [...context, ...skippedFiles(source)],
  };
}

function importerOrRefuse(name: string) {
  const importer = importerNamed(name);
  if (importer) return importer;
  const message = `There is no format “${name}”. Formats: ${IMPORTERS.map((each) => each.name).join(", ")}.`;
  throw new AppError("invalid", { message, fields: [{ field: "format", message }] });
}

/** Notes would take any text; what is plainly something else is refused before they are asked. */
function isReadable({ text, json }: SourceText): boolean {
  return json !== undefined || text === "" || !(isBinary(text) || isBrokenJson(text));
}

function unknown(source: SourceText): Omit<ParsedSource, "detections" | "actions"> {
  const reject = describeUnknown(source);
  const none = { format: "unknown", label: "Not recognised", letter: "?", certainty: 0 };
  return {
    ...none,
    reason: reject.reason,
    events: [],
    rejects: [storableReject(reject)],
    context: skippedFiles(source),
  };
}

/** A reject quotes its source, which may hold what no column does. */
const storableReject = ({ line, reason, text }: Reject): Reject => ({
  line,
  reason: storable(reason),
  text: storable(text),
});

function skippedFiles({ skippedFiles: paths = [] }: SourceText): ContextLine[] {
  if (paths.length === 0) return [];
  return [{ line: 0, text: oneLine(`${paths.length} other files of the zip were not read: ${paths.join(", ")}`, 400) }];
}
