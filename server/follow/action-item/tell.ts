import type { RecordAction } from "#lib/base/access/actions.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { ActionItemFacts } from "#lib/base/access/facts.ts";
import { needsSecondPerson } from "#lib/follow/action-item/second-person.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { REVIEW_FACTS, reviewFacts } from "#server/reviews/review/index.ts";
import { policyOf } from "./policy.ts";
import type { ActionRowRecord } from "./select.ts";

interface Message {
  kind: `action_item.${"assigned" | "to_verify" | "sent_back" | "news"}` | `action_item.waiver_${WaiverNews}`;
  subject: string;
  body: string;
}

type WaiverNews = "requested" | "approved" | "refused" | "ends_soon" | "ended";

/** What someone must be able to do to be told. Anyone told must be able to read it. */
const NEEDED: Partial<Record<Message["kind"], RecordAction<"actionItem">>> = {
  "action_item.to_verify": "verify",
  "action_item.waiver_requested": "approve",
};

/**
 * Notifies people about an action item, in the transaction of the change. No one is notified of what they did
 * themselves, or of an action that they can't read, or can't answer as the message asks. Returns who was notified.
 */
export async function tell(
  tx: TxCtx,
  row: ActionRowRecord,
  userIds: readonly (string | null)[],
  message: Message,
): Promise<string[]> {
  const wanted = [...new Set(userIds)].flatMap((id) => (id === null || id === actorId(tx.actor) ? [] : [id]));
  const reached = await whoCan(tx, NEEDED[message.kind] ?? "read", row, wanted);
  const href = `/actions/${actionKeyOf(row.number)}`;
  for (const userId of reached) await notify(tx, { ...message, userId, href, incidentId: row.incidentId });
  return reached;
}

/** Returns those of these people who have access and can do something with an action item. */
export async function whoCan(
  ctx: Ctx,
  action: RecordAction<"actionItem">,
  row: ActionRowRecord,
  userIds: readonly string[],
): Promise<string[]> {
  if (userIds.length === 0) return [];
  const users = await ctx.db.user.findMany({ where: { id: { in: [...userIds] } }, select: ACTOR_SELECT });
  const facts = await factsForAll(ctx, row);
  return users
    .flatMap((user) => userActor(user, null) ?? [])
    .flatMap((actor) => (can(actor, "actionItem", action, facts) ? [actor.id] : []));
}

/** Returns what the access decision needs about an action item, for any actor. */
async function factsForAll(ctx: Ctx, row: ActionRowRecord): Promise<ActionItemFacts> {
  const { incidentId, reviewId, ownerId, implementedById, createdById, priority } = row;
  const incident =
    incidentId && (await ctx.db.incident.findUnique({ where: { id: incidentId }, select: INCIDENT_FACTS }));
  const review = reviewId && (await ctx.db.review.findUnique({ where: { id: reviewId }, select: REVIEW_FACTS }));
  return {
    incident: incident ? incidentFacts(incident) : null,
    review: review ? reviewFacts(review) : null,
    managerIds: (await managersOf(ctx, row)).flatMap((id) => id ?? []),
    ...{ ownerId, implementedById, createdById, priority },
  };
}

export const nameOf = (row: ActionRowRecord) => `${actionKeyOf(row.number)} ${row.title}`;

/** Returns who watches an action. */
export const watchersOf = async (ctx: Ctx, actionItemId: string): Promise<string[]> =>
  (await ctx.db.actionWatcher.findMany({ where: { actionItemId }, select: { userId: true } })).map(
    ({ userId }) => userId,
  );

/** Notifies the people who watch an action what happened to it, except those who were told more already. */
export async function tellWatchers(
  tx: TxCtx,
  row: ActionRowRecord,
  { news, body = "", told = [] }: { news: string; body?: string | undefined; told?: readonly string[] },
): Promise<void> {
  const watchers = (await watchersOf(tx, row.id)).filter((id) => !told.includes(id));
  await tell(tx, row, watchers, { kind: "action_item.news", subject: `${nameOf(row)}: ${news}`, body });
}

/** Notifies an owner who was named by someone else. */
export const tellOwner = (tx: TxCtx, row: ActionRowRecord) =>
  tell(tx, row, [row.ownerId], {
    kind: "action_item.assigned",
    subject: `Accept or reassign: ${nameOf(row)}`,
    body: row.dueDate === null ? "It has no due date." : `Due ${row.dueDate.toISOString().slice(0, 10)}.`,
  });

/** Notifies the owner and the implementer that someone else sent it back. */
export const tellSentBack = (tx: TxCtx, row: ActionRowRecord, reason: string) =>
  tell(tx, row, [row.ownerId, row.implementedById], {
    kind: "action_item.sent_back",
    subject: `Resumed: ${nameOf(row)}`,
    body: reason,
  });

/** Returns the managers of an action's team. Without a team, of the owner's teams. */
async function managersOf(tx: Ctx, row: ActionRowRecord): Promise<(string | null)[]> {
  const teams = await tx.db.team.findMany({
    where: row.teamId === null ? { members: { some: { userId: row.ownerId ?? { in: [] } } } } : { id: row.teamId },
    select: { managerId: true },
  });
  return teams.map(({ managerId }) => managerId);
}

async function facilitatorOf(tx: TxCtx, row: ActionRowRecord): Promise<(string | null)[]> {
  const review = await tx.db.review.findFirst({
    where: { id: row.reviewId ?? { in: [] } },
    select: { facilitatorId: true },
  });
  return [review?.facilitatorId ?? null];
}

const withRole = (role: "tpm" | "admin") => async (tx: TxCtx) =>
  (await tx.db.user.findMany({ where: { role, disabledAt: null }, select: { id: true } })).map(({ id }) => id);

type Group = (tx: TxCtx, row: ActionRowRecord) => Promise<(string | null)[]>;

/** Notifies the first group in which someone can be told. Never the owner or the implementer. */
async function tellFirst(
  tx: TxCtx,
  row: ActionRowRecord,
  groups: readonly Group[],
  message: Message,
): Promise<string[]> {
  for (const group of groups) {
    const others = (await group(tx, row)).filter((id) => id !== row.ownerId && id !== row.implementedById);
    const told = await tell(tx, row, others, message);
    if (told.length > 0) return told;
  }
  return [];
}

/**
 * Notifies the people who can verify: the manager of the action's team (without a team: of the owner's teams). If there
 * is no one, then the facilitator of its review. For an action that needs a second person then the TPMs, else the
 * admins.
 */
export async function tellVerifiers(tx: TxCtx, row: ActionRowRecord, evidence: string): Promise<string[]> {
  const last = needsSecondPerson(row.priority) ? [withRole("tpm"), withRole("admin")] : [];
  return tellFirst(tx, row, [managersOf, facilitatorOf, ...last], {
    kind: "action_item.to_verify",
    subject: `Verify: ${nameOf(row)}`,
    body: evidence,
  });
}

/** Notifies whom the policy lets answer a waiver: the manager of the team, else the TPMs, else the admins. */
export async function tellApprovers(tx: TxCtx, row: ActionRowRecord, reason: string): Promise<string[]> {
  const { waiverApprovers } = (await policyOf(tx, row.id)).promised.values;
  const byManager = waiverApprovers === "tpm" ? [] : [managersOf];
  const byTpm = waiverApprovers === "manager" ? [] : [withRole("tpm"), withRole("admin")];
  return tellFirst(tx, row, [...byManager, ...byTpm], {
    kind: "action_item.waiver_requested",
    subject: `Approve or refuse a waiver: ${nameOf(row)}`,
    body: reason,
  });
}
