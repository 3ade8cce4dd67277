import { asQuotation, countWords } from "#lib/base/text/sentence.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { ACTION_STATUS_WORDS, ACTION_TYPE_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";
import { type Change, isWaiverRequest, type Texts } from "./change.ts";

const dayWords = (days: number) => countWords(days, "working day");

/** Returns what a change does, for a toast: "ACT-12 is in progress", "Owner of 3 actions: Aiko Mori". */
export function changeWords(change: Change, keys: readonly string[]): string {
  const [first = ""] = keys;
  const what = keys.length === 1 ? first : `${keys.length} actions`;
  switch (change.kind) {
    case "owner":
      return change.owner ? `Owner of ${what}: ${change.owner.name}` : `Owner removed from ${what}`;
    case "team":
      return change.team ? `Team of ${what}: ${change.team.name}` : `Team removed from ${what}`;
    case "due":
      return change.dueDate ? `Due date of ${what} moved` : `Due date removed from ${what}`;
    case "incident":
      return change.incident ? `${what} moved to ${change.incident.key}` : `Incident removed from ${what}`;
    case "priority":
      return `${what} set to ${change.priority}`;
    case "kept":
      return `${what} is still wanted`;
    case "handed_over":
      return `${what} handed over to ${change.owner.name}`;
    case "verifier":
      return change.person ? `${change.person.name} was asked to verify ${what}` : `Anyone can verify ${what}`;
    case "blocked":
      return change.blockedReason === null ? `${what} unblocked` : `${what} blocked`;
    case "effort":
      return change.effortDays === null
        ? `Effort removed from ${what}`
        : `Effort of ${what}: ${dayWords(change.effortDays)}`;
    case "archived":
      return change.archived ? `${what} archived` : `${what} restored`;
    case "texts":
    case "factors":
      return `${what} changed`;
    case "effect_answered":
      return `Answer about ${what} saved`;
    case "effect_undone":
      return `Answer about ${what} withdrawn`;
    case "evidence_added":
      return `Evidence added to ${what}`;
    case "evidence_removed":
      return change.removed ? `Evidence removed from ${what}` : `Evidence of ${what} restored`;
    case "evidence_pointed":
      return `Evidence of ${what} moved to ${change.point === null ? "all points" : `point ${change.point}`}`;
    case "check_added":
      return `Checklist of ${what}: “${change.text}” added`;
    case "check_changed":
      return `Checklist of ${what} changed`;
    case "related":
      return `Relation of ${what} to ${change.otherKey} ${change.related ? "added" : "removed"}`;
    case "split":
      return `${change.parts.length === 1 ? "A part" : `${change.parts.length} parts`} split off ${what}`;
    case "merged":
      return `${what} merged into ${change.intoKey}`;
    case "moved_to":
      return change.to ? `${what} moved to ${change.to}` : `${what} moved out of its incident`;
    case "converted":
      return `${what} converted to a strategic change`;
    case "rework_undone":
      return "Undone";
    case "waiver_answer":
      return `Waiver for ${what} ${change.answer === "approved" ? "approved" : "rejected"}`;
    case "waiver_withdrawn":
      return `Waiver request for ${what} withdrawn`;
    case "step":
      if (isWaiverRequest(change)) return `Waiver for ${what} requested`;
      return `${what}: ${ACTION_STATUS_WORDS[change.to]}`;
  }
}

/** Returns the current value of the field that someone else changed first. */
export function currentWords(change: Change, now: ActionItemRow): string {
  switch (change.kind) {
    case "owner":
    case "handed_over":
      return `the owner is ${now.owner?.name ?? "not set"}`;
    case "team":
      return `the team is ${now.team?.name ?? "not set"}`;
    case "due":
      return `the due date is ${now.dueDate === null ? "not set" : longDay(now.dueDate)}`;
    case "incident":
      return `the incident is ${now.incident?.key ?? "not set"}`;
    case "priority":
      return `it is ${now.priority}`;
    case "effort":
      return `the effort is ${now.effortDays === null ? "not set" : dayWords(now.effortDays)}`;
    case "step":
    case "kept":
    case "verifier":
    case "evidence_added":
    case "evidence_removed":
    case "evidence_pointed":
    case "effect_answered":
    case "effect_undone":
    case "check_added":
    case "check_changed":
    case "related":
    case "split":
    case "merged":
    case "moved_to":
    case "converted":
    case "rework_undone":
    case "waiver_answer":
    case "waiver_withdrawn":
    case "blocked":
      return `it is ${ACTION_STATUS_WORDS[now.status]}${now.blockedReason ? ", blocked" : ""}`;
    case "archived":
      return now.archived ? "it is archived" : "it isn't archived";
    case "factors":
      return "its factors changed";
    case "texts":
      return textWords(change.texts, now);
  }
}

/** Returns the present text in the place of a changed one. Only the whole record has texts other than the title. */
function textWords(texts: Texts, now: ActionItemRow): string {
  const current = { ...now } as Partial<ActionItem>;
  const { doneWhen, description } = current;
  if (texts.doneWhen !== undefined && doneWhen !== undefined)
    return doneWhen ? `“Done when” is ${asQuotation(doneWhen)}` : "“Done when” is empty";
  if (texts.description !== undefined && description !== undefined)
    return description ? `“Why” is ${asQuotation(description)}` : "“Why” is empty";
  if (texts.type !== undefined) return `the type is ${ACTION_TYPE_WORDS[now.type]}`;
  return texts.title === undefined ? "another field changed" : `the title is ${asQuotation(now.title)}`;
}
