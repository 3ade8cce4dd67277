import { z } from "zod";
import type { ActionRework } from "#generated/prisma/client.ts";
import { DUE_BASIS_WORDS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { StoredBasis } from "#lib/follow/action-item/due.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import {
  ASKS,
  type Audited,
  blockerIn,
  CHECK,
  type NameOf,
  type Past,
  personIn,
  placeIn,
  relatedIn,
  VERIFIER,
  WANTED,
} from "./past.ts";
import type { ActionRecord } from "./select.ts";

type Entry = ActionItem["history"][number];

const entry = (kind: Entry["kind"], at: Date, rest: Partial<Entry>): Entry => ({
  ...{ by: null, from: null, to: null, reason: null, evidence: null, answers: [], others: [], of: null, undoId: null },
  ...rest,
  ...{ kind, at: at.toISOString() },
});

/**
 * Returns everything that happened to an action in one list, oldest first. `seen` are the actions whose history it is
 * joined to.
 */
export function historyOf(past: Past, row: ActionRecord, seen: readonly string[] = []): Entry[] {
  const { nameOf } = past;
  const steps = row.transitions.map(({ at, byId, fromStatus: from, toStatus: to, reason, evidence, answers }) =>
    entry("status", at, { by: nameOf(byId), from, to, reason, evidence, answers }),
  );
  const moves = row.dueHistory.map(({ movedAt, movedById, fromDate, toDate, basis, reason }) => {
    const dates = { by: nameOf(movedById), from: toLocalDate(fromDate), to: toLocalDate(toDate) };
    return basis === null
      ? entry("due", movedAt, { ...dates, reason })
      : entry("due_counted", movedAt, { ...dates, reason: reason || countedWords(basis) });
  });
  const effects = row.effectAnswers.map(({ at, byId, answer, text }) =>
    entry("effect", at, { by: nameOf(byId), to: answer, reason: text }),
  );
  const waivers = row.waivers.flatMap((waiver) => waiverHistory(waiver, nameOf));
  const evidence = [
    ...row.evidence.flatMap((piece) => evidenceHistory(piece, stepTimes(row), nameOf)),
    ...row.effectAnswers.flatMap(({ at, evidence }) =>
      evidence.flatMap((piece) =>
        evidenceHistory(piece, [at.getTime()], nameOf).map((one) => ({ ...one, from: "effect" })),
      ),
    ),
  ];
  const others = [...auditedHistory(past, row.id), ...reworkHistory(past, row, [...seen, row.id])];
  return [...waivers, ...evidence, ...steps, ...moves, ...effects, ...others].sort((one, other) =>
    one.at.localeCompare(other.at),
  );
}

const countedWords = (basis: StoredBasis): string => DUE_BASIS_WORDS[basis === "provisional" ? "acceptance" : basis];

type WaiverRow = ActionRecord["waivers"][number];

/**
 * Returns when a waiver was requested, rejected or withdrawn. Its approval and its end are status steps, except for a longer
 * waiver, which moves the day of the one in force.
 */
function waiverHistory(waiver: WaiverRow, nameOf: NameOf): Entry[] {
  const { status, isLonger, leftStatus, askedAt, answeredAt, answeredById, endedAt } = waiver;
  const at = (what: string, when: Date, byId: string | null, reason: string | null) => {
    const to = isLonger ? `longer_${what}` : what;
    return entry("waiver", when, { by: nameOf(byId), from: toLocalDate(waiver.until), to, reason });
  };
  return [
    at("requested", askedAt, waiver.askedById, waiver.reason),
    ...(isLonger && leftStatus && answeredAt ? [at("approved", answeredAt, answeredById, waiver.answer)] : []),
    ...(status === "refused" && answeredAt ? [at("refused", answeredAt, answeredById, waiver.answer)] : []),
    ...(status === "ended" && endedAt && leftStatus === null
      ? [at("withdrawn", endedAt, waiver.endedById, waiver.answer)]
      : []),
  ];
}

