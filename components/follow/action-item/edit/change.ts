import type {
  ActionEvidenceKind,
  ActionPriority,
  ActionStatus,
  DeclineKind,
  EffectAnswer,
  PointAnswer,
  Relation,
} from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem, ActionItemRow } from "#lib/contract/action-item.ts";
import type { NamedRef, PersonRef } from "#lib/contract/base.ts";
import { RESTORED_STATUSES } from "#lib/follow/action-item/transition.ts";

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
  undoesDecline?: true;
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

export type Texts = Partial<Pick<ActionItem, "title" | "description" | "doneWhen" | "type" | "trackerUrl">>;

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
  | { kind: "factors"; factors: ActionItem["factors"]; before: ActionItem["factors"] }
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
export const isWaiverRequest = ({ to }: Step) => to === "waived";

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
      // A row of a list has none.
      return "factors" in row ? { ...row, factors: change.factors } : row;
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
  declined: RESTORED_STATUSES,
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
      return textsBack(before, change.texts);
    case "factors":
      return { ...change, factors: change.before, before: change.factors };
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
      if (!UNDONE_BY[change.to]?.includes(before.status)) return null;
      return {
        ...{ kind: "step", to: before.status, reason: "Undone" },
        ...(change.to === "declined" ? { undoesDecline: true } : {}),
      };
  }
}

/** Returns the change that restores texts, or null for a row that doesn't have them all. */
function textsBack(before: ActionItemRow, texts: Texts): Change | null {
  const was: Texts = { ...before };
  const names = Object.keys(texts) as (keyof Texts)[];
  if (names.some((name) => was[name] === undefined)) return null;
  return { kind: "texts", texts: Object.fromEntries(names.map((name) => [name, was[name]])) };
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

/** Returns whether a change means the same on a newer row: its points can differ there, and so can its factors. */
export const isRepeatable = (change: Change): boolean =>
  change.kind !== "evidence_pointed" &&
  change.kind !== "factors" &&
  (change.kind !== "step" || change.answers === undefined);

/** Returns the file that a change sends. */
export function fileOf(change: Change): File | undefined {
  if (change.kind === "evidence_added") return change.evidence.file;
  return change.kind === "step" || change.kind === "effect_answered" ? change.file : undefined;
}
