import type { Importer, ParseResult, SourceText } from "#importers/base/importer.ts";
import { EVENT_KINDS, type EventKind, wordsOfKind } from "#lib/base/vocabulary/event-kinds.ts";
import { joinBody } from "#lib/incidents/timeline/story/beyond-title.ts";
import { unescapeMarkdown } from "#lib/story/export/escape-markdown.ts";
import { readTimeWords } from "#lib/story/export/time-words.ts";
import { type ToldParts, toldEvent } from "./told-event.ts";

const HEAD = /^# Timeline of INC-\d{1,9}: /m;
const ABOUT = /^Exported from Afterword on \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC\. Times are /m;
const HEAD_LENGTH = 4000;
/**
 * "- **time** title (E9, Kind; pinned)", indented and named for an account. A title contains no unescaped asterisks.
 */
const ENTRY =
  /^(?: {2}- Another account: |- )\*\*([^*]{1,200})\*\* (.*) \(E\d{1,9}, ([A-Z][a-z ]{1,40})(?:; [a-z]+)*\)$/;
const SAME = /^ {2,4}- The same from /;
const FACT = /^ {2,4}- (By|Services|Link): (.*)$/;
const BODY = /^ {2,4}>(?: (.*))?$/;
const KINDS = new Map<string, EventKind>(EVENT_KINDS.map((kind) => [wordsOfKind(kind), kind]));

const isOurs = ({ text }: SourceText) => {
  const head = text.slice(0, HEAD_LENGTH);
  return HEAD.test(head) && ABOUT.test(head);
};

/** Reads the Markdown that Afterword exports: every event at its stated instant. */
export const afterwordMarkdownImporter: Importer = {
  name: "afterword-markdown",
  label: "Afterword Markdown",
  letter: "A",
  detect: (source) => (source.json === undefined && isOurs(source) ? 1 : 0),
  explain: () => "The text says that Afterword exported it.",
  parse: ({ text }) => parseTold(text),
};

function parseTold(text: string): ParseResult {
  const told: ToldParts[] = [];
  const result: ParseResult = { events: [], rejects: [], context: [] };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const number = index + 1;
    const entry = ENTRY.exec(line);
    if (entry) {
      const parts = partsOf(entry, number);
      if (parts) told.push(parts);
      else
        result.rejects.push({
          line: number,
          reason: `“${entry[1]}” isn't a time or “${entry[3]}” isn't a kind.`,
          text: line,
        });
      continue;
    }
    if (/^- \*\*/.test(line)) {
      result.rejects.push({ line: number, reason: "The line isn't in the format that Afterword writes.", text: line });
      continue;
    }
    const last = told.at(-1);
    if (SAME.test(line) || !last || !addDetail(last, line)) {
      if (line.trim() !== "") result.context.push({ line: number, text: unescapeMarkdown(line.trim()) });
    }
  }
  result.events = told.map((parts) =>
    toldEvent({ ...parts, body: joinBody(parts.title, parts.body.replace(/\n$/, "")) }),
  );
  return result;
}

function partsOf([, words = "", title = "", kindWords = ""]: RegExpExecArray, line: number): ToldParts | null {
  const time = readTimeWords(words);
  const kind = KINDS.get(kindWords);
  if (!time || !kind) return null;
  return { time, kind, line, statedText: words, title: unescapeMarkdown(title), body: "" };
}

/** Adds a line below an entry to the entry. Returns false for a line that only describes it. */
function addDetail(parts: ToldParts, line: string): boolean {
  const body = BODY.exec(line);
  if (body) {
    parts.body += `${unescapeMarkdown(body[1] ?? "")}\n`;
    return true;
  }
  const [, label, written] = FACT.exec(line) ?? [];
  if (label === undefined || written === undefined) return false;
  const words = unescapeMarkdown(written);
  if (label === "By") parts.actor = words;
  else if (label === "Link") parts.url = words;
  else parts.services = words.split(", ");
  return true;
}
