import type { UserActor } from "#lib/base/access/actor.ts";
import { messageKindOf } from "#lib/base/vocabulary/message-kind.ts";
import { UNPUBLISHED_STATUSES } from "#lib/base/vocabulary/review.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";

interface Message {
  id: string;
  kind: string;
  href: string;
  createdAt: Date;
}

/**
 * Returns the ids of the requests among these messages of a person that need no answer now: someone has answered them, or
 * they were withdrawn.
 */
export async function settledOf(ctx: Ctx, me: UserActor, messages: readonly Message[]): Promise<Set<string>> {
  const requests = messages.filter(({ kind }) => messageKindOf(kind) === "asked");
  const of = (family: string) => requests.filter(({ kind }) => kind.startsWith(family));
  const settled = await Promise.all([
    settledActions(ctx, me, of("action_item.")),
    settledChanges(ctx, me, of("strategic_change.")),
    settledReviews(ctx, me, of("review.")),
    settledTasks(ctx, me, of("review_task.")),
    settledThreads(ctx, me, of("comment.")),
  ]);
  const withdrawn = requests.filter(({ kind }) => kind.endsWith(".ask_withdrawn"));
  return new Set([...settled.flat(), ...withdrawn].map(({ id }) => id));
}

type Settled = (ctx: Ctx, me: UserActor, messages: readonly Message[]) => Promise<Message[]>;

const numberIn = ({ href }: Message): number => numberOfKey(/\/([A-Z]+-\d+)/.exec(href)?.[1] ?? "");
const numbersIn = (messages: readonly Message[]) => ({ in: [...new Set(messages.map(numberIn))] });
const byNumber = <Row extends { number: number }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.number, row]));

const settledActions: Settled = async (ctx, me, messages) => {
  if (messages.length === 0) return [];
  const rows = await ctx.db.actionItem.findMany({
    where: { number: numbersIn(messages) },
    select: {
      ...{ number: true, status: true, isUnsettled: true, archivedAt: true, ownerId: true, askedVerifierAt: true },
      waivers: { where: { status: "requested" }, select: { id: true }, take: 1 },
    },
  });
  const actions = byNumber(rows);
  return messages.filter((message) => {
    const action = actions.get(numberIn(message));
    if (!action?.isUnsettled || action.archivedAt !== null) return true;
    if (message.kind === "action_item.assigned") return action.ownerId !== me.id || action.status !== "proposed";
    if (message.kind === "action_item.to_verify") {
      const asked = action.askedVerifierAt;
      // Someone has been asked since. If that is this person, a newer message says so.
      return action.status !== "implemented" || (asked !== null && message.createdAt < asked);
    }
    return message.kind === "action_item.waiver_requested" && action.waivers.length === 0;
  });
};

const settledChanges: Settled = async (ctx, me, messages) => {
  if (messages.length === 0) return [];
  const rows = await ctx.db.strategicChange.findMany({
    where: { number: numbersIn(messages) },
    select: { number: true, status: true, archivedAt: true, ownerId: true },
  });
  const changes = byNumber(rows);
  return messages.filter((message) => {
    const { kind } = message;
    const change = changes.get(numberIn(message));
    if (!change || change.archivedAt !== null) return true;
    if (kind === "strategic_change.effect_due") return change.status !== "delivered";
    if (kind === "strategic_change.assigned") return change.ownerId !== me.id;
    return change.status === "effect_checked" || change.status === "declined";
  });
};

const settledReviews: Settled = async (ctx, me, messages) => {
  if (messages.length === 0) return [];
  const rows = await ctx.db.review.findMany({
    where: { number: numbersIn(messages) },
    select: {
      ...{ number: true, status: true, archivedAt: true },
      approvals: { where: { userId: me.id }, select: { at: true } },
    },
  });
  const reviews = byNumber(rows);
  return messages.filter((message) => {
    const review = reviews.get(numberIn(message));
    if (!review || review.archivedAt !== null || !UNPUBLISHED_STATUSES.some((one) => one === review.status))
      return true;
    const isDecided = review.approvals.some(({ at }) => at >= message.createdAt);
    return message.kind === "review.to_approve" && (isDecided || review.status !== "reviewed");
  });
};

const settledTasks: Settled = async (ctx, me, messages) => {
  if (messages.length === 0) return [];
  const open = await ctx.db.review.findMany({
    where: {
      ...{ number: numbersIn(messages), archivedAt: null },
      tasks: { some: { OR: [{ ownerId: me.id }, { role: { not: null } }], doneAt: null, removedAt: null } },
    },
    select: { number: true },
  });
  return messages.filter((message) => !open.some(({ number }) => number === numberIn(message)));
};

const threadIn = ({ href }: Message): string[] => href.match(/(?<=[?&]thread=)[0-9a-f-]{36}/) ?? [];

const settledThreads: Settled = async (ctx, me, messages) => {
  if (messages.length === 0) return [];
  const open = await ctx.db.commentThread.findMany({
    where: { id: { in: messages.flatMap(threadIn) }, assigneeId: me.id, doneAt: null, resolvedAt: null },
    select: { id: true },
  });
  return messages.filter((message) => !open.some(({ id }) => threadIn(message).includes(id)));
};
