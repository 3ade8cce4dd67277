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
import { PREPARED } from "#server/base/db/prepared.ts";
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

interface Muted {
  rules: { kind: string; inbox: boolean }[] | null;
  items: string[] | null;
}

const readMuted = (ctx: Ctx, { id }: UserActor): Promise<Muted[]> => ctx.db.$queryRaw<Muted[]>`
  ${PREPARED} SELECT
    (SELECT json_agg(json_build_object('kind', r.kind, 'inbox', r.inbox)) FROM message_rule r
      WHERE r.user_id = ${id}::uuid) AS rules,
    (SELECT json_agg(m.item) FROM muted_item m WHERE m.user_id = ${id}::uuid) AS items`;

/** The messages that a person has muted, by kind or by item. What asks something of them is never muted. */
async function mutedBy(ctx: Ctx, actor: UserActor): Promise<Prisma.NotificationWhereInput | null> {
  const [{ rules, items } = { rules: null, items: null }] = await readMuted(ctx, actor);
  const chosen = new Map(rules?.map(({ kind, inbox }) => [kind, inbox]));
  const kinds = MESSAGE_KINDS.filter(
    (kind) => canLeaveInbox(kind) && !(chosen.get(kind) ?? MESSAGE_DEFAULTS[kind].inbox),
  );
  const any: Prisma.NotificationWhereInput[] = kinds.map(ofKind);
  if (items)
    any.push({
      OR: items.map(aboutItem),
      AND: MESSAGE_KINDS.filter((kind) => !canLeaveInbox(kind)).map((kind) => ({ NOT: ofKind(kind) })),
    });
  return any.length === 0 ? null : { OR: any };
}

/** The messages in each tab of the inbox. A snoozed one is new again once its time has come. */
export async function inboxStates(
  ctx: Ctx,
  actor: UserActor,
): Promise<Record<InboxState, Prisma.NotificationWhereInput>> {
  const muted = await mutedBy(ctx, actor);
  const left: Prisma.NotificationWhereInput = { doneAt: null, ...(muted ? { NOT: muted } : {}) };
  return {
    new: { ...left, shownAt: { lte: ctx.now() } },
    snoozed: { ...left, shownAt: { gt: ctx.now() } },
    done: muted ? { OR: [{ doneAt: { not: null } }, muted] } : { doneAt: { not: null } },
  };
}
