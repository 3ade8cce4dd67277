import type { Importer, SourceText } from "#importers/base/importer.ts";
import { type ConvertedText, markdownOfHtml } from "#importers/html/markdown-of-html.ts";
import { parseNotes } from "./parse-notes.ts";
import { placeLines } from "./place-lines.ts";

const DETECT_LENGTH = 20_000;
const PAGE = /^\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,20})?(?:<!--[^>]{0,500}-->\s{0,20})?<(?:!doctype\s{1,5}html|html)\b/i;
const BLOCK = /<\/(?:p|h[1-6]|li|ul|ol|tr|td|table|div|blockquote|pre)>/gi;

/** Converted once for detection, events and action items. */
const converted = new WeakMap<SourceText, ConvertedText>();

/** Write-ups as HTML: a saved page, an export of a wiki, a pasted fragment. */
export const htmlImporter: Importer = {
  name: "html",
  label: "HTML write-up",
  letter: "H",
  detect(source) {
    if (source.json !== undefined || !/^\s{0,200}</.test(source.text)) return 0;
    const head = source.text.slice(0, DETECT_LENGTH);
    if (PAGE.test(head)) return 0.9;
    return (head.match(BLOCK)?.length ?? 0) >= 2 ? 0.85 : 0;
  },
  explain: () => "The text is HTML. Its headings, lists and tables are read as in a write-up.",
  parse(source, options) {
    const { text, lines, stoppedAt } = convert(source);
    const result = placeLines(parseNotes({ filename: source.filename, text, json: undefined }, options), lines);
    const reason = "The rest of this page wasn't read, because its elements are nested too deeply.";
    if (stoppedAt !== null) result.rejects.push({ line: stoppedAt, reason, text: "" });
    return result;
  },
  writeUp: convert,
};

function convert(source: SourceText): ConvertedText {
  const known = converted.get(source);
  if (known) return known;
  const fresh = markdownOfHtml(source.text);
  converted.set(source, fresh);
  return fresh;
}
