import type { MessageRule as MessageRuleRow } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { leadsProgramme } from "#lib/base/access/can.ts";
import { invalid } from "#lib/base/errors.ts";
import { canLeaveInbox, MESSAGE_DEFAULTS, MESSAGE_KINDS, type MessageKind } from "#lib/base/vocabulary/message-kind.ts";
import type { MessageRule, MutedItem, notificationContract } from "#lib/contract/notification.ts";
import { authorizeSelf } from "#server/base/kernel/authorize.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { toInstantOrNull } from "#server/base/kernel/dates.ts";
import type { InputOf } from "#server/base/kernel/input.ts";
import { numberOfKey } from "#server/base/kernel/keys.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { actionItemVisibleTo } from "#server/follow/action-item/index.ts";
import { readableConditions } from "#server/follow/canonical-factor/index.ts";
import { incidentVisibleTo } from "#server/incidents/incident/index.ts";
import { reviewVisibleTo } from "#server/reviews/review/index.ts";

const select = { number: true, title: true } as const;
const CONDITIONS = "/factors/";

/** Returns the titles of items by their paths. Those that a person can't read are missing. */
async function titlesOf(ctx: Ctx, actor: UserActor, items: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { db } = ctx;
  const numbersOf = (folder: string) => {
    const paths = items.filter((item) => item.startsWith(folder));
    return { in: paths.map((item) => numberOfKey(item.slice(folder.length))) };
  };
  const conditionIds = items.flatMap((item) => (item.startsWith(CONDITIONS) ? item.slice(CONDITIONS.length) : []));
  const [actions, reviews, incidents, changes, conditions] = await Promise.all([
    db.actionItem.findMany({
      where: { AND: [{ number: numbersOf("/actions/") }, actionItemVisibleTo(actor)] },
      select,
    }),
    db.review.findMany({ where: { AND: [{ number: numbersOf("/reviews/") }, reviewVisibleTo(actor)] }, select }),
    db.incident.findMany({ where: { AND: [{ number: numbersOf("/incidents/") }, incidentVisibleTo(actor)] }, select }),
    db.strategicChange.findMany({ where: { number: numbersOf("/strategy/") }, select }),
    readableConditions({ ...ctx, actor }, { id: { in: conditionIds } }),
  ]);
  const named = (path: string, rows: readonly { number: number; title: string }[]) =>
    rows.map(({ number, title }) => [`${path}${number}`, title] as const);
  return new Map([
    ...[...named("/actions/ACT-", actions), ...named("/reviews/REV-", reviews)],
    ...[...named("/incidents/INC-", incidents), ...named("/strategy/SC-", changes)],
    ...conditions.map(({ id, name }) => [`${CONDITIONS}${id}`, name] as const),
  ]);
}

type Rules = Record<MessageKind, MessageRule>;

/** Returns the channels of each kind for a person: their choice, otherwise the default. */
export async function rulesOf(ctx: Ctx, userId: string): Promise<Rules> {
  return (await rulesOfAll(ctx, [userId]))(userId);
}

/** Returns the channels of each of these people. */
export async function rulesOfAll({ db }: Ctx, userIds: readonly string[]): Promise<(userId: string) => Rules> {
  const rows = Map.groupBy(
    await db.messageRule.findMany({ where: { userId: { in: [...userIds] } } }),
    ({ userId }) => userId,
  );
  return (userId) => rulesFrom(rows.get(userId) ?? []);
}

function rulesFrom(rows: readonly MessageRuleRow[]): Rules {
  const ruleOf = (kind: MessageKind): MessageRule => {
    const row = rows.find((one) => one.kind === kind);
    const { inbox, mail, digest } = row ?? MESSAGE_DEFAULTS[kind];
    const ways = { inbox: inbox || !canLeaveInbox(kind), mail, digest };
    return { kind, ...ways, unsubscribedAt: toInstantOrNull(row?.unsubscribedAt ?? null) };
  };
  return Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, ruleOf(kind)])) as Rules;
}

/** Returns what reaches me, and what I have muted. Only TPMs get the summary on Monday. */
export async function settingsNotifications(ctx: Ctx): Promise<{ rules: MessageRule[]; muted: MutedItem[] }> {
  const actor = authorizeSelf(ctx, "read");
  const [rules, muted] = await Promise.all([
    rulesOf(ctx, actor.id),
    ctx.db.mutedItem.findMany({ where: { userId: actor.id }, orderBy: [{ mutedAt: "desc" }, { item: "asc" }] }),
  ]);
  const titles = await titlesOf(
    ctx,
    actor,
    muted.map(({ item }) => item),
  );
  return {
    rules: Object.values(rules).filter(({ kind }) => kind !== "monday" || leadsProgramme(actor.role)),
    muted: muted.map(({ item, mutedAt }) => ({
      ...{ item, title: titles.get(item) ?? null, mutedAt: mutedAt.toISOString() },
    })),
  };
}

/** Chooses how I am told about a kind. Throws `invalid` for a kind that can't leave the inbox. */
export async function chooseNotifications(
  ctx: Ctx,
  { kind, ...ways }: InputOf<typeof notificationContract.choose>,
): Promise<MessageRule> {
  const { id: userId } = authorizeSelf(ctx, "write");
  if (ways.inbox === false && !canLeaveInbox(kind))
    throw invalid("inbox", "Requests to you stay in the inbox. Turn off their emails instead.");
  return transact(ctx, async (tx) => {
    const { inbox, mail, digest } = (await rulesOf(tx, userId))[kind];
    const chosen = {
      ...{ inbox: ways.inbox ?? inbox, mail: ways.mail ?? mail, digest: ways.digest ?? digest },
      ...(ways.mail || ways.digest ? { unsubscribedAt: null } : {}),
    };
    await tx.db.messageRule.upsert({
      where: { userId_kind: { userId, kind } },
      create: { userId, kind, ...chosen },
      update: chosen,
    });
    return unrecorded("how someone is notified is their own setting", async () => (await rulesOf(tx, userId))[kind]);
  });
}

/** Mutes or unmutes an item for me: only what it asks of me is in the inbox, and no email is sent. */
export async function muteNotifications(
  ctx: Ctx,
  { item, muted }: InputOf<typeof notificationContract.mute>,
): Promise<{ item: string; muted: boolean }> {
  const { id: userId } = authorizeSelf(ctx, "write");
  return transact(ctx, async (tx) => {
    const where = { userId_item: { userId, item } };
    if (muted) await tx.db.mutedItem.upsert({ where, create: { userId, item, mutedAt: tx.now() }, update: {} });
    else await tx.db.mutedItem.deleteMany({ where: { userId, item } });
    return unrecorded("what someone has muted is their own", () => ({ item, muted }));
  });
}
