import type { RecordAction } from "#lib/base/access/actions.ts";
import { actorId } from "#lib/base/access/actor.ts";
import { can } from "#lib/base/access/can.ts";
import type { ActionItemFacts } from "#lib/base/access/facts.ts";
import { longDay } from "#lib/base/time/local-date.ts";
import { isSecondPerson, needsSecondPerson } from "#lib/follow/action-item/second-person.ts";
import type { WaiverRequest } from "#lib/follow/action-item/transition.ts";
import type { Ctx, TxCtx } from "#server/base/kernel/context.ts";
import { toLocalDate } from "#server/base/kernel/dates.ts";
import { actionKeyOf } from "#server/base/kernel/keys.ts";
import { notifyAll } from "#server/base/kernel/notify.ts";
import { INCIDENT_FACTS, incidentFacts } from "#server/incidents/incident/index.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { REVIEW_FACTS, reviewFacts } from "#server/reviews/review/index.ts";
import { policyOf } from "./policy.ts";
import type { ActionRowRecord } from "./select.ts";

interface Message {
  kind:
    | `action_item.${"asked" | "ask_withdrawn" | "decline_asked" | "assigned" | "to_verify" | "sent_back" | "still_wanted" | "news" | "team_new" | "team_settled"}`
    | `action_item.waiver_${WaiverNews}`;
  subject: string;
  body: string;
}

type WaiverNews = "requested" | "approved" | "refused" | "ends_soon" | "ended";

/** The right that someone needs to be notified. Everyone who is notified must be able to read it. */
const NEEDED: Partial<Record<Message["kind"], RecordAction<"actionItem">>> = {
  "action_item.to_verify": "verify",
  "action_item.waiver_requested": "approve",
};

/**
 * Notifies people about an action item, in the transaction of the change. No one is notified of what they did
 * themselves, or of an action that they can't read, or can't answer as the message asks. Returns who was notified.
 */
export const tell = async (
  tx: TxCtx,
  row: ActionRowRecord,
  userIds: readonly (string | null)[],
  message: Message,
): Promise<string[]> => (await tellEach(tx, [{ row, userIds, message }]))[0] ?? [];

interface Telling {
  row: ActionRowRecord;
  userIds: readonly (string | null)[];
  message: Message;
}

/** The same for several messages, with who was notified by each. However many there are, they are written together. */
export const tellEach = async (tx: TxCtx, tellings: readonly Telling[]): Promise<string[][]> =>
  (await sendEach(tx, tellings)).map((sent) => sent.map(({ userId }) => userId));

/** The same, with the message of each person. */
export async function sendEach(
  tx: TxCtx,
  tellings: readonly Telling[],
): Promise<{ userId: string; messageId: string }[][]> {
  const asked = tellings.map(({ row, userIds, message }) => ({
    ...{ row, action: NEEDED[message.kind] ?? "read" },
    userIds: [...new Set(userIds)].flatMap((id) => (id === null || id === actorId(tx.actor) ? [] : [id])),
  }));
  const reached = await whoCanEach(tx, asked);
  const notifications = tellings.flatMap(({ row, message }, at) =>
    (reached[at] ?? []).map((userId) => ({
      ...{ ...message, userId, incidentId: row.incidentId },
      href: `/actions/${actionKeyOf(row.number)}`,
    })),
  );
  const ids = (await notifyAll(tx, notifications)).values();
  return reached.map((userIds) => userIds.map((userId) => ({ userId, messageId: ids.next().value ?? "" })));
}

/** Returns those of these people who have access and can do something with an action item. */
export const whoCan = async (
  ctx: Ctx,
  action: RecordAction<"actionItem">,
  row: ActionRowRecord,
  userIds: readonly string[],
): Promise<string[]> => (await whoCanEach(ctx, [{ action, row, userIds }]))[0] ?? [];

interface Asked {
  action: RecordAction<"actionItem">;
  row: ActionRowRecord;
  userIds: readonly string[];
}

