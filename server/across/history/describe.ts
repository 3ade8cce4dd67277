import { actionWords } from "#lib/across/audit/action-words.ts";
import { changeSentence, fieldWords, valueWords } from "#lib/across/audit/change-words.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { GATE_WORDS } from "#lib/base/vocabulary/review.ts";
import { idsIn } from "#server/base/audit/index.ts";

const MOST_DETAILS = 12;
/** Fields that identify the record or are part of the action's sentence. */
const UNSAID = new Set(["key", "id", "version", "gate", "filename", "format"]);
/** Fields that alone name the subject of the entry. */
const SUBJECTS = new Set(["title", "statement", "quote", "name", "label"]);

interface Entry {
  action: string;
  before: unknown;
  after: unknown;
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/**
 * Returns an audit entry as one sentence, and a sentence for each further change. An update of one field is that change
 * alone: "Set the meeting date to Fri 27 Nov 2026". Lists of ids without names are counted.
 */
export function tellEntry(entry: Entry, names: ReadonlyMap<string, string>): { what: string; details: string[] } {
  const isUpdate = entry.action.endsWith(".updated");
  const changes = changesOf(entry, names, isUpdate);
  const [only, ...others] = changes;
  if (isUpdate && only !== undefined && others.length === 0) return { what: only, details: [] };
  return { what: sentenceOf(entry), details: [...subjectsOf(entry, names, isUpdate), ...changes] };
}

function sentenceOf(entry: Entry): string {
  const { action, after } = entry;
  const { filename, created } = fieldsOf(after);
  const gateWords = action.startsWith("gate.") ? gateSentence(entry) : null;
  if (gateWords) return gateWords;
  if (action === "import.created" && typeof filename === "string")
    return `Imported ${filename}, ${countWords(typeof created === "number" ? created : 0, "event")}`;
  return actionWords(action);
}

/** Null for a section whose title older versions didn't record. */
function gateSentence({ action, before, after }: Entry): string | null {
  const isWaived = action === "gate.waived";
  const { gate, leftOut, section } = fieldsOf(isWaived ? after : before);
  if (typeof leftOut === "string") return isWaived ? `Left out “${leftOut}”` : `Required “${leftOut}” again`;
  const words = typeof section === "string" ? section : GATE_WORDS[String(gate ?? fieldsOf(after).gate)];
  return words ? `${isWaived ? "Waived" : "Withdrew the waiver of"} “${words}”` : null;
}

/** An update has only its changes, so the first of them is the title. */
function subjectsOf({ after }: Entry, names: ReadonlyMap<string, string>, isUpdate: boolean): string[] {
  if (isUpdate) return [];
  return Object.entries(fieldsOf(after)).flatMap(([name, value]) => {
    const words = SUBJECTS.has(name) ? valueWords(value, Object.fromEntries(names)) : null;
    return words === null ? [] : `“${words}”`;
  });
}

function changesOf({ action, before, after }: Entry, names: ReadonlyMap<string, string>, isUpdate: boolean): string[] {
  const known = Object.fromEntries(names);
  const was = fieldsOf(before);
  const isSaid = (name: string) =>
    UNSAID.has(name) ||
    (!isUpdate && (SUBJECTS.has(name) || name === "status")) ||
    (action === "import.created" && name === "created") ||
    (action.startsWith("gate.") && (name === "leftOut" || name === "section"));
  const shown = ([name, value]: [string, unknown]): string | null => {
    if (isSaid(name)) return null;
    if (name === "reason") return value ? `Reason: ${valueWords(value, known)}` : null;
    if (name === "note") return value ? `What changed: ${valueWords(value, known)}` : null;
    if (action.startsWith("review.") && name === "number") return `Version ${valueWords(value, known)}`;
    if (action === "import.created" && typeof value === "number") return value > 0 ? countOf(name, value) : null;
    if (!idsIn(value).every((id) => names.has(id))) return Array.isArray(value) ? countOf(name, value.length) : null;
    const [old, now] = [valueWords(was[name], known), valueWords(value, known)];
    return old === now || (now === null && !isUpdate) ? null : changeSentence(name, old, now);
  };
  return Object.entries(fieldsOf(after))
    .flatMap((field) => shown(field) ?? [])
    .slice(0, MOST_DETAILS);
}

const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  ambiguous: ["ambiguous time", "ambiguous times"],
  evidence: ["piece of evidence", "pieces of evidence"],
  found: ["finding", "findings"],
  known: ["event already known", "events already known"],
  rejected: ["rejected row", "rejected rows"],
};

function countOf(name: string, count: number): string {
  const many = fieldWords(name);
  const [one, several] = COUNTED[name] ?? [many.replace(/s$/, ""), many];
  return countWords(count, one, several);
}
