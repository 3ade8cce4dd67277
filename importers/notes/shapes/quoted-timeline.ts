import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import { describeLine, type Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { isTimelineTitle } from "../lines/titles.ts";
import { speakerOf } from "./spoken-lines.ts";

const LEAST = 3;

/** Returns the quotes of a text if each of their lines starts with a time. */
function listIn(lines: readonly Line[]): Line[] {
  const quoted = lines.filter(({ role, content }) => role === "quote" && content !== "");
  const isTimedLine = ({ content, number }: Line) => {
    const stamp = readStamp(describeLine(content, number).content);
    return stamp !== null && isTimed(stamp) && !stamp.prose;
  };
  return quoted.length >= LEAST && quoted.every(isTimedLine) ? quoted : [];
}

/** Returns the quotes of a text if one of their lines is the label of a timeline. */
function labelledIn(lines: readonly Line[]): Line[] {
  const quoted = lines.filter(({ role }) => role === "quote");
  const isLabel = ({ content }: Line) =>
    content.length <= LONGEST_LABEL && /[*_:]$/.test(content.trim()) && isTimelineTitle(content);
  return quoted.some(isLabel) ? quoted : [];
}
const LONGEST_LABEL = 60;
/** `**Restart** (14:15) - the words` */
const BRACKETED = /^[^()]{2,60}\(\d{1,2}[:.]\d{2}\b/;

/**
 * If a part called a timeline quotes a chat, the quote is the timeline. Returns the lines with such quotes read as
 * text, or null if there are none. Used only for a text without other entries.
 */
export function openTimelineQuotes(lines: readonly Line[], sections: readonly Section[]): Line[] | null {
  const named = lines.filter((line, index) => line.role === "quote" && sections[index]?.timeline === true);
  const quoted = named.length > 0 ? named : [...listIn(lines), ...labelledIn(lines)];
  const read = new Map(quoted.map((line) => [line.number, describeLine(line.content, line.number)]));
  const stamped = [...read.values()].filter(({ content }) => {
    const stamp = readStamp(content);
    return speakerOf(content) !== null || BRACKETED.test(content) || (stamp !== null && isTimed(stamp));
  });
  return stamped.length < 2 ? null : lines.map((line) => read.get(line.number) ?? line);
}
