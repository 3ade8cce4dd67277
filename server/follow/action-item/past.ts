import { z } from "zod";
import type { ActionRework, AuditEntry } from "#generated/prisma/client.ts";
import { BLOCKER_KINDS, PURGED_TITLE, RELATIONS } from "#lib/base/vocabulary/action-item.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { actionKeyOf, changeKeyOf, incidentKeyOf, reviewKeyOf } from "#server/base/kernel/keys.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";
import { type ActionRecord, actionSelect } from "./select.ts";
import { actionItemVisibleTo, tombstoneVisibleTo } from "./visible-to.ts";

export type NameOf = (id: string | null) => string | null;
export type Audited = Pick<AuditEntry, "nounId" | "at" | "action" | "actorKind" | "actorLabel" | "before" | "after">;

interface OtherRecord {
  key: string;
  title: string;
}

/** Records in the histories of actions besides the actions' own rows, as one actor can read them. */
export interface Past {
  nameOf: NameOf;
  /** Returns the name of a team that it had or that blocked it. */
  teamOf: NameOf;
  /** Entries of the audit log about an action, oldest first. */
  auditedOf: (id: string) => readonly Audited[];
  /** Splits, merges, moves and conversions that an action was part of, oldest first. */
  reworksOf: (id: string) => readonly ActionRework[];
  others: ReadonlyMap<string, OtherRecord>;
  /** Actions that were merged into others, which have joined their histories. */
  merged: ReadonlyMap<string, ActionRecord>;
}

export const CHECK = "action_item.check_";
export const VERIFIER = "action_item.verifier_";
export const ASKS: Readonly<Record<string, string>> = {
  "action_item.asked": "asked",
  "action_item.ask_withdrawn": "withdrawn",
};
export const WANTED: Readonly<Record<string, string>> = {
  "action_item.asked_if_wanted": "asked",
  "action_item.kept": "kept",
  "action_item.kept_withdrawn": "asked_again",
};
const AUDITED = [
  ...["action_item.updated", "action_item.related", "action_item.unrelated", "action_item.handed_over"],
  ...["action_item.verifier_asked", "action_item.verifier_unasked"],
  ...Object.keys(ASKS),
  ...Object.keys(WANTED),
];

const Related = z.object({ relation: z.enum(RELATIONS), otherId: z.string() });
const HandedOver = z.object({ ownerId: z.string().nullable() });
const AskedVerifier = z.object({ askedVerifierId: z.string().nullable() });
const OfTeam = z.object({ teamId: z.string().nullable() });
const Place = z.object({ to: z.object({ incidentId: z.string().nullable(), reviewId: z.string().nullable() }) });

/** Returns the relation that an entry of the audit log is about. */
export const relatedIn = (value: unknown) => Related.safeParse(value).data;

/** Returns the id of the person in a value of the audit log. */
export const personIn = (value: unknown): string | null =>
  AskedVerifier.safeParse(value).data?.askedVerifierId ?? HandedOver.safeParse(value).data?.ownerId ?? null;

const Blocks = z.object({ blockedBy: z.object({ kind: z.enum(BLOCKER_KINDS), id: z.string() }).nullish() });

/** Returns the id of the person or team that blocks an action in a value of the audit log. Another action is a relation. */
export function blockerIn(value: unknown, kind: "person" | "team"): string | null {
  const by = Blocks.safeParse(value).data?.blockedBy;
  return by?.kind === kind ? by.id : null;
}

const teamsIn = (value: unknown): string[] =>
  [OfTeam.safeParse(value).data?.teamId, blockerIn(value, "team")].flatMap((id) => id ?? []);

/** Returns where a move went. */
export const placeIn = (detail: unknown) => Place.safeParse(detail).data?.to;

/** Loads the past of actions, with as many statements for several as for one. */
export async function loadPast(ctx: Ctx, rows: readonly ActionRecord[]): Promise<Past> {
  const merged = new Map(rows.map((row) => [row.id, row]));
  const mergedIds = (await mergedInto(ctx, [...merged.keys()])).filter((id) => !merged.has(id));
  if (mergedIds.length > 0) {
    const where = { AND: [{ id: { in: mergedIds } }, actionItemVisibleTo(ctx.actor)] };
    for (const row of await ctx.db.actionItem.findMany({ where, select: actionSelect(ctx.actor) }))
      merged.set(row.id, row);
  }
  const ids = [...merged.keys()];
  const [audited, reworks] = await Promise.all([loadAudited(ctx, ids), loadReworks(ctx, ids)]);
  const [others, teamOf, nameOf] = await Promise.all([
    loadOthers(ctx, audited, reworks),
    loadTeams(ctx, audited),
    loadNames(ctx, [
      ...[...merged.values()].flatMap(peopleOf),
      ...audited.flatMap(({ before, after }) => [
        ...[personIn(before), personIn(after)],
        ...[blockerIn(before, "person"), blockerIn(after, "person")],
      ]),
      ...reworks.flatMap(({ byId, undoneById }) => [byId, undoneById]),
    ]),
  ]);
  const auditedBy = Map.groupBy(audited, ({ nounId }) => nounId);
  const reworksBy = new Map<string, ActionRework[]>();
  for (const rework of reworks)
    for (const id of new Set([rework.actionItemId, ...rework.otherIds]))
      reworksBy.set(id, [...(reworksBy.get(id) ?? []), rework]);
  return {
    ...{ nameOf, teamOf, others, merged },
    auditedOf: (id) => auditedBy.get(id) ?? [],
    reworksOf: (id) => reworksBy.get(id) ?? [],
  };
}

