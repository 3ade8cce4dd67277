import { isTimed, readStamp } from "#importers/lex/stamp.ts";
import { describeLine, type Line } from "./lines.ts";
import type { Section } from "./sections.ts";

/**
 * A part called a timeline may hold nothing but a code block, and the block is the timeline. Answers the lines with
 * such blocks read as text; null when there is none. Asked only when the text has no other entries.
 */
export function openTimelineFences(lines: Line[], sections: Section[]): Line[] | null {
  const fenced = lines.filter((line, index) => line.role === "fence" && sections[index]?.timeline === true);
  const stamped = fenced.filter((line) => {
    const stamp = readStamp(line.content);
    return stamp !== null && isTimed(stamp);
  });
  if (stamped.length < 2) return null;
  const opened = new Set(fenced.map((line) => line.number));
  return lines.map((line) => {
    if (!opened.has(line.number)) return line;
    if (/^\s*(?:`{3}|~{3})/.test(line.raw.slice(0, 60))) return { ...line, role: "rule" };
    const read = describeLine(line.raw, line.number);
    return read.role === "heading" ? { ...read, role: "text", level: 0 } : read;
  });
}
