import type { Importer, ParseOptions, ParseResult, SourceText } from "#importers/base/importer.ts";
import type { JsonRecord } from "#importers/base/values.ts";
import { otherJsonImporter } from "#importers/json/other-json.ts";
import { openBlocks, openMarkup } from "./lines/open-markup.ts";
import { isLog, readLog } from "./notes-blocks.ts";
import { readNotes } from "./notes-document.ts";
import { parseNotes } from "./parse-notes.ts";

const HEAD_LINES = 60;
const FIELD = /^([A-Za-z]\w{0,40}):[ \t]{1,8}(\S[^\n]{0,500})$/;
/** Fields that only a post about an incident has. */
const OF_AN_INCIDENT = /^(?:resolved|severity|affected|impact)$/i;

/** Returns the fields above a post of a file-based status page, with the post as its body. Null for any other text. */
function readIncidentPost(text: string): JsonRecord | null {
  const lines = text.slice(0, 20_000).split(/\r?\n/);
  const end = lines.slice(0, HEAD_LINES).indexOf("---", 1);
  if (lines[0] !== "---" || end < 0) return null;
  const head = lines.slice(1, end);
  if (!head.some((line) => OF_AN_INCIDENT.test(line.split(":", 1)[0] ?? ""))) return null;
  const fields = head.map((line) => FIELD.exec(line)).filter((found) => found !== null);
  const body = lines
    .slice(end + 1)
    .join("\n")
    .trim();
  return { ...Object.fromEntries(fields.map(([, name, value]) => [name, unquote(value ?? "")])), body };
}

const unquote = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, "$2");

/** A timeline is usually near the top, but a write-up can have much before it. */
const LOOKS = [20_000, 200_000];
/** Number of entries for full confidence. */
const ENOUGH = 4;

/** Plain text and Markdown with times: manual notes, timelines in write-ups, logs. */
export const notesImporter: Importer = {
  name: "notes",
  label: "Notes",
  letter: "N",
  detect(source: SourceText): number {
    if (source.json !== undefined || source.text.trim() === "") return 0;
    const { found } = countEntries(source);
    return found === 0 ? 0.1 : Math.min(0.8, 0.4 + 0.1 * found);
  },
  explain(source: SourceText): string {
    const { found, isWhole } = countEntries(source);
    if (found === 0) return "The text is readable, but no line starts with a time.";
    if (!isWhole) return `${found} entries of its first part have a time.`;
    return found === 1 ? "One entry has a time." : `${found} entries have a time.`;
  },
  parse: readWhole,
  canStream: isLog,
  stream: (source: SourceText, options: ParseOptions): Iterable<ParseResult> =>
    source.pieces ? readLog(source.pieces(), source.filename, options) : [readWhole(source, options)],
  writeUp: ({ text }: SourceText) => openBlocks(text) ?? { text },
};

/** A status page post without a timeline in its text is a single event. */
function readWhole(source: SourceText, options: ParseOptions): ParseResult {
  const result = parseNotes(source, options);
  const isEndAlone = result.events.every(({ title }) => /^resolved_?(?:when|at)$/i.test(title));
  const post = isEndAlone ? readIncidentPost(source.text) : null;
  if (!post) return result;
  const { events } = otherJsonImporter.parse({ filename: source.filename, text: "", json: post }, options);
  const told = new Set(events.flatMap(({ at, endAt }) => [at, endAt]));
  return { ...result, events: [...events, ...result.events.filter(({ at }) => !told.has(at))] };
}

function countEntries({ text }: SourceText): { found: number; isWhole: boolean } {
  let found = 0;
  for (const length of LOOKS) {
    const head = text.slice(0, length);
    found = readNotes(openMarkup(head)?.text ?? head).entries.length;
    if (found >= ENOUGH || text.length <= length) return { found, isWhole: text.length <= length };
  }
  return { found, isWhole: false };
}