type Piece = ActionRecord["evidence"][number];

export const textOf = ({ url, text, filename }: Pick<Piece, "url" | "text" | "filename">): string | null =>
  text ?? url ?? filename;

/** Returns when the steps were taken that evidence came with. */
const stepTimes = ({ transitions }: ActionRecord): number[] =>
  transitions.flatMap(({ evidence, at }) => (evidence === null ? [] : at.getTime()));

/** Returns when a piece of evidence was added and removed. One that came with a step or an answer is part of it. */
function evidenceHistory(piece: Piece, cameAt: readonly number[], nameOf: NameOf): Entry[] {
  const at = (to: string, when: Date, byId: string | null) =>
    entry("evidence", when, {
      ...{ by: nameOf(byId), to, evidence: textOf(piece) },
      reason: to === "added" ? piece.method : null,
    });
  return [
    ...(cameAt.includes(piece.addedAt.getTime()) ? [] : [at("added", piece.addedAt, piece.addedById)]),
    ...(piece.removedAt ? [at("removed", piece.removedAt, piece.removedById)] : []),
  ];
}

const Blocked = z.object({ blockedReason: z.string().nullable(), blockedUntil: z.string().nullish() });
const Checked = z.object({ text: z.string() });
const Reason = z.object({ reason: z.string() });

/** Returns what only the audit log has: the blocked flag, relations, the checklist, and who was asked or got it. */
const auditedHistory = (past: Past, id: string): Entry[] =>
  past.auditedOf(id).flatMap((one): Entry[] => {
    const { at, action, actorLabel: by, before, after } = one;
    const wanted = WANTED[action];
    if (wanted) return [entry("wanted", at, { by, to: wanted })];
    const personOf = (value: unknown) => past.nameOf(personIn(value));
    if (action === "action_item.handed_over")
      return [
        entry("handed_over", at, {
          ...{ by, from: personOf(before), to: personOf(after) },
          reason: Reason.safeParse(after).data?.reason ?? null,
        }),
      ];
    const ask = ASKS[action];
    if (ask) return [entry("ask", at, { by, from: personOf(after), to: ask })];
    if (action.startsWith(VERIFIER)) return [entry("verifier", at, { by, to: personOf(after) })];
    if (action === "action_item.updated") return [...blockedHistory(past, one), ...fieldHistory(past, one)];
    const related = relatedIn(after);
    if (related) {
      const to = action === "action_item.related" ? "added" : "removed";
      const other = past.others.get(related.otherId);
      return other ? [entry("relation", at, { by, from: related.relation, to, others: [other] })] : [];
    }
    const reason = Checked.safeParse(after).data?.text ?? null;
    return action.startsWith(CHECK) ? [entry("check", at, { by, to: action.slice(CHECK.length), reason })] : [];
  });

/** Returns what changed in the blocked flag: its reason, its day, and the person or team that blocks. */
function blockedHistory(past: Past, { at, actorKind, actorLabel, before, after }: Audited): Entry[] {
  const [was, is] = [Blocked.safeParse(before).data, Blocked.safeParse(after).data];
  if (!was || !is) return [];
  const by = actorKind === "user" || actorKind === "token" ? actorLabel : null;
  const { blockedReason: reason } = is;
  const to = reason === null ? "unblocked" : "blocked";
  const flag = was.blockedReason === reason ? [] : [entry("blocked", at, { by, to, reason })];
  if (reason === null) return flag;
  const nameIn = (value: unknown) => past.nameOf(blockerIn(value, "person")) ?? past.teamOf(blockerIn(value, "team"));
  const changed = (kind: "blocked_until" | "blocked_by", from: string | null, next: string | null) =>
    from === next ? [] : [entry(kind, at, { by, from, to: next })];
  return [
    ...flag,
    ...(is.blockedUntil === undefined ? [] : changed("blocked_until", was.blockedUntil ?? null, is.blockedUntil)),
    ...changed("blocked_by", nameIn(before), nameIn(after)),
  ];
}

