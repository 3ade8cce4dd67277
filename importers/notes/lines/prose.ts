import type { SlashOrder } from "#importers/lex/day-number.ts";
import { orderByLanguage } from "#importers/lex/order-by-language.ts";
import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Line } from "./lines.ts";
import { findMailHead, isField, SUBJECT } from "./mail-head.ts";
import type { Section } from "./sections.ts";
import { isBareDay, isDatedByline } from "./written-on.ts";

/**
 * Text of a document outside entries: a heading, a paragraph with its wrapped lines joined, or a line of front matter.
 */
export interface Prose {
  /** 1-based line where it starts. */
  line: number;
  text: string;
  role: "front" | "heading" | "text";
  /** Its place. `timeline` is the text between the heading of a timeline and its first entry. */
  place: "front" | "title" | "timeline" | "story" | "elsewhere";
  /** The order of `03/04/2024` in the language of the text. */
  order: SlashOrder;
}

/** "Severity: SEV-2": one of several fields, each on its own line. */
const FIELD = /^[*_]{0,2}[\p{Lu}\p{Lo}][\p{L} /()'’-]{1,30}(?::[*_]{0,2}\s|：[*_]{0,2}).{1,80}$/u;
const DATED_FIELD = /(?::[*_]{0,2}\s|：)\W{0,2}\d/;
/** "Incident date" alone on a line. */
const LONE_LABEL = /^\p{Lu}\p{L}{2,}(?: \p{L}+){0,2}:?$/u;
/** Lines of a document that can be those of a mail's header. */
const MOST_HEADS = 400;
const LIMIT = 4000;
const TITLE_LENGTH = 120;
/** How far above the first entry a text still belongs to it, if no heading announces a timeline. */
const NEAR_LINES = 6;

/**
 * Joins the context lines of a document to paragraphs. Code, comments and link definitions don't tell anything about
 * times.
 */
export function readProse(
  lines: readonly Line[],
  context: readonly Line[],
  sections: readonly Section[],
  entryLines: readonly number[],
): Prose[] {
  const kept = new Set(context.map((line) => line.number));
  const places = new Places(lines, sections, entryLines);
  const mail = findMailHead(lines.slice(0, MOST_HEADS)).lines;
  const order = orderByLanguage(lines.map(({ content }) => content));
  const prose: Prose[] = [];
  let above: Line | null = null;
  for (const [index, line] of lines.entries()) {
    const last = prose.at(-1);
    if (line.role === "heading" && !kept.has(line.number)) {
      above = null;
    } else if (line.role === "front" && line.content !== "") {
      prose.push({ line: line.number, text: line.raw.slice(0, LIMIT), role: "front", place: "front", order });
      above = null;
    } else if (!kept.has(line.number) || !/^(?:heading|item|row|quote|text)$/.test(line.role)) {
      above = null;
    } else if (mail.has(index)) {
      // The subject of a mail is its title. The time at which it was sent isn't part of the story.
      const subject = SUBJECT.exec(line.content);
      const text = line.content.slice(subject?.[0].length ?? 0, LIMIT);
      prose.push({ line: line.number, text, role: "text", place: subject ? "title" : "elsewhere", order });
      above = null;
    } else if (above && last && isBareDay(line.content) && LONE_LABEL.test(above.content)) {
      // "Incident date" with its day on the next line.
      if (last.text.endsWith(` ${above.content}`)) {
        last.text = last.text.slice(0, -above.content.length - 1);
        prose.push({ ...last, line: above.number, text: `${above.content.replace(/:$/, "")}: ${line.content}` });
      } else last.text = `${above.content.replace(/:$/, "")}: ${line.content}`;
      above = null;
    } else if (
      above &&
      last &&
      !isBareDay(line.content) &&
      !startsField(line.content, above.content) &&
      !(last.place === "title" && isBelowTitle(line.content, above.content)) &&
      sections[index]?.heading !== line &&
      (line.role === "text" || line.role === "quote") &&
      last.text.length < LIMIT
    ) {
      last.text += ` ${line.content.slice(0, LIMIT)}`;
    } else {
      // Cells are often padded to one width.
      const text = (line.role === "row" ? line.raw.replace(/\s{2,}/g, " ") : line.content).slice(0, LIMIT);
      const role = line.role === "heading" ? "heading" : "text";
      prose.push({ line: line.number, text, role, place: places.of(index, line), order });
      // A label isn't part of the text around it.
      const isLabel = sections[index]?.heading === line;
      above =
        line.role === "heading" ||
        line.role === "row" ||
        isLabel ||
        isBareDay(line.content) ||
        isDatedByline(line.content)
          ? null
          : line;
    }
  }
  return prose;
}

/** Whether a line right below a title is a sentence that doesn't continue it. */
const isBelowTitle = (content: string, title: string): boolean =>
  /^\p{Lu}/u.test(content) && /[.!?]$/.test(content) && !/[.!?,;:–—-]$/.test(title) && title.length <= TITLE_LENGTH;

/** Whether a line is a field of its own, and neither the text above it nor the header of a mail. */
function startsField(content: string, above: string): boolean {
  if (!FIELD.test(content) || isField(content) || isField(above)) return false;
  return FIELD.test(above) || DATED_FIELD.test(content);
}

/** Returns the place of each line of a document. */
class Places {
  readonly #title: number;
  readonly #sections: readonly Section[];
  /** Index of the last line of a section before its entries. */
  readonly #above = new Map<number, number>();

  constructor(lines: readonly Line[], sections: readonly Section[], entryLines: readonly number[]) {
    this.#sections = sections;
    this.#title = titleLine(lines);
    const first = lines[0]?.number ?? 1;
    for (const line of entryLines) {
      const section = sections[line - first]?.id;
      if (section !== undefined && !this.#above.has(section)) this.#above.set(section, line - first - 1);
    }
  }

  of(index: number, { role }: Line): Prose["place"] {
    const section = this.#sections[index];
    if (index === this.#title) return "title";
    if (!section || section.elsewhere) return section ? "elsewhere" : "story";
    const last = role === "heading" ? -1 : (this.#above.get(section.id) ?? -1);
    return index <= last && (section.timeline || last - index <= NEAR_LINES) ? "timeline" : "story";
  }
}

function startsWithTime(content: string): boolean {
  const stamp = /\d/.test(content) ? readStamp(content) : null;
  return stamp !== null && isTimed(stamp);
}

/**
 * Returns the first line below front matter and a day if it is a heading or short enough, otherwise the first heading.
 */
export function titleLine(lines: readonly Line[]): number {
  // A heading that starts with a time is an entry.
  const heading = lines.findIndex(({ role, content }) => role === "heading" && !startsWithTime(content));
  const first = lines.findIndex(
    ({ role, content }) =>
      role !== "front" && role !== "blank" && role !== "comment" && !(role === "text" && isBareDay(content)),
  );
  const line = lines[first];
  const isTitle = line?.role === "text" && line.content.length <= TITLE_LENGTH && !/[.;]$/.test(line.content);
  return heading < 0 && isTitle ? first : heading;
}
