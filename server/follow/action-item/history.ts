import { z } from "zod";
import type { ActionRework } from "#generated/prisma/client.ts";
import { DUE_BASIS_WORDS, PURGED_TITLE, RELATIONS } from "#lib/base/vocabulary/action-item.ts";
import type { ActionItem } from "#lib/contract/action-item.ts";
import type { StoredBasis } from "#lib/follow/action-item/due.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { type ActionRecord, actionSelect } from "./select.ts";
import { actionItemVisibleTo, tombstoneVisibleTo } from "./visible-to.ts";

type Entry = ActionItem["history"][number];
export type NameOf = (id: string | null) => string | null;

const entry = (kind: Entry["kind"], at: Date, rest: Partial<Entry>): Entry => ({
  ...{ by: null, from: null, to: null, reason: null, evidence: null, answers: [], others: [], of: null, undoId: null },
  ...rest,
  ...{ kind, at: at.toISOString() },
});

/**
 * Returns everything that happened to an action in one list, oldest first. `seen` are the actions whose history it is
 * joined to.
 */
export async function historyOf(ctx: Ctx, row: ActionRecord, seen: readonly string[] = []): Promise<Entry[]> {
  const nameOf = await namesIn(ctx, row);
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
  const evidence = [
    ...row.evidence.flatMap((piece) => evidenceHistory(piece, stepTimes(row), nameOf)),
    ...row.effectAnswers.flatMap(({ at, evidence }) =>
      evidence.flatMap((piece) =>
        evidenceHistory(piece, [at.getTime()], nameOf).map((one) => ({ ...one, from: "effect" })),
      ),
    ),
  ];
  const others = [...(await auditedHistory(ctx, row.id)), ...(await reworkHistory(ctx, row, [...seen, row.id]))];
  return [...waivers, ...evidence, ...steps, ...moves, ...effects, ...others].sort((one, other) =>
    one.at.localeCompare(other.at),
  );
}

