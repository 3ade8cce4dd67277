import { z } from "zod";
import { DUE_BASIS_WORDS, RELATIONS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { StoredBasis } from "#lib/follow/action-item/due.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import type { ActionRecord } from "./select.ts";
import { actionItemVisibleTo } from "./visible-to.ts";

type Entry = ActionItem["history"][number];
export type NameOf = (id: string | null) => string | null;

const entry = (kind: Entry["kind"], at: Date, rest: Partial<Entry>): Entry => ({
  ...{ by: null, from: null, to: null, reason: null, evidence: null, answers: [], other: null },
  ...rest,
  ...{ kind, at: at.toISOString() },
});

/** Returns everything that happened to an action in one list, oldest first. */
export async function historyOf(ctx: Ctx, row: ActionRecord, nameOf: NameOf): Promise<Entry[]> {
  const steps = row.transitions.map(({ at, byId, fromStatus: from, toStatus: to, reason, evidence, answers }) =>
    entry("status", at, { by: nameOf(byId), from, to, reason, evidence, answers }),
  );
  const moves = row.dueHistory.map(({ movedAt, movedById, fromDate, toDate, basis, reason }) => {
    const dates = { by: nameOf(movedById), from: toLocalDate(fromDate), to: toLocalDate(toDate) };
    return basis === null
      ? entry("due", movedAt, { ...dates, reason })
      : entry("due_counted", movedAt, { ...dates, reason: countedWords(basis) });
  });
  const effects = row.effectAnswers.map(({ at, byId, answer, text }) =>
    entry("effect", at, { by: nameOf(byId), to: answer, reason: text }),
  );
  const waivers = row.waivers.flatMap((waiver) => waiverHistory(waiver, nameOf));
  const evidence = row.evidence.flatMap((piece) => evidenceHistory(row, piece, nameOf));
  const audited = await auditedHistory(ctx, row.id);
  return [...waivers, ...evidence, ...steps, ...moves, ...effects, ...audited].sort((one, other) =>
    one.at.localeCompare(other.at),
  );
}

const countedWords = (basis: StoredBasis): string => DUE_BASIS_WORDS[basis === "provisional" ? "acceptance" : basis];

type WaiverRow = ActionRecord["waivers"][number];

/** Returns when a waiver was requested, refused or withdrawn. Its approval and its end are status steps. */
function waiverHistory(waiver: WaiverRow, nameOf: NameOf): Entry[] {
  const at = (to: string, when: Date, byId: string | null, reason: string | null) =>
    entry("waiver", when, { by: nameOf(byId), from: toLocalDate(waiver.until), to, reason });
  const { status, askedAt, answeredAt, endedAt } = waiver;
  return [
    at("requested", askedAt, waiver.askedById, waiver.reason),
    ...(status === "refused" && answeredAt ? [at("refused", answeredAt, waiver.answeredById, waiver.answer)] : []),
    ...(status === "ended" && endedAt && waiver.leftStatus === null
      ? [at("withdrawn", endedAt, waiver.endedById, null)]
      : []),
  ];
}

type Piece = ActionRecord["evidence"][number];

export const textOf = ({ url, text }: Pick<Piece, "url" | "text">): string | null => text ?? url;

/** Returns when a piece of evidence was added and removed. One that came with a step is part of the step. */
function evidenceHistory({ transitions }: ActionRecord, piece: Piece, nameOf: NameOf): Entry[] {
  const at = (to: string, when: Date, byId: string | null) =>
    entry("evidence", when, {
      ...{ by: nameOf(byId), to, evidence: textOf(piece) },
      reason: to === "added" ? piece.method : null,
    });
  const isOfStep = transitions.some((step) => step.evidence !== null && step.at.getTime() === piece.addedAt.getTime());
  return [
    ...(isOfStep ? [] : [at("added", piece.addedAt, piece.addedById)]),
    ...(piece.removedAt ? [at("removed", piece.removedAt, piece.removedById)] : []),
  ];
}

const CHECK = "action_item.check_";
const Blocked = z.object({ blockedReason: z.string().nullable() });
const Related = z.object({ relation: z.enum(RELATIONS), otherId: z.string() });
const Checked = z.object({ text: z.string() });

/** Returns what only the audit log has: the blocked flag, relations and the check list. */
async function auditedHistory(ctx: Ctx, id: string): Promise<Entry[]> {
  const rows = await ctx.db.auditEntry.findMany({
    where: {
      ...{ noun: "action_item", nounId: id },
      OR: [
        { action: { in: ["action_item.updated", "action_item.related", "action_item.unrelated"] } },
        { action: { startsWith: CHECK } },
      ],
    },
    select: { at: true, action: true, actorLabel: true, before: true, after: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const others = await readableActions(
    ctx,
    rows.flatMap(({ after }) => Related.safeParse(after).data?.otherId ?? []),
  );
  return rows.flatMap(({ at, action, actorLabel: by, before, after }): Entry[] => {
    if (action === "action_item.updated") return blockedHistory(at, by, before, after);
    const related = Related.safeParse(after).data;
    if (related) {
      const to = action === "action_item.related" ? "added" : "removed";
      return [entry("relation", at, { by, from: related.relation, to, other: others.get(related.otherId) ?? null })];
    }
    const reason = Checked.safeParse(after).data?.text ?? null;
    return action.startsWith(CHECK) ? [entry("check", at, { by, to: action.slice(CHECK.length), reason })] : [];
  });
}

function blockedHistory(at: Date, by: string, before: unknown, after: unknown): Entry[] {
  const [was, is] = [Blocked.safeParse(before).data, Blocked.safeParse(after).data];
  if (!was || !is || was.blockedReason === is.blockedReason) return [];
  return [
    entry("blocked", at, { by, to: is.blockedReason === null ? "unblocked" : "blocked", reason: is.blockedReason }),
  ];
}

/** Returns the key and title of other actions, of those that the actor can read. */
async function readableActions(ctx: Ctx, ids: readonly string[]) {
  const rows = await ctx.db.actionItem.findMany({
    where: { AND: [{ id: { in: [...ids] } }, actionItemVisibleTo(ctx.actor)] },
    select: { id: true, number: true, title: true },
  });
  return new Map(rows.map(({ id, number, title }) => [id, { key: actionKeyOf(number), title }]));
}
