import { actionWords } from "#lib/across/audit/action-words.ts";
import { changeSentence, placeWords, recordedFields, valueWords } from "#lib/across/audit/change-words.ts";
import { fieldWords } from "#lib/across/audit/field-labels.ts";
import { isTold } from "#lib/across/audit/recorded-fields.ts";
import { countWords } from "#lib/base/text/sentence.ts";
import { GATE_WORDS } from "#lib/base/vocabulary/review.ts";
import { idsIn } from "#server/base/audit/index.ts";

const MOST_DETAILS = 12;
const REASONS = new Set(["reason", "cancelReason", "statusReason"]);
/** Fields that are part of the action's sentence. */
const UNSAID = new Set(["gate", "filename", "format"]);
/** Fields that alone name the subject of the entry. */
const SUBJECTS = new Set(["title", "statement", "quote", "name", "label", "text"]);
/** Updates of the record that has the history. One of a part, such as a task, names the part first. */
const OF_WHOLE = new Set(["incident.updated", "review.updated", "canonical_factor.updated"]);

const counted = (many: (count: number) => string) => (value: unknown) => {
  const count = Array.isArray(value) ? value.length : Number(value);
  return count > 0 ? many(count) : null;
};
const suggestions = counted((count) => countWords(count, "suggestion"));
const findings = counted((count) => countWords(count, "finding"));
const sections = (value: unknown, words: string) => {
  const titles = Object.values(recordedFields(value)).flatMap((section) => {
    const { title } = recordedFields(section);
    return typeof title === "string" ? title : [];
  });
  const named = titles.length > 0 ? titles.join(", ") : words;
  return named === "" ? null : `Sections: ${named}`;
};
/** Only decides who can read the entry. */
const untold = () => null;
const reaction = (_value: unknown, words: string) => `Reaction: ${words}`;

/** Sentences of fields that mean something else in this action, by action and field. */
const SENTENCES: Readonly<Record<string, (value: unknown, words: string) => string | null>> = {
  "canonical_factor.linked incident": (_value, words) => `In ${words}`,
  "canonical_factor.merged factorIds": untold,
  "canonical_factor.merge_undone factorIds": untold,
  "canonical_factor.split factorIds": untold,
  "canonical_factor.unlinked incident": (_value, words) => `In ${words}`,
  "comment.reacted kind": reaction,
  "comment.reaction_removed kind": reaction,
  "import.zone_answered answered": counted((count) => `Gave ${countWords(count, "event")} a time`),
  "import.zone_taken_back askedAgain": counted((count) => `${countWords(count, "event")} without a time again`),
  "import.zone_taken_back kept": counted((count) => `${countWords(count, "event")} with the time it had`),
  "impact_series.kept points": counted((count) => countWords(count, "point")),
  "incident.clock_cleared movedEvents": counted((count) => `Moved ${countWords(count, "event")}`),
  "incident.clock_set movedEvents": counted((count) => `Moved ${countWords(count, "event")}`),
  "incident.severity_changed at": (_value, words) => `Since ${words}`,
  "review.drafts_dismissed keys": sections,
  "review.drafts_undone keys": sections,
  "review.drafts_updated keys": sections,
  "review.generated findings": findings,
  "review.generation_undone findings": findings,
  "review.imported findings": findings,
  "review.template_kept kept": sections,
  "review.template_taken_up sections": sections,
  "suggestion.all_accepted ids": suggestions,
  "suggestion.all_rejected ids": suggestions,
  "suggestion.reopened ids": suggestions,
};

interface Entry {
  action: string;
  before: unknown;
  after: unknown;
}

/**
 * Returns an audit entry as one sentence, and a sentence for each further change. An update of one field is that change
 * alone: "Set the meeting date to Fri 27 Nov 2026". Lists of ids without names are counted.
 */
