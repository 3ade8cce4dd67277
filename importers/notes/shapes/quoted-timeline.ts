import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import { describeLine, type Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";
import { speakerOf } from "./spoken-lines.ts";

/**
 * If a part called a timeline quotes a chat, the quote is the timeline. Returns the lines with such quotes read as
 * text, or null if there are none. Used only for a text without other entries.
 */
export function openTimelineQuotes(lines: readonly Line[], sections: readonly Section[]): Line[] | null {
  const quoted = lines.filter((line, index) => line.role === "quote" && sections[index]?.timeline === true);
  const stamped = quoted.filter(({ content }) => {
    const stamp = readStamp(content);
    return speakerOf(content) !== null || (stamp !== null && isTimed(stamp));
  });
  if (stamped.length < 2) return null;
  const opened = new Set(quoted.map(({ number }) => number));
  return lines.map((line) => (opened.has(line.number) ? describeLine(line.content, line.number) : line));
}
