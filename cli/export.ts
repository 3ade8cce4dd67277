import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { listWords } from "#lib/base/text/sentence.ts";
import {
  EXPORT_PEOPLE,
  type ExportPeople,
  REVIEW_FORMATS,
  type ReviewFormat,
} from "#lib/base/vocabulary/review-export.ts";
import { TIMELINE_FORMATS, type TimelineFormat } from "#lib/base/vocabulary/timeline-export.ts";
import { SUGGESTION_READINGS, type SuggestionReading } from "#lib/document/text-as.ts";
import { onInstance } from "./on-instance.ts";
import { readKey } from "./read-key.ts";
import { UsageError } from "./usage-error.ts";

interface ExportFlags {
  timeline?: boolean;
  json?: boolean;
  format: ReviewFormat | TimelineFormat;
  comments?: boolean;
  people: ExportPeople;
  suggestions: SuggestionReading;
  zone: string;
  includeHidden?: boolean;
  out?: string;
  version?: number;
}

/**
 * `export REV`: writes a review to a file, with its live blocks frozen, as it is now or as one of its versions. `export
 * INC --timeline`: writes the timeline of an incident.
 */
export function addExportCommand(program: Command): void {
  program
    .command("export")
    .description("Export a review with its live blocks as they are now, or the timeline of an incident.")
    .argument("<key>", "key of the review, such as REV-7, or with --timeline of the incident, such as INC-12")
    .option("--timeline", "the timeline of an incident")
    .option("--version <number>", "this version of the review. Without it, the text as it is now", readVersionNumber)
    .addOption(
      new Option("--format <name>", `file format, for a review ${listWords(REVIEW_FORMATS)}`)
        .choices([...new Set([...REVIEW_FORMATS, ...TIMELINE_FORMATS])])
        .default("markdown"),
    )
    .option("--comments", "include the comments on the review")
    .addOption(
      new Option("--people <how>", "name people in the review, or write their roles")
        .choices(EXPORT_PEOPLE)
        .default("names"),
    )
    .addOption(
      new Option("--suggestions <reading>", "how to read what is proposed in the text as it is now")
        .choices(SUGGESTION_READINGS)
        .default("as_it_stands"),
    )
    .option("--zone <zone>", "with --timeline: time zone of the file, or incident for the incident's own", "UTC")
    .option("--include-hidden", "with --timeline: include hidden events. JSON always includes them")
    .option("--out <file>", "write to this file instead of standard output")
    .option("--json", "print key, format and text as one JSON object. Base64 instead of text for Word and PDF")
    .action((key: string, flags: ExportFlags) =>
      flags.timeline ? exportStory(key, flags) : exportReviewFile(key, flags),
    );
}

/** Reads "3" and "v3". */
function readVersionNumber(written: string): number {
  const [, digits] = /^v?([1-9]\d{0,8})$/i.exec(written) ?? [];
  if (digits === undefined) throw new UsageError(`${written} isn't the number of a version, such as 3`);
  return Number(digits);
}

async function exportReviewFile(written: string, flags: ExportFlags): Promise<void> {
  const key = readKey(written, "review");
  const { format, version, comments, people, suggestions } = flags;
  if (!isFormat(REVIEW_FORMATS, format))
    throw new UsageError(`Reviews export as ${listWords(REVIEW_FORMATS)}. CSV and text need --timeline.`);
  const bytes = await onInstance(version ? `version ${version} of ${key}` : key, async ({ ctx }) => {
    const { getReview } = await import("#server/reviews/review/index.ts");
    const { exportReview } = await import("#server/reviews/export/index.ts");
    const { recordExport } = await import("./record-export.ts");
    const { id } = await getReview(ctx(), { key });
    const file = await exportReview(ctx(), { key, format, version, comments, people, suggestions });
    await recordExport(ctx(), { noun: "review", id, format, version });
    return file.bytes();
  });
  await print(bytes, key, flags);
}

async function exportStory(written: string, flags: ExportFlags): Promise<void> {
  const key = readKey(written, "incident");
  const { format, zone, includeHidden, version } = flags;
  if (version !== undefined) throw new UsageError("--version is for reviews: a timeline has no versions");
  if (!isFormat(TIMELINE_FORMATS, format))
    throw new UsageError(`Timelines export as ${listWords(TIMELINE_FORMATS)}; ${format} is for reviews`);
  const bytes = await onInstance(key, async ({ ctx }) => {
    const { exportTimeline } = await import("#server/incidents/export/index.ts");
    const { getIncident } = await import("#server/incidents/incident/index.ts");
    const { recordExport } = await import("./record-export.ts");
    const { id } = await getIncident(ctx(), { key });
    const file = await exportTimeline(ctx(), { key, format, zone, ...(includeHidden ? { includeHidden } : {}) });
    await recordExport(ctx(), { noun: "incident", id, format });
    return file.bytes();
  });
  await print(bytes, key, flags);
}

const isFormat = <Format extends string>(formats: readonly Format[], format: string): format is Format =>
  formats.some((one) => one === format);

/** Formats whose files aren't text. */
const BINARY: ReadonlySet<string> = new Set<ReviewFormat>(["pdf", "docx"]);

async function print(bytes: Uint8Array, key: string, { json, format, out }: ExportFlags): Promise<void> {
  const content = BINARY.has(format)
    ? { base64: Buffer.from(bytes).toString("base64") }
    : { text: new TextDecoder().decode(bytes) };
  const printed = json ? `${JSON.stringify({ key, format, ...content }, null, 2)}\n` : bytes;
  if (out) await writeFile(out, printed);
  else process.stdout.write(printed);
}
