import type { Prisma } from "#generated/prisma/client.ts";
import { mailSubject } from "#lib/across/notification/digest.ts";
import { itemOf } from "#lib/across/notification/item-of.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { todayIn } from "#lib/base/time/today-in.ts";
import { RESTRICTED_TITLE } from "#lib/base/vocabulary/incident.ts";
import {
  DIGEST_CODE,
  type MessageKind,
  MINUTES_CODE,
  MONDAY_CODE,
  messageKindOf,
  NEWS_CODE,
} from "#lib/base/vocabulary/message-kind.ts";
import type { MessageRule } from "#lib/contract/notification.ts";
import { wordsOfMonday } from "#server/across/monday/index.ts";
import { wordsOfMinutes } from "#server/across/walk/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { ACTOR_SELECT, userActor } from "#server/people/auth/user-actor.ts";
import { mailedDigest } from "./hide-titles.ts";
import { rulesOf } from "./settings.ts";
import { notificationVisibleTo } from "./visible-to.ts";

/** Facts about an email in the delivery log. Its text isn't logged. */
interface LoggedMail {
  userId: string;
  kind: string;
  href: string;
  incidentId: string | null;
}

export interface MailedNotification {
  userId: string;
  to: string;
  kind: MessageKind;
  subject: string;
  body: string;
  href: string;
  /** The item whose messages are one thread. Null for a message about several. */
  item: string | null;
  logged: LoggedMail;
}

/** A message as it's mailed now. Or, for the log, the one that isn't because its person has unsubscribed from it. */
interface ForMail {
  mail: MailedNotification | null;
  unsubscribed: LoggedMail | null;
}
const NOTHING: ForMail = { mail: null, unsubscribed: null };

const SELECT = {
  ...{ id: true, userId: true, kind: true, subject: true, body: true, things: true, moreCount: true },
  ...{ href: true, incidentId: true },
  user: { select: { ...ACTOR_SELECT, email: true, timeZone: true } },
} satisfies Prisma.NotificationSelect;
type Row = Prisma.NotificationGetPayload<{ select: typeof SELECT }>;
type Rules = Record<MessageKind, MessageRule>;

/**
 * Returns a notification as it can be emailed now: without a word about restricted incidents. Null if it was deleted,
 * read, done, snoozed or muted, if it's sent with the digest, if the account is a demo account or has no access any
 * more, or if the person can no longer see what it is about.
 */
export async function findForMail(ctx: Ctx, id: string): Promise<ForMail> {
  const row = await ctx.db.notification.findFirst({
    where: { id, readAt: null, doneAt: null, shownAt: { lte: ctx.now() }, user: { demo: false } },
    select: SELECT,
  });
  const actor = row && userActor(row.user, null);
  if (!actor) return NOTHING;
  const [rules, visible] = await Promise.all([rulesOf(ctx, row.userId), notificationVisibleTo(ctx, actor)]);
  const kind = messageKindOf(row.kind);
  const { userId, kind: code, incidentId, user } = row;
  const logged = { userId, kind: code, href: row.href, incidentId };
  if (!rules[kind].mail) return { mail: null, unsubscribed: rules[kind].unsubscribedAt === null ? null : logged };
  const item = itemOf(row.href);
  const [isVisible, isMuted] = await Promise.all([
    ctx.db.notification.count({ where: { AND: [{ id }, visible] } }),
    item === null ? 0 : ctx.db.mutedItem.count({ where: { userId: row.userId, item } }),
  ]);
  if (isVisible === 0 || isMuted > 0) return NOTHING;
  const words = await wordsOf(ctx, row, { actor, rules, visible });
  if (words === null) return NOTHING;
  return { mail: { userId, to: user.email, kind, item, logged, ...words }, unsubscribed: null };
}

interface Reader {
  actor: UserActor;
  rules: Rules;
  visible: Prisma.NotificationWhereInput;
}

/** Returns subject, text and link of an email. Null if there is nothing to say. */
async function wordsOf(ctx: Ctx, row: Row, reader: Reader) {
  if (row.kind === DIGEST_CODE || row.kind === NEWS_CODE) return digestWords(ctx, row, reader);
  const { subject, body, href } = row;
  if (row.kind === MONDAY_CODE) {
    const today = todayIn(row.user.timeZone, ctx.now());
    return { ...(await wordsOfMonday({ ...ctx, actor: reader.actor }, today)), href };
  }
  if (row.kind === MINUTES_CODE) return { ...(await wordsOfMinutes({ ...ctx, actor: reader.actor }, href)), href };
  if (!(await isRestricted(ctx, row.incidentId))) return { subject, body, href };
  return { subject: "New message about a restricted incident", body: "Open it in Afterword.", href: "/inbox" };
}

const isRestricted = async ({ db }: Ctx, id: string | null) =>
  id !== null && (await db.incident.count({ where: { id, restricted: true } })) > 0;

/** A digest has what is late and due, and then the new messages, in the inbox or not, each with its subject. */
async function digestWords(ctx: Ctx, row: Row, { actor, rules, visible }: Reader) {
  const shown = row.kind === DIGEST_CODE ? await mailedDigest(ctx, actor, row, rules) : null;
  const news = await ctx.db.notification.findMany({
    where: { AND: [visible, { digestId: row.id, readAt: null, doneAt: null }] },
    select: { subject: true, incidentId: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const ids = news.flatMap(({ incidentId }) => incidentId ?? []);
  const found = await ctx.db.incident.findMany({ where: { id: { in: ids }, restricted: true }, select: { id: true } });
  const restricted = new Set(found.map(({ id }) => id));
  const lines = news.map(({ subject, incidentId }) =>
    incidentId !== null && restricted.has(incidentId) ? `${RESTRICTED_TITLE}: open your inbox` : subject,
  );
  const body = shown?.body ?? "";
  if (body === "" && lines.length === 0) return null;
  const messages = lines.length === 0 ? [] : ["New messages:", ...lines];
  return {
    subject: mailSubject(shown, lines.length),
    body: [...(body === "" ? [] : [body]), ...messages].join("\n"),
    href: body === "" ? "/inbox" : row.href,
  };
}