/** Returns the names of everyone in the history of an action. */
export async function namesIn(ctx: Ctx, row: ActionRecord): Promise<NameOf> {
  const ids = [
    ...row.transitions.map((step) => step.byId),
    ...row.dueHistory.map((move) => move.movedById),
    ...row.waivers.flatMap((waiver) => [waiver.askedById, waiver.answeredById, waiver.endedById]),
    ...row.effectAnswers.map((answer) => answer.byId),
    ...[row, ...row.effectAnswers].flatMap(({ evidence }) =>
      evidence.flatMap((piece) => [piece.addedById, piece.removedById]),
    ),
  ];
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

const countedWords = (basis: StoredBasis): string => DUE_BASIS_WORDS[basis === "provisional" ? "acceptance" : basis];

type WaiverRow = ActionRecord["waivers"][number];

/** Returns when a waiver was requested, rejected or withdrawn. Its approval and its end are status steps. */
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

const CHECK = "action_item.check_";
const Blocked = z.object({ blockedReason: z.string().nullable() });
const Related = z.object({ relation: z.enum(RELATIONS), otherId: z.string() });
const Checked = z.object({ text: z.string() });
const HandedOver = z.object({ ownerId: z.string().nullable(), reason: z.string().optional() });
const AskedVerifier = z.object({ askedVerifierId: z.string().nullable() });
const PEOPLE = ["action_item.handed_over", "action_item.verifier_asked", "action_item.verifier_unasked"] as const;
const WANTED: Readonly<Record<string, string>> = {
  "action_item.asked_if_wanted": "asked",
  "action_item.kept": "kept",
  "action_item.kept_withdrawn": "asked_again",
};

/** Returns what only the audit log has: the blocked flag, relations, the checklist, and who was asked or got it. */
async function auditedHistory(ctx: Ctx, id: string): Promise<Entry[]> {
  const rows = await ctx.db.auditEntry.findMany({
    where: {
      ...{ noun: "action_item", nounId: id },
      OR: [
        {
          action: {
            in: [
              "action_item.updated",
              "action_item.related",
              "action_item.unrelated",
              ...PEOPLE,
              ...Object.keys(WANTED),
            ],
          },
        },
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
  const personOf = await peopleIn(ctx, rows);
  return rows.flatMap(({ at, action, actorLabel: by, before, after }): Entry[] => {
    if (action === "action_item.handed_over")
      return [
        entry("handed_over", at, {
          ...{ by, from: personOf(before), to: personOf(after) },
          reason: HandedOver.safeParse(after).data?.reason ?? null,
        }),
      ];
    const wanted = WANTED[action];
    if (wanted) return [entry("wanted", at, { by, to: wanted })];
    if (action.startsWith("action_item.verifier_")) return [entry("verifier", at, { by, to: personOf(after) })];
    if (action === "action_item.updated") return blockedHistory(at, by, before, after);
    const related = Related.safeParse(after).data;
    if (related) {
      const to = action === "action_item.related" ? "added" : "removed";
      const other = others.get(related.otherId);
      return other ? [entry("relation", at, { by, from: related.relation, to, others: [other] })] : [];
    }
    const reason = Checked.safeParse(after).data?.text ?? null;
    return action.startsWith(CHECK) ? [entry("check", at, { by, to: action.slice(CHECK.length), reason })] : [];
  });
}

const personIn = (value: unknown): string | null =>
  AskedVerifier.safeParse(value).data?.askedVerifierId ?? HandedOver.safeParse(value).data?.ownerId ?? null;

/** Returns the name of the person in a value of the audit log. Null for one who is gone. */
async function peopleIn(ctx: Ctx, rows: readonly { before: unknown; after: unknown }[]) {
  const ids = rows.flatMap(({ before, after }) => [personIn(before) ?? [], personIn(after) ?? []].flat());
  const people = await ctx.db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (value: unknown): string | null => names.get(personIn(value) ?? "") ?? null;
}

function blockedHistory(at: Date, by: string, before: unknown, after: unknown): Entry[] {
  const [was, is] = [Blocked.safeParse(before).data, Blocked.safeParse(after).data];
  if (!was || !is || was.blockedReason === is.blockedReason) return [];
  return [
    entry("blocked", at, { by, to: is.blockedReason === null ? "unblocked" : "blocked", reason: is.blockedReason }),
  ];
}

/** Returns the key and title of other actions, of those that the actor can read. Of a purged one only the key is left. */
async function readableActions(ctx: Ctx, ids: readonly string[]) {
  const purged = await ctx.db.actionTombstone.findMany({
    where: { AND: [{ actionItemId: { in: [...ids] } }, await tombstoneVisibleTo(ctx)] },
  });
  const rows = await ctx.db.actionItem.findMany({
    where: { AND: [{ id: { in: [...ids] } }, actionItemVisibleTo(ctx.actor)] },
    select: { id: true, number: true, title: true },
  });
  return new Map([
    ...rows.map(({ id, number, title }) => [id, { key: actionKeyOf(number), title }] as const),
    ...purged.map(
      ({ actionItemId, number }) => [actionItemId, { key: actionKeyOf(number), title: PURGED_TITLE }] as const,
    ),
  ]);
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
async function reworkHistory(ctx: Ctx, { id, number }: ActionRecord, seen: readonly string[]): Promise<Entry[]> {
  const rows = await ctx.db.actionRework.findMany({
    where: { OR: [{ actionItemId: id }, { otherIds: { has: id } }] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) return [];
  const others = await readableRecords(ctx, rows);
  const people = await ctx.db.user.findMany({
    where: { id: { in: rows.flatMap(({ byId, undoneById }) => [byId ?? [], undoneById ?? []].flat()) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const entries = rows.flatMap((row) => {
    const isSubject = row.actionItemId === id;
    const to = SIDES[row.kind][isSubject ? 0 : 1];
    const about = { to, others: others(row, id) };
    const undoId = row.undoneAt === null && (isSubject || row.kind === "merge") ? row.id : null;
    return [
      entry("rework", row.at, { ...about, undoId, by: names.get(row.byId ?? "") ?? null }),
      ...(row.undoneAt
        ? [entry("rework", row.undoneAt, { ...about, from: "undone", by: names.get(row.undoneById ?? "") ?? null })]
        : []),
    ];
  });
  const mergedIds = rows.flatMap(({ kind, undoneAt, actionItemId }) =>
    kind === "merge" && undoneAt === null && !seen.includes(actionItemId) ? [actionItemId] : [],
  );
  return [...entries, ...(await mergedHistory(ctx, mergedIds, { into: actionKeyOf(number), seen }))];
}

/** A merged action that was reopened has its history to itself again. */
async function mergedHistory(
  ctx: Ctx,
  ids: readonly string[],
  { into, seen }: { into: string; seen: readonly string[] },
): Promise<Entry[]> {
  const rows = await ctx.db.actionItem.findMany({
    where: {
      AND: [{ id: { in: [...ids] }, status: "declined", declineLink: into }, actionItemVisibleTo(ctx.actor)],
    },
    select: actionSelect(ctx.actor),
  });
  const histories = await Promise.all(
    rows.map(async (row) => {
      const of = actionKeyOf(row.number);
      const own = (await historyOf(ctx, row, seen)).filter(({ to, undoId }) => to !== "merged" || undoId === null);
      return own.map((one) => ({ ...one, of: one.of ?? of, undoId: null }));
    }),
  );
  return histories.flat();
}

const Place = z.object({ to: z.object({ incidentId: z.string().nullable(), reviewId: z.string().nullable() }) });

/** Returns what names the other records of a split, a merge, a move or a conversion, as far as the actor can read them. */
async function readableRecords(ctx: Ctx, rows: readonly ActionRework[]) {
  const places = rows.flatMap(({ detail }) => Place.safeParse(detail).data?.to ?? []);
  const ids = [...new Set(rows.flatMap(({ actionItemId, otherIds }) => [actionItemId, ...otherIds]))];
  const numbered = { select: { id: true, number: true, title: true } } as const;
  const placeIds = (field: "incidentId" | "reviewId") => ({ in: places.flatMap((place) => place[field] ?? []) });
  const [actions, changes, incidents, reviews] = await Promise.all([
    readableActions(ctx, ids),
    ctx.db.strategicChange.findMany({ where: { id: { in: ids } }, ...numbered }),
    ctx.db.incident.findMany({
      where: { AND: [{ id: placeIds("incidentId") }, incidentVisibleTo(ctx.actor)] },
      ...numbered,
    }),
    ctx.db.review.findMany({ where: { AND: [{ id: placeIds("reviewId") }, reviewVisibleTo(ctx.actor)] }, ...numbered }),
  ]);
  const named = new Map([
    ...actions,
    ...changes.map(({ id, number, title }) => [id, { key: changeKeyOf(number), title }] as const),
    ...incidents.map(({ id, number, title }) => [id, { key: incidentKeyOf(number), title }] as const),
    ...reviews.map(({ id, number, title }) => [id, { key: reviewKeyOf(number), title }] as const),
  ]);
  return ({ kind, actionItemId, otherIds, detail }: ActionRework, here: string): Entry["others"] => {
    const place = Place.safeParse(detail).data?.to;
    const about =
      kind === "move"
        ? [place?.reviewId ?? place?.incidentId ?? ""]
        : here === actionItemId
          ? otherIds
          : [actionItemId];
    return about.flatMap((one) => named.get(one) ?? []);
  };
}