const Fields = z.object({
  ownerId: z.string().nullish(),
  teamId: z.string().nullish(),
  priority: z.string().optional(),
  title: z.string().optional(),
  doneWhen: z.string().optional(),
});
const FIELD_KINDS = {
  ownerId: "owner",
  teamId: "team",
  priority: "priority",
  title: "title",
  doneWhen: "done_when",
} as const;

/** Returns the fields that decide what was promised, by whom, and who has to verify it. */
function fieldHistory(past: Past, { at, actorLabel: by, before, after }: Audited): Entry[] {
  const [was, is] = [Fields.safeParse(before).data, Fields.safeParse(after).data];
  if (!was || !is) return [];
  const nameOf = { ownerId: past.nameOf, teamId: past.teamOf };
  return (Object.keys(FIELD_KINDS) as (keyof typeof FIELD_KINDS)[]).flatMap((field) => {
    if (is[field] === undefined || is[field] === was[field]) return [];
    const shown = (value: string | null = null) =>
      field === "ownerId" || field === "teamId" ? nameOf[field](value) : value || null;
    return entry(FIELD_KINDS[field], at, { by, from: shown(was[field]), to: shown(is[field]) });
  });
}

const SIDES = {
  split: ["split", "split_off"],
  merge: ["merged", "merged_in"],
  move: ["moved", "moved"],
  convert: ["converted", "converted"],
} as const;

/**
 * Returns splits, merges, moves and conversions of an action, each with its undo, and the history of actions that were
 * merged into it.
 */
function reworkHistory(past: Past, { id, number }: ActionRecord, seen: readonly string[]): Entry[] {
  const rows = past.reworksOf(id);
  const entries = rows.flatMap((row) => {
    const isSubject = row.actionItemId === id;
    const to = SIDES[row.kind][isSubject ? 0 : 1];
    const about = { to, others: othersOf(past, row, id) };
    const undoId = row.undoneAt === null && (isSubject || row.kind === "merge") ? row.id : null;
    return [
      entry("rework", row.at, { ...about, undoId, by: past.nameOf(row.byId) }),
      ...(row.undoneAt
        ? [entry("rework", row.undoneAt, { ...about, from: "undone", by: past.nameOf(row.undoneById) })]
        : []),
    ];
  });
  const merged = rows.flatMap(({ kind, undoneAt, actionItemId }) =>
    kind === "merge" && undoneAt === null && !seen.includes(actionItemId) ? (past.merged.get(actionItemId) ?? []) : [],
  );
  return [...entries, ...mergedHistory(past, [...new Set(merged)], { into: actionKeyOf(number), seen })];
}

/** A merged action that was reopened has its history to itself again. */
function mergedHistory(
  past: Past,
  rows: readonly ActionRecord[],
  { into, seen }: { into: string; seen: readonly string[] },
): Entry[] {
  const ended = rows.filter(({ status, declineLink }) => status === "declined" && declineLink === into);
  return ended.flatMap((row) => {
    const of = actionKeyOf(row.number);
    const own = historyOf(past, row, seen).filter(({ to, undoId }) => to !== "merged" || undoId === null);
    return own.map((one) => ({ ...one, of: one.of ?? of, undoId: null }));
  });
}

/** Returns what names the other records of a split, a merge, a move or a conversion, as far as the actor can read them. */
function othersOf({ others }: Past, { kind, actionItemId, otherIds, detail }: ActionRework, here: string) {
  const place = placeIn(detail);
  const isSubject = here === actionItemId;
  const about = kind === "move" ? [place?.reviewId ?? place?.incidentId ?? ""] : isSubject ? otherIds : [actionItemId];
  return about.flatMap((one) => others.get(one) ?? []);
}