export function tellEntry(entry: Entry, names: ReadonlyMap<string, string>): { what: string; details: string[] } {
  const isUpdate = entry.action.endsWith(".updated");
  const changes = changesOf(entry, names, isUpdate);
  const [only, ...others] = changes;
  if (OF_WHOLE.has(entry.action) && only !== undefined && others.length === 0) return { what: only, details: [] };
  return { what: sentenceOf(entry), details: [...subjectsOf(entry, names, isUpdate), ...changes] };
}

function sentenceOf(entry: Entry): string {
  const { action, after } = entry;
  const { filename, created } = recordedFields(after);
  const gateWords = action.startsWith("gate.") ? gateSentence(entry) : null;
  if (gateWords) return gateWords;
  if (action === "import.created" && typeof filename === "string")
    return `Imported ${filename}, ${countWords(typeof created === "number" ? created : 0, "event")}`;
  return actionWords(action);
}

/** Null for a section whose title older versions didn't record. */
function gateSentence({ action, before, after }: Entry): string | null {
  const isWaived = action === "gate.waived";
  const { gate, leftOut, section } = recordedFields(isWaived ? after : before);
  if (typeof leftOut === "string") return isWaived ? `Left out “${leftOut}”` : `Required “${leftOut}” again`;
  const words = typeof section === "string" ? section : GATE_WORDS[String(gate ?? recordedFields(after).gate)];
  return words ? `${isWaived ? "Waived" : "Withdrew the waiver of"} “${words}”` : null;
}

/** An update has only its changes, so the first of them is the title. */
function subjectsOf({ after }: Entry, names: ReadonlyMap<string, string>, isUpdate: boolean): string[] {
  if (isUpdate) return [];
  return Object.entries(recordedFields(after)).flatMap(([name, value]) => {
    const words = SUBJECTS.has(name) ? valueWords(value, Object.fromEntries(names)) : null;
    return words === null ? [] : `“${words}”`;
  });
}

function changesOf({ action, before, after }: Entry, names: ReadonlyMap<string, string>, isUpdate: boolean): string[] {
  const known = Object.fromEntries(names);
  const was = recordedFields(before);
  const isSaid = (name: string) =>
    UNSAID.has(name) ||
    (!isUpdate && (SUBJECTS.has(name) || name === "status")) ||
    (action === "import.created" && name === "created") ||
    (action.startsWith("gate.") && (name === "leftOut" || name === "section"));
  const shown = ([name, value]: [string, unknown]): string | null => {
    const sentence = SENTENCES[`${action} ${name}`];
    if (sentence) return sentence(value, valueWords(value, known, name) ?? "");
    if (name === "lead") return placeWords(action, value);
    if (isSaid(name) || !isTold(name, action)) return null;
    if (REASONS.has(name)) return value ? `Reason: ${valueWords(value, known)}` : null;
    if (name === "note") return value ? `What changed: ${valueWords(value, known)}` : null;
    if (action.startsWith("review.") && name === "number") return `Version ${valueWords(value, known)}`;
    if (action === "import.created" && typeof value === "number")
      return value > 0 ? countOf(action, name, value) : null;
    if (!idsIn(value).every((id) => names.has(id)))
      return Array.isArray(value) ? countOf(action, name, value.length) : null;
    if (value === false && was[name] === undefined) return null;
    const [old, now] = [valueWords(was[name], known, name), valueWords(value, known, name)];
    return old === now || (now === null && !isUpdate) ? null : changeSentence(action, name, old, now);
  };
  return Object.entries(recordedFields(after))
    .flatMap((field) => shown(field) ?? [])
    .slice(0, MOST_DETAILS);
}

const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  ambiguous: ["ambiguous time", "ambiguous times"],
  evidence: ["piece of evidence", "pieces of evidence"],
  found: ["finding", "findings"],
  leftOut: ["item left out", "items left out"],
  known: ["event already known", "events already known"],
  rejected: ["rejected row", "rejected rows"],
  splitInto: ["event from a split", "events from a split"],
  userIds: ["person", "people"],
};

function countOf(action: string, name: string, count: number): string {
  const many = fieldWords(name, action);
  const [one, several] = COUNTED[name] ?? [many.replace(/s$/, ""), many];
  return countWords(count, one, several);
}
