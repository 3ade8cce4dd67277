import { timelineCsv } from "#lib/story/export/csv.ts";
import type { ExportStory } from "#lib/story/export/export-story.ts";
import { timelineMarkdown } from "#lib/story/export/markdown.ts";
import { timelineText } from "#lib/story/export/text.ts";
import type { Task } from "#server/base/worker/index.ts";

/** Plain data of a timeline with the format to write. */
export type TimelineToWrite =
  | { format: "markdown" | "csv" | "text"; story: ExportStory }
  | { format: "json"; file: object };

export const WRITE_TIMELINE: Task<TimelineToWrite, string, undefined> = { name: "write-timeline" };

const WRITERS = { markdown: timelineMarkdown, csv: timelineCsv, text: timelineText };

/** Returns the text of the file. */
export const writeTimeline = (given: TimelineToWrite): string =>
  given.format === "json" ? `${JSON.stringify(given.file, null, 2)}\n` : WRITERS[given.format](given.story);

/** The same as a task for a worker. */
export function* writeTimelineInWorker(given: TimelineToWrite): Generator<string> {
  yield writeTimeline(given);
}
