import { asQuotation, countWords } from "#lib/base/text/sentence.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import type {
  ActionEvidenceKind,
  DeclineKind,
  EffectAnswer,
  PointAnswer,
  Relation,
} from "#lib/base/vocabulary/action-item.ts";
import {
  ACTION_STATUS_WORDS,
  ACTION_TYPE_WORDS,
  type ActionPriority,
  type ActionStatus,
} from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";
import type { NamedRef, PersonRef } from "#lib/contract/base.ts";

export interface Step {
  kind: "step";
  to: ActionStatus;
  evidence?: string;
  method?: string;
  /** A further piece of evidence. */
  file?: File;
  /** The point that the evidence shows, counted from 1. Left out for all of them. */
  point?: number;
  answers?: { point: number; answer: PointAnswer }[];
  reason?: string;
  declineKind?: DeclineKind;
  link?: string;
  until?: string;
  mitigation?: string;
}

interface NewEvidence {
  kind: ActionEvidenceKind;
  url?: string;
  text?: string;
  eventId?: string;
  file?: File;
  method: string;
  /** The point that it shows, counted from 1. Left out for all of them. */
  point?: number;
  /** It shows whether the action worked, as part of the last answer. */
  ofEffect?: boolean;
}

type Texts = Partial<Pick<ActionItem, "title" | "description" | "doneWhen" | "type" | "trackerUrl">>;

/** One change that a person makes to one action item or to several. */
export type Change =
  | { kind: "owner"; owner: PersonRef | null }
  | { kind: "team"; team: NamedRef | null }
  | { kind: "due"; dueDate: string | null; reason?: string | undefined; undoes?: true }
  | { kind: "incident"; incident: ActionItemRow["incident"] }
  | { kind: "priority"; priority: ActionPriority }
  | ({ kind: "blocked" } & Pick<BlockedFields, "blockedReason"> & Partial<BlockedFields>)
  | { kind: "effort"; effortDays: number | null }
  | { kind: "handed_over"; owner: PersonRef; reason: string }
  | { kind: "verifier"; person: PersonRef | null }
  /** The answer that an old P3 is still wanted. */
  | { kind: "kept"; withdrawn: boolean }
  | { kind: "archived"; archived: boolean }
  | { kind: "texts"; texts: Texts }
  | { kind: "factors"; factorIds: string[] }
  | { kind: "evidence_added"; evidence: NewEvidence }
  | { kind: "evidence_removed"; id: string; removed: boolean }
  /** `before` is left out for a point that was reworded since. */
  | { kind: "evidence_pointed"; id: string; point: number | null; before?: number | null }
  | { kind: "check_added"; text: string }
  | ({ kind: "check_changed"; id: string } & CheckChange)
  | { kind: "related"; related: boolean; relation: Relation; otherKey: string; flag?: boolean }
  | { kind: "split"; parts: { title: string; checkIds: string[] }[] }
  | { kind: "merged"; intoKey: string }
  | { kind: "moved_to"; to: string | null }
  | { kind: "converted" }
  | { kind: "rework_undone"; id: string }
  | { kind: "effect_answered"; answer: EffectAnswer; text?: string; file?: File; method: string }
  | { kind: "effect_undone" }
  | { kind: "waiver_answer"; answer: "approved" | "refused"; reason?: string }
  | { kind: "waiver_withdrawn"; request: Pick<Step, "reason" | "mitigation" | "until"> }
  | Step;

/** A change to a row. Of several, each can get its own. */
export interface Edit {
  row: ActionItemRow;
  change: Change;
}

type CheckChange = { done: boolean } | { removed: boolean } | { text: string; before: string };

const isBlockable = (status: ActionStatus) => status === "accepted" || status === "in_progress";

/** The status stays until someone approves the waiver. */
const isWaiverRequest = ({ to }: Step) => to === "waived";

type BlockedFields = Pick<ActionItemRow, "blockedReason" | "blockedUntil" | "blockedBy">;
export const UNBLOCKED = { blockedReason: null, blockedUntil: null, blockedBy: null };

/** Returns the fields of the blocked flag that a change has, with their values in `row`. */
const blockedOf = (row: BlockedFields, change: Partial<BlockedFields>) => ({
  blockedReason: row.blockedReason,
  ...(change.blockedUntil === undefined ? {} : { blockedUntil: row.blockedUntil }),
  ...(change.blockedBy === undefined ? {} : { blockedBy: row.blockedBy }),
});

