import { plainText } from "#importers/lex/markdown.ts";
import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { Line } from "./lines.ts";
import { shortDayAbove } from "./short-day.ts";
import { isElsewhereTitle, isSectionLabel, isTimelineTitle } from "./titles.ts";

/** A stretch of lines under one heading or label. */
export interface Section {
  id: number;
  title: string;
  /** 0 before the first heading, 1 to 6 for headings, 7 for a label line such as `**Timeline:**`. */
  level: number;
  /** The text calls it a timeline, or it is below such a heading. */
  timeline: boolean;
  /** It is in a part for actions, lessons or links. */
  elsewhere: boolean;
  /** Type of its heading: an entry (`### 14:05`), a day (`## May 12`), or neither. */
  kind: "plain" | "entry" | "day";
  stamp: Stamp | null;
  heading: Line | null;
}

export const LABEL_LEVEL = 7;

/** The text above the first heading. */
const OUTSIDE: Section = {
  id: 0,
  title: "",
  level: 0,
  timeline: false,
  elsewhere: false,
  kind: "plain",
  stamp: null,
  heading: null,
};

/** The section of every line, by index of the line. */
export function readSections(lines: Line[]): Section[] {
  const bySlot: Section[] = [];
  const stack: Section[] = [];
  let current: Section = { ...OUTSIDE };
  for (const [index, line] of lines.entries()) {
    const level = line.role === "heading" ? line.level : labelLevel(lines, index);
    if (level > 0) {
      const opened = openSection(line, level, index + 1, shortDayAbove(lines, index));
      if (opened.kind === "plain") {
        while ((stack.at(-1)?.level ?? 0) >= level) stack.pop();
        const { timeline, elsewhere } = stack.at(-1) ?? OUTSIDE;
        const isElsewhere = isElsewhereTitle(opened.title);
        opened.timeline = isTimelineTitle(opened.title) || (timeline && !isElsewhere);
        opened.elsewhere = isElsewhere || (elsewhere && !opened.timeline);
        stack.push(opened);
      } else {
        opened.timeline = stack.at(-1)?.timeline ?? false;
        const label = stack.at(-1);
        if (level < LABEL_LEVEL && label?.level === LABEL_LEVEL && !label.timeline) stack.pop();
        opened.timeline ||= stack.at(-1)?.timeline ?? false;
        opened.elsewhere = stack.at(-1)?.elsewhere ?? false;
      }
      current = opened;
    }
    bySlot.push(current);
  }
  return bySlot;
}

function openSection(line: Line, level: number, id: number, day: Stamp | null): Section {
  const title = plainText(line.content.slice(0, 400)).replace(/:$/, "");
  const read = day ?? readStamp(line.content);
  const stamp = read && isChapterLike(read, line.content) ? null : read;
  const words = stamp ? line.content.slice(stamp.textStart) : title;
  const kind = !stamp || isTimelineTitle(words) ? "plain" : isTimed(stamp) ? "entry" : "day";
  return { ...OUTSIDE, id, title, level, kind, stamp, heading: line };
}

/** "2.2. Problem": the number of a chapter, or 2 February. */
export const isChapterLike = ({ date, clock, textStart }: Stamp, content: string): boolean =>
  clock === null &&
  /^\d{1,2}\.\d{1,2}\.$/.test(date?.written ?? "") &&
  /^[*_`]{0,3}\p{L}/u.test(content.slice(textStart));

/** Returns the level of a label line without a time. 0 for other lines. */
function labelLevel(lines: Line[], index: number): number {
  const level = levelOfWords(lines, index);
  return level > 0 && readStamp((lines[index]?.content ?? "").trim()) !== null ? 0 : level;
}

/** The level by its text: all bold, or a known section name with a colon or alone after a blank line. */
function levelOfWords(lines: Line[], index: number): number {
  const line = lines[index];
  if (!line || (line.role !== "text" && line.role !== "item") || line.content.length > 90) return 0;
  const content = line.content.trim();
  if (/^(?:\*\*|__)[^*_]{2,80}(?:\*\*|__)\s*:?$/.test(content)) {
    const isPart = line.role === "text" || isSectionLabel(labelOf(content)) || followedByNested(lines, index);
    return isPart ? LABEL_LEVEL : 0;
  }
  if (line.role === "item") return 0;
  const before = lines[index - 1]?.role ?? "blank";
  const isAlone = before === "blank" || before === "rule" || before === "front";
  const endsInColon = content.endsWith(":");
  if (!endsInColon && (!(isAlone || isBetweenSentences(lines, index)) || /[.!?,;]$/.test(content))) return 0;
  const label = labelOf(content);
  const isShort = label.length <= 60 && (endsInColon || label.split(" ").length <= 5);
  return isShort && isSectionLabel(label) ? LABEL_LEVEL : 0;
}

const MOST_WORDS = 3;

/** "Root cause" in a page pasted without its blank lines: the sentence above has ended, and the part is below. */
function isBetweenSentences(lines: readonly Line[], index: number): boolean {
  const [above, own, below] = [lines[index - 1], lines[index], lines[index + 1]];
  if (own?.role !== "text" || !/^\p{Lu}/u.test(own.content) || own.content.split(" ").length > MOST_WORDS) return false;
  const isEnded = (above?.role === "text" || above?.role === "item") && SENTENCE_END.test(above.content);
  return isEnded && (below?.role === "item" || (below?.role === "text" && SENTENCE_END.test(below.content)));
}
const SENTENCE_END = /[.!?。！？]["”')\]*_]{0,3}$/;

const labelOf = (content: string): string => content.replace(/[*_:]+/g, " ").trim();

function followedByNested(lines: Line[], index: number): boolean {
  const next = lines.slice(index + 1, index + 3).find((line) => line.role !== "blank");
  return next?.role === "item" && next.indent > (lines[index]?.indent ?? 0);
}
