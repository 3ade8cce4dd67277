import { readStamp } from "#importers/lex/stamp.ts";
import type { Stamp } from "#importers/lex/stamp-type.ts";
import type { Candidate } from "../lines/entry.ts";
import type { Line } from "../lines/lines.ts";
import type { Section } from "../lines/sections.ts";

interface Doc {
  lines: readonly Line[];
  sections: readonly Section[];
  candidates: ReadonlyMap<number, Candidate>;
}

/** `Update #1 at `, `MONITORING (`, `Nachtrag am `: a short label before its own day and time. */
const LABEL =
  /^(?:\*\*|__)?([\p{L}#][^:|.!?,;]{0,40}?)(?:\*\*|__)?\s?(?:\s(?:at|on|am|um|le|el|em|il|op|den)\s|[@([–—-])\s?(?=\d)/u;
const MARKS = /[:)\]–—-][*_]{0,2}$/;
const LONGEST = 2000;

/**
 * Reads updates nested below a timed item, each with its own label, day and time: ` - Update #1 at 2024-03-05 14:20
 * UTC: words`.
 */
export function readNestedUpdates({ lines, sections, candidates }: Doc): Candidate[] {
  const found: Candidate[] = [];
  let outer: Candidate | null = null;
  for (const [index, line] of lines.entries()) {
    const candidate = candidates.get(index);
    if (candidate?.form === "item" && candidate.stamp.clock && (!outer || line.indent <= outer.line.indent))
      outer = candidate;
    else if (line.role === "heading" || (line.role !== "blank" && line.indent <= (outer?.line.indent ?? 0)))
      outer = null;
    const section = sections[index];
    if (!outer || outer === candidate || candidate || !section || line.role !== "item") continue;
    const update = labelled(line.content.slice(0, LONGEST));
    if (!update || (update.words === "" && isSame(update.stamp, outer.stamp))) continue;
    const rest = [update.label, update.words].filter((part) => part !== "").join(": ");
    found.push({ index, line, section, form: "item", stamp: update.stamp, rest, opens: true });
  }
  return found;
}

function labelled(content: string): { stamp: Stamp; label: string; words: string } | null {
  const label = LABEL.exec(content);
  const rest = content.slice(label?.[0].length ?? 0);
  const stamp = label ? readStamp(rest) : null;
  if (!label || stamp?.date?.kind !== "day" || stamp.date.day.year === null || !stamp.clock || stamp.problem !== null)
    return null;
  const words = rest.slice(stamp.textStart);
  if (words !== "" && !MARKS.test(rest.slice(0, stamp.textStart).trimEnd())) return null;
  return { stamp, label: label[1] ?? "", words };
}

/** "Started at" and nothing else below an item repeats its start or its end. */
function isSame(stamp: Stamp, outer: Stamp): boolean {
  const told = JSON.stringify([stamp.clock?.hour, stamp.clock?.minute]);
  return [outer.clock, outer.end?.clock].some((one) => one && JSON.stringify([one.hour, one.minute]) === told);
}
