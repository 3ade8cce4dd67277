import type { NormalizedEvent, ProposedAction, ProposedFactor } from "#importers/index.ts";
import { decode, inMemory, openSource, readWriteUpText, type WriteUpDocument } from "#importers/index.ts";
import { AppError, invalid } from "#lib/base/errors.ts";
import { OTHER_TYPE, WRITE_UP_LIMITS, writeUpKindOf } from "#lib/follow/write-up/limits.ts";
import type { Task } from "#server/base/worker/index.ts";
import { htmlOfMarkdown } from "./html-of-markdown.ts";
import { htmlOfWord } from "./read-word.ts";

interface WriteUpToRead {
  path: string;
  bytes: Uint8Array;
  /** For times without a time zone or day. */
  zone?: string | undefined;
  date?: string | undefined;
}

/** A write-up, read: its text, and what it offers for the record. */
export interface ReadWriteUp extends WriteUpDocument {
  /** The source for the importers. Word has become HTML. */
  source: { filename: string; text: string };
  events: Pick<NormalizedEvent, "at" | "endAt" | "precision" | "kind" | "title" | "statedText" | "ambiguity">[];
  actions: ProposedAction[];
  factors: ProposedFactor[];
}

export const READ_WRITE_UP: Task<WriteUpToRead, ReadWriteUp, undefined> = { name: "read-write-up" };

/** Reads one write-up in a worker. Throws `invalid` and `too_large` with a sentence for the person. */
export async function* readWriteUpInWorker(given: WriteUpToRead): AsyncGenerator<ReadWriteUp> {
  const kind = writeUpKindOf(given.path);
  if (kind === null) throw invalid("file", OTHER_TYPE);
  const text = kind === "word" ? await htmlOfWord(given.bytes) : decode(given.bytes);
  if (text.replace(/"data:[^"]*"/g, "").length > WRITE_UP_LIMITS.letters)
    throw new AppError("too_large", { message: "This text is too long for a review. Import it as a timeline." });
  const page = kind === "markdown" ? htmlOfMarkdown(text) : { html: text, title: null };
  const document = readWriteUpText({ ...page, isMarkdown: kind === "markdown" });
  if (document.blocks.length === 0) throw invalid("file", "This file has no text");
  const source = sourceOf(given.path, kind === "word", text);
  const { zone, date } = given;
  const options = { ...(zone ? { zone } : {}), ...(date ? { date } : {}) };
  const opened = openSource(
    { filename: source.filename, bytes: inMemory(new TextEncoder().encode(source.text)) },
    options,
  );
  const events = [...opened.parts()].flatMap((part) => part.events);
  yield {
    ...document,
    title: document.title ?? opened.title,
    source,
    events: events.map(({ at, endAt, precision, kind: what, title, statedText, ambiguity }) => ({
      ...{ at, endAt, precision, kind: what, title, statedText, ambiguity },
    })),
    actions: opened.actions,
    factors: opened.factors,
  };
}

/** Returns the name without its folders. Embedded pictures say nothing about events. */
function sourceOf(path: string, isWord: boolean, text: string): ReadWriteUp["source"] {
  const name = path.split("/").at(-1) ?? path;
  return { filename: isWord ? `${name}.html` : name, text: text.replace(/"data:[^"]*"/g, '""') };
}