/** The same for several action items. */
export async function whoCanEach(ctx: Ctx, asked: readonly Asked[]): Promise<string[][]> {
  const ids = new Set(asked.flatMap(({ userIds }) => userIds));
  if (ids.size === 0) return asked.map(() => []);
  const users = await ctx.db.user.findMany({ where: { id: { in: [...ids] } }, select: ACTOR_SELECT });
  const actors = users.flatMap((user) => userActor(user, null) ?? []);
  const rows = asked.flatMap(({ row, userIds }) => (userIds.length > 0 ? row : []));
  const facts = await factsForAll(ctx, rows);
  return asked.map(({ action, row, userIds }) => {
    const of = facts.get(row.id);
    return actors.flatMap((one) =>
      of && userIds.includes(one.id) && can(one, "actionItem", action, of) ? one.id : [],
    );
  });
}

/** Returns what the access decision needs about action items, for any actor, by their ids. */
async function factsForAll(ctx: Ctx, rows: readonly ActionRowRecord[]): Promise<ReadonlyMap<string, ActionItemFacts>> {
  const [incidentIds, reviewIds] = [idsOf(rows, "incidentId"), idsOf(rows, "reviewId")];
  const select = { ...INCIDENT_FACTS, id: true };
  const incidents = incidentIds.length
    ? await ctx.db.incident.findMany({ where: { id: { in: incidentIds } }, select })
    : [];
  const reviews = reviewIds.length
    ? await ctx.db.review.findMany({ where: { id: { in: reviewIds } }, select: { ...REVIEW_FACTS, id: true } })
    : [];
  const [incidentById, reviewById] = [byId(incidents), byId(reviews)];
  const managers = await managersOfEach(ctx, rows);
  return new Map(
    rows.map((row) => {
      const { incidentId, reviewId, ownerId, implementedById, createdById, priority } = row;
      const [incident, review] = [incidentById.get(incidentId ?? ""), reviewById.get(reviewId ?? "")];
      return [
        row.id,
        {
          incident: incident ? incidentFacts(incident) : null,
          review: review ? reviewFacts(review) : null,
          managerIds: (managers.get(row.id) ?? []).flatMap((id) => id ?? []),
          ...{ ownerId, implementedById, createdById, priority },
        },
      ];
    }),
  );
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
const idsOf = (rows: readonly ActionRowRecord[], field: "incidentId" | "reviewId" | "teamId" | "ownerId") => [
  ...new Set(rows.flatMap((row) => row[field] ?? [])),
];

export const nameOf = (row: ActionRowRecord) => `${actionKeyOf(row.number)} ${row.title}`;

/** Returns who watches an action. */
export const watchersOf = async (ctx: Ctx, actionItemId: string): Promise<string[]> =>
  (await ctx.db.actionWatcher.findMany({ where: { actionItemId }, select: { userId: true } })).map(
    ({ userId }) => userId,
  );

/** Notifies the owner of an action and the people who watch it of its news, except those who already got more. */
export async function tellFollowers(
  tx: TxCtx,
  row: ActionRowRecord,
  { news, body = "", told = [] }: { news: string; body?: string | undefined; told?: readonly string[] },
): Promise<void> {
  await tellFollowersOf(tx, [{ row, news, body, told }]);
}

/** The news of an action for its owner, the people who watch it, and `also`. */
export interface FollowerNews {
  row: ActionRowRecord;
  news: string;
  body?: string | undefined;
  told?: readonly string[] | undefined;
  also?: readonly (string | null)[];
}

/** The same for several actions. */
export async function tellFollowersOf(tx: TxCtx, all: readonly FollowerNews[]): Promise<void> {
  if (all.length === 0) return;
  const watchers = await tx.db.actionWatcher.findMany({
    where: { actionItemId: { in: [...new Set(all.map(({ row }) => row.id))] } },
    select: { actionItemId: true, userId: true },
  });
  const watched = Map.groupBy(watchers, ({ actionItemId }) => actionItemId);
  const tellings = all.map(({ row, news, body = "", told = [], also = [] }): Telling => {
    const watching = (watched.get(row.id) ?? []).map(({ userId }) => userId);
    const userIds = [row.ownerId, ...also, ...watching].filter((id) => id === null || !told.includes(id));
    return { row, userIds, message: { kind: "action_item.news", subject: `${nameOf(row)}: ${news}`, body } };
  });
  await tellEach(tx, tellings);
}

/** Notifies an owner who was named by someone else. */
export const tellOwner = async (tx: TxCtx, row: ActionRowRecord) => (await tellOwners(tx, [row])).get(row.id) ?? [];

/** The same for several actions. Returns who was notified about each. */
export async function tellOwners(tx: TxCtx, rows: readonly ActionRowRecord[]): Promise<ReadonlyMap<string, string[]>> {
  const tellings = rows.map((row) => ({
    row,
    userIds: [row.ownerId],
    message: {
      kind: "action_item.assigned" as const,
      subject: `Accept or hand over: ${nameOf(row)}`,
      body: row.dueDate === null ? "It has no due date." : `Due ${longDay(toLocalDate(row.dueDate))}.`,
    },
  }));
  return toldBy(rows, await tellEach(tx, tellings));
}

/** Notifies the owner of an action. If there is none, the managers of its team. */
export async function tellConcerned(
  tx: TxCtx,
  row: ActionRowRecord,
  { kind, subject, body }: Message,
): Promise<string[]> {
  const managers = row.ownerId === null ? ((await managersOfEach(tx, [row])).get(row.id) ?? []) : [];
  return tell(tx, row, [row.ownerId, ...managers], { kind, subject: `${subject} ${nameOf(row)}`, body });
}

/** Asks the owner to decide whether to decline it, because of what happened elsewhere. */
export const tellDeclineAsked = (tx: TxCtx, row: ActionRowRecord, news: string) =>
  tell(tx, row, [row.ownerId], {
    kind: "action_item.decline_asked",
    subject: `Decline it? ${nameOf(row)}`,
    body: `${news}. Decline the action and record the remaining risk, or reopen the issue.`,
  });

const toldBy = (rows: readonly ActionRowRecord[], told: readonly string[][]): ReadonlyMap<string, string[]> =>
  new Map(rows.map(({ id }, at) => [id, told[at] ?? []]));

/** Notifies the owners and the implementers of actions that someone else sent them back. */
export async function tellSentBack(tx: TxCtx, rows: readonly ActionRowRecord[], reason: string) {
  const tellings = rows.map((row) => ({
    row,
    userIds: [row.ownerId, row.implementedById],
    message: { kind: "action_item.sent_back" as const, subject: `Sent back: ${nameOf(row)}`, body: reason },
  }));
  return toldBy(rows, await tellEach(tx, tellings));
}

/** Returns the managers of each action's team. Without a team, of the owner's teams. */
async function managersOfEach(ctx: Ctx, rows: readonly ActionRowRecord[]) {
  const teamIds = idsOf(rows, "teamId");
  const ownerIds = idsOf(
    rows.filter(({ teamId }) => teamId === null),
    "ownerId",
  );
  const ofOwner = { userId: { in: ownerIds } };
  const teams = await ctx.db.team.findMany({
    where: { OR: [{ id: { in: teamIds } }, ...(ownerIds.length > 0 ? [{ members: { some: ofOwner } }] : [])] },
    select: { id: true, managerId: true, members: { where: ofOwner, select: { userId: true } } },
  });
  const isOf = ({ teamId, ownerId }: ActionRowRecord, team: (typeof teams)[number]) =>
    teamId === null ? team.members.some(({ userId }) => userId === ownerId) : team.id === teamId;
  return new Map(
    rows.map((row) => [row.id, teams.flatMap((team) => (isOf(row, team) ? [team.managerId] : []))] as const),
  );
}

/** Returns the people in a group of each action, by the id of the action. */
type Group = (tx: TxCtx, rows: readonly ActionRowRecord[]) => Promise<ReadonlyMap<string, readonly (string | null)[]>>;

const facilitatorsOf: Group = async (tx, rows) => {
  const ids = idsOf(rows, "reviewId");
  if (ids.length === 0) return new Map();
  const reviews = byId(
    await tx.db.review.findMany({ where: { id: { in: ids } }, select: { id: true, facilitatorId: true } }),
  );
  return new Map(rows.map(({ id, reviewId }) => [id, [reviews.get(reviewId ?? "")?.facilitatorId ?? null]]));
};

const withRole =
  (role: "tpm" | "admin"): Group =>
  async (tx, rows) => {
    if (rows.length === 0) return new Map();
    const people = await tx.db.user.findMany({ where: { role, disabledAt: null }, select: { id: true } });
    return new Map(rows.map((row) => [row.id, people.map(({ id }) => id)]));
  };

/**
 * Notifies about each action the first group in which someone can be notified. Never the owner or the implementer.
 * Returns who was notified about each.
 */
async function tellFirst(
  tx: TxCtx,
  asked: readonly { row: ActionRowRecord; message: Message }[],
  groups: readonly Group[],
): Promise<ReadonlyMap<string, string[]>> {
  const told = new Map<string, string[]>();
  let left = asked;
  for (const group of groups) {
    if (left.length === 0) break;
    const rows = left.map(({ row }) => row);
    const people = await group(tx, rows);
    const tellings = left.map(({ row, message }) => {
      const userIds = (people.get(row.id) ?? []).filter((id) => isSecondPerson(id, row));
      return { row, message, userIds };
    });
    for (const [id, some] of toldBy(rows, await tellEach(tx, tellings))) if (some.length > 0) told.set(id, some);
    left = left.filter(({ row }) => !told.has(row.id));
  }
  return told;
}

/**
 * Notifies the people who can verify each action: the manager of its team (without a team: of the owner's teams). If
 * there is no one, then the facilitator of its review. For an action that needs a second person, then the TPMs, or the admins. Returns who was notified about each.
 */
export async function tellVerifiers(
  tx: TxCtx,
  asked: readonly { row: ActionRowRecord; evidence: string }[],
): Promise<ReadonlyMap<string, string[]>> {
  const last =
    (role: "tpm" | "admin"): Group =>
    (own, rows) =>
      withRole(role)(
        own,
        rows.filter(({ priority }) => needsSecondPerson(priority)),
      );
  const messages = asked.map(({ row, evidence }) => ({
    row,
    message: { kind: "action_item.to_verify" as const, subject: `Verify: ${nameOf(row)}`, body: evidence },
  }));
  return tellFirst(tx, messages, [managersOfEach, facilitatorsOf, last("tpm"), last("admin")]);
}

/**
 * Notifies the people who can decide on a waiver by policy, or on a longer one than that in force: the team's manager, or
 * the TPMs, or the admins.
 */
export async function tellApprovers(
  tx: TxCtx,
  row: ActionRowRecord,
  { reason, until }: Pick<WaiverRequest, "reason" | "until">,
): Promise<void> {
  const { waiverApprovers } = (await policyOf(tx, row.id)).promised.values;
  const byManager = waiverApprovers === "tpm" ? [] : [managersOfEach];
  const byTpm = waiverApprovers === "manager" ? [] : [withRole("tpm"), withRole("admin")];
  const subject = `Approve or reject a ${row.status === "waived" ? "longer " : ""}waiver: ${nameOf(row)}`;
  const body = `Until ${longDay(until)}. ${reason}`;
  const message = { kind: "action_item.waiver_requested" as const, subject, body };
  await tellFirst(tx, [{ row, message }], [...byManager, ...byTpm]);
}
