import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import {
  canLeaveInbox,
  codesOf,
  type InboxState,
  MESSAGE_DEFAULTS,
  MESSAGE_KINDS,
  type MessageKind,
} from "#lib/base/vocabulary/message-kind.ts";
import type { Ctx } from "#server/base/kernel/context.ts";

/** The messages of a kind. */
function ofKind(kind: MessageKind): Prisma.NotificationWhereInput {
  const { codes, isOthers } = codesOf(kind);
  return { kind: isOthers ? { notIn: [...codes] } : { in: [...codes] } };
}

/** The messages about an item: its page, or a part of it. */
export const aboutItem = (item: string): Prisma.NotificationWhereInput => ({
  OR: [{ href: item }, { href: { startsWith: `${item}?` } }, { href: { startsWith: `${item}#` } }],
});

/** The messages that a person has muted, by kind or by item. What asks something of them is never muted. */
async function mutedBy(ctx: Ctx, { id: userId }: UserActor): Promise<Prisma.NotificationWhereInput | null> {
  const [rules, items] = await Promise.all([
    ctx.db.messageRule.findMany({ where: { userId }, select: { kind: true, inbox: true } }),
    ctx.db.mutedItem.findMany({ where: { userId }, select: { item: true } }),
  ]);
  const chosen = new Map(rules.map(({ kind, inbox }) => [kind, inbox]));
  const kinds = MESSAGE_KINDS.filter(
    (kind) => canLeaveInbox(kind) && !(chosen.get(kind) ?? MESSAGE_DEFAULTS[kind].inbox),
  );
  const any: Prisma.NotificationWhereInput[] = kinds.map(ofKind);
  if (items.length > 0)
    any.push({
      OR: items.map(({ item }) => aboutItem(item)),
      AND: MESSAGE_KINDS.filter((kind) => !canLeaveInbox(kind)).map((kind) => ({ NOT: ofKind(kind) })),
    });
  return any.length === 0 ? null : { OR: any };
}

/** The messages in a tab of the inbox. A snoozed one is new again once its time has come. */
export async function inState(ctx: Ctx, actor: UserActor, state: InboxState): Promise<Prisma.NotificationWhereInput> {
  const muted = await mutedBy(ctx, actor);
  const left: Prisma.NotificationWhereInput = { doneAt: null, ...(muted ? { NOT: muted } : {}) };
  if (state === "new") return { ...left, shownAt: { lte: ctx.now() } };
  if (state === "snoozed") return { ...left, shownAt: { gt: ctx.now() } };
  return muted ? { OR: [{ doneAt: { not: null } }, muted] } : { doneAt: { not: null } };
}