/** Returns the row as it will look. What only the server knows (version, who verified) doesn't change. */
export function applied<Row extends ActionItemRow>(row: Row, change: Change): Row {
  switch (change.kind) {
    case "owner":
      return { ...row, owner: change.owner };
    case "team":
      return { ...row, team: change.team };
    case "due":
      return { ...row, dueDate: change.dueDate };
    case "incident":
      return { ...row, incident: change.incident };
    case "priority":
      return { ...row, priority: change.priority };
    case "blocked":
      return { ...row, ...blockedOf({ ...row, ...change }, change) };
    case "effort":
      return { ...row, effortDays: change.effortDays };
    case "handed_over":
      return { ...row, owner: change.owner };
    case "verifier":
      return { ...row, askedVerifier: change.person };
    case "archived":
      return { ...row, archived: change.archived };
    case "texts":
      return { ...row, ...change.texts };
    case "factors":
    case "kept":
    case "evidence_added":
    case "evidence_removed":
    case "evidence_pointed":
    case "check_added":
    case "check_changed":
    case "related":
    case "split":
    case "merged":
    case "moved_to":
    case "converted":
    case "rework_undone":
    case "effect_answered":
    case "effect_undone":
    case "waiver_answer":
    case "waiver_withdrawn":
      return row;
    case "step":
      return isWaiverRequest(change)
        ? row
        : {
            ...row,
            status: change.to,
            ...(isBlockable(change.to) ? {} : UNBLOCKED),
            waivedUntil: null,
            askedVerifier: null,
          };
  }
}

/** Steps that can be undone without losing text entered for them. The others need a step of their own. */
const UNDONE_BY: Partial<Record<ActionStatus, readonly ActionStatus[]>> = {
  proposed: ["accepted", "in_progress"],
  accepted: ["proposed", "in_progress"],
  in_progress: ["accepted"],
  implemented: ["accepted", "in_progress"],
};

/**
 * Returns the change that undoes another one, or null if there is no exact undo. `before` is the row before the change,
 * and `saved` the record after it.
 */
export function inverseOf(before: ActionItemRow, change: Change, saved?: ActionItem): Change | null {
  switch (change.kind) {
    case "owner":
      return { kind: "owner", owner: before.owner };
    case "team":
      return { kind: "team", team: before.team };
    case "due":
      return { kind: "due", dueDate: before.dueDate, undoes: true };
    case "incident":
      return { kind: "incident", incident: before.incident };
    case "priority":
      return { kind: "priority", priority: before.priority };
    case "blocked":
      return { kind: "blocked", ...blockedOf(before, change) };
    case "effort":
      return { kind: "effort", effortDays: before.effortDays };
    case "verifier":
      return { kind: "verifier", person: before.askedVerifier };
    case "kept":
      return { kind: "kept", withdrawn: !change.withdrawn };
    case "archived":
      return { kind: "archived", archived: before.archived };
    case "texts":
    case "factors":
    case "effect_undone":
    case "handed_over":
    case "rework_undone":
    case "waiver_answer":
      return null;
    case "effect_answered":
      return { kind: "effect_undone" };
    case "evidence_added": {
      const list = change.evidence.ofEffect ? saved?.effect?.answer?.evidence : saved?.evidenceList;
      const added = list?.at(-1);
      return added ? { kind: "evidence_removed", id: added.id, removed: true } : null;
    }
    case "evidence_removed":
      return { ...change, removed: !change.removed };
    case "evidence_pointed":
      return change.before === undefined ? null : { ...change, point: change.before, before: change.point };
    case "check_added": {
      const added = saved?.checks.at(-1);
      return added ? { kind: "check_changed", id: added.id, removed: true } : null;
    }
    case "check_changed": {
      const { kind, id } = change;
      if ("done" in change) return { kind, id, done: !change.done };
      if ("removed" in change) return { kind, id, removed: !change.removed };
      return { kind, id, text: change.before, before: change.text };
    }
    case "related":
      return unrelatedBack(before, change, saved);
    case "split":
    case "merged":
    case "moved_to":
    case "converted": {
      const last = saved?.history.findLast(({ undoId }) => undoId !== null)?.undoId;
      return last ? { kind: "rework_undone", id: last } : null;
    }
    case "waiver_withdrawn":
      return { kind: "step", to: "waived", ...change.request };
    case "step":
      if (isWaiverRequest(change)) return { kind: "waiver_withdrawn", request: change };
      return UNDONE_BY[change.to]?.includes(before.status)
        ? { kind: "step", to: before.status, reason: "Undone" }
        : null;
  }
}

/**
 * Returns the change that undoes a relation, or null if it existed before. A relation that was the reason why this action
 * is blocked is restored as that reason. The page of the blocking action doesn't know the reason of the other one.
 */
function unrelatedBack(
  before: ActionItemRow,
  change: Extract<Change, { kind: "related" }>,
  saved?: ActionItem,
): Change | null {
  const { flag = false, ...relation } = change;
  if (change.related && saved?.version === before.version) return null;
  if (!flag) return { ...relation, related: !change.related };
  const { blockedReason, blockedBy } = before;
  return change.relation === "blocked_by" && blockedBy?.kind === "action" && blockedBy.id === change.otherKey
    ? { kind: "blocked", blockedReason, blockedBy }
    : null;
}

/** Returns whether a change means the same on a newer row. With one answer per point it doesn't, as points can differ. */
export const isRepeatable = (change: Change): boolean =>
  change.kind !== "evidence_pointed" && (change.kind !== "step" || change.answers === undefined);

/** Returns the file that a change sends. */
export function fileOf(change: Change): File | undefined {
  if (change.kind === "evidence_added") return change.evidence.file;
  return change.kind === "step" || change.kind === "effect_answered" ? change.file : undefined;
}

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
