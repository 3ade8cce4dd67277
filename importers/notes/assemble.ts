import { problemOf } from "#importers/lex/stamp.ts";
import { type Candidate, type Entry, makeEntry } from "./lines/entry.ts";
import type { Line } from "./lines/lines.ts";
import { LABEL_LEVEL, type Section } from "./lines/sections.ts";
import type { Selection } from "./select.ts";

export interface Assembly {
  entries: Entry[];
  rejects: { line: Line; reason: string; more: string[] }[];
  context: Line[];
  /** Numbers of table rows that belong to an entry above them. */
  keptRows: Set<number>;
}

interface Source {
  lines: Line[];
  sections: Section[];
  candidates: Map<number, Candidate>;
  selection: Selection;
}

type Open = { entry: Entry | null; reject: Assembly["rejects"][number] | null; candidate: Candidate; loose: boolean };

/**
 * Assigns every line to the entry above it, to the rejects or to the context. Below a heading that is an entry,
 * everything up to the next heading belongs to it. Below a list item, everything nested, continued or in code does.
 */
export function assemble(source: Source): Assembly {
  const out: Assembly = { entries: [], rejects: [], context: [], keptRows: new Set() };
  const nextStart = startsAhead(source);
  let open: Open | null = null;
  for (const [index, line] of source.lines.entries()) {
    if (line.role === "row") {
      if (open?.candidate.form !== "heading") open = null;
      if (!open?.entry) continue;
      keep(open, line);
      out.keptRows.add(line.number);
      continue;
    }
    const candidate = source.selection.entries.has(index) ? source.candidates.get(index) : undefined;
    if (candidate) {
      open = start(candidate, out);
      continue;
    }
    if (line.role === "blank") {
      if (open) keep(open, line);
      continue;
    }
    const more: boolean = (nextStart[index] ?? -1) === source.sections[index]?.id;
    if (open && !belongs(line, index, open, source, more)) open = null;
    if (open) keep(open, line);
    else out.context.push(line);
  }
  return out;
}

function start(candidate: Candidate, out: Assembly): Open {
  const { line, form, stamp, rest } = candidate;
  const reason = problemOf(stamp);
  if (reason !== null) {
    const reject = { line, reason, more: [] };
    out.rejects.push(reject);
    return { entry: null, reject, candidate, loose: false };
  }
  const entry = makeEntry(line.number, form, stamp, [rest]);
  out.entries.push(entry);
  return { entry, reject: null, candidate, loose: false };
}

function keep(open: Open, line: Line): void {
  if (line.role === "blank") open.loose = true;
  if (line.role === "item" && line.content === "") return;
  const text = line.raw.slice(Math.min(line.indent, open.candidate.line.indent + 4, leading(line.raw))).trimEnd();
  if (open.entry) open.entry.text.push(text);
  else if (line.role !== "blank") open.reject?.more.push(text);
}

function leading(raw: string): number {
  return /^[ \t]{0,400}/.exec(raw)?.[0].length ?? 0;
}

function belongs(line: Line, index: number, open: Open, source: Source, more: boolean): boolean {
  const { candidate } = open;
  if (line.role === "front" || line.role === "definition") return false;
  if (source.selection.setters.has(index)) return false;
  if (line.role === "heading") return candidate.form === "heading" && line.level > candidate.line.level;
  if (candidate.form === "heading") return !startsTimelineLabel(index, source);
  const labelled = source.sections[index]?.heading === line && source.sections[index]?.level === LABEL_LEVEL;
  if (labelled && !(line.indent > candidate.line.indent)) return false;
  if (line.role === "rule" || line.role === "comment") return false;
  const nested = line.indent > candidate.line.indent;
  if (nested) return true;
  if (line.role === "fence") return true;
  if (line.role === "item") return sameList(line, candidate, open, source.selection.entries.size);
  return open.loose ? more || (candidate.form === "text" && line.role === "text" && !open.candidate.stamp.prose) : true;
}

/**
 * An item without a time at the depth of the entries continues the entry above. After a text entry, it is a detail of
 * it.
 */
function sameList(line: Line, candidate: Candidate, open: Open, entries: number): boolean {
  if (candidate.form === "item") return line.indent === candidate.line.indent;
  // "2023-07-18 19:55 CET", a blank line, and what happened as the items of a list.
  if (entries > 1 && isWordless(open)) open.loose = false;
  return !open.loose;
}

const isWordless = ({ entry }: Open): boolean =>
  entry !== null && !entry.text.some((text) => /[\p{L}\p{N}]/u.test(text));

function startsTimelineLabel(index: number, source: Source): boolean {
  const section = source.sections[index];
  return (
    section?.heading === source.lines[index] &&
    section?.level === LABEL_LEVEL &&
    section.timeline &&
    section.kind === "plain"
  );
}

/**
 * Returns for every line the section of the next entry below it. Text between two entries of a section belongs to the
 * first.
 */
function startsAhead(source: Source): (number | undefined)[] {
  const ahead: (number | undefined)[] = new Array(source.lines.length);
  let next: number | undefined;
  for (let index = source.lines.length - 1; index >= 0; index -= 1) {
    ahead[index] = next;
    const candidate = source.selection.entries.has(index) ? source.candidates.get(index) : undefined;
    if (candidate && candidate.form !== "heading") next = candidate.section.id;
    if (source.lines[index]?.role === "heading") next = undefined;
  }
  return ahead;
}