/** Returns the ids of actions that were merged into others, and into those. */
async function mergedInto(ctx: Ctx, ids: readonly string[]): Promise<string[]> {
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE merged AS (
      SELECT unnest(${[...ids]}::uuid[]) AS id
      UNION
      SELECT r.action_item_id FROM merged
      JOIN action_rework r ON r.other_ids @> ARRAY[merged.id] AND r.kind = 'merge' AND r.undone_at IS NULL)
    SELECT id FROM merged`;
  return found.map(({ id }) => id);
}

const loadAudited = (ctx: Ctx, ids: readonly string[]): Promise<Audited[]> =>
  ctx.db.auditEntry.findMany({
    where: {
      ...{ noun: "action_item", nounId: { in: [...ids] } },
      OR: [{ action: { in: AUDITED } }, { action: { startsWith: CHECK } }],
    },
    select: { nounId: true, at: true, action: true, actorKind: true, actorLabel: true, before: true, after: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });

const loadReworks = (ctx: Ctx, ids: readonly string[]): Promise<ActionRework[]> =>
  ctx.db.actionRework.findMany({
    where: { OR: [{ actionItemId: { in: [...ids] } }, { otherIds: { hasSome: [...ids] } }] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });

/** Returns the ids of everyone in the history of an action. */
const peopleOf = (row: ActionRecord): (string | null)[] => [
  ...row.transitions.map((step) => step.byId),
  ...row.dueHistory.map((move) => move.movedById),
  ...row.waivers.flatMap((waiver) => [waiver.askedById, waiver.answeredById, waiver.endedById]),
  ...row.effectAnswers.map((answer) => answer.byId),
  ...[row, ...row.effectAnswers].flatMap(({ evidence }) =>
    evidence.flatMap((piece) => [piece.addedById, piece.removedById]),
  ),
];

/** Someone who is gone has no name. */
async function loadNames(ctx: Ctx, ids: readonly (string | null)[]): Promise<NameOf> {
  const people = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(ids.flatMap((id) => id ?? []))] } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map((person) => [person.id, person.name]));
  return (id) => (id === null ? null : (names.get(id) ?? null));
}

async function loadTeams(ctx: Ctx, audited: readonly Audited[]): Promise<NameOf> {
  const ids = audited.flatMap(({ before, after }) => [...teamsIn(before), ...teamsIn(after)]);
  if (ids.length === 0) return () => null;
  const teams = await ctx.db.team.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return (id) => teams.find((team) => team.id === id)?.name ?? null;
}

/** Returns the key and title of other records, of those that the actor can read. Of a purged action only the key is left. */
async function loadOthers(
  ctx: Ctx,
  audited: readonly Audited[],
  reworks: readonly ActionRework[],
): Promise<ReadonlyMap<string, OtherRecord>> {
  const reworked = [...new Set(reworks.flatMap(({ actionItemId, otherIds }) => [actionItemId, ...otherIds]))];
  const actionIds = [...new Set([...reworked, ...audited.flatMap(({ after }) => relatedIn(after)?.otherId ?? [])])];
  const places = reworks.flatMap(({ detail }) => placeIn(detail) ?? []);
  const placeIds = (field: "incidentId" | "reviewId") => ({ in: places.flatMap((place) => place[field] ?? []) });
  const numbered = { select: { id: true, number: true, title: true } } as const;
  if (actionIds.length === 0) return new Map();
  const purgedVisible = await tombstoneVisibleTo(ctx);
  const [actions, purged, changes, incidents, reviews] = await Promise.all([
    ctx.db.actionItem.findMany({
      where: { AND: [{ id: { in: actionIds } }, actionItemVisibleTo(ctx.actor)] },
      ...numbered,
    }),
    ctx.db.actionTombstone.findMany({ where: { AND: [{ actionItemId: { in: actionIds } }, purgedVisible] } }),
    ctx.db.strategicChange.findMany({ where: { id: { in: reworked } }, ...numbered }),
    ctx.db.incident.findMany({
      where: { AND: [{ id: placeIds("incidentId") }, incidentVisibleTo(ctx.actor)] },
      ...numbered,
    }),
    ctx.db.review.findMany({ where: { AND: [{ id: placeIds("reviewId") }, reviewVisibleTo(ctx.actor)] }, ...numbered }),
  ]);
  return new Map([
    ...actions.map(({ id, number, title }) => [id, { key: actionKeyOf(number), title }] as const),
    ...purged.map(
      ({ actionItemId, number }) => [actionItemId, { key: actionKeyOf(number), title: PURGED_TITLE }] as const,
    ),
    ...changes.map(({ id, number, title }) => [id, { key: changeKeyOf(number), title }] as const),
    ...incidents.map(({ id, number, title }) => [id, { key: incidentKeyOf(number), title }] as const),
    ...reviews.map(({ id, number, title }) => [id, { key: reviewKeyOf(number), title }] as const),
  ]);
}
