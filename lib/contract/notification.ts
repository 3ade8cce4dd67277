import { z } from "zod";
import { INBOX_STATES, MESSAGE_KINDS, SNOOZE_ENDS } from "#lib/base/vocabulary/message-kind.ts";
import { id, instant, localDate, pageInput, pageOf, route } from "./base.ts";

export const Notification = z.strictObject({
  id,
  kind: z.string(),
  subject: z.string(),
  body: z.string(),
  href: z.string(),
  createdAt: instant,
  shownAt: instant.describe("when it appears in the inbox. Later than `createdAt` after a snooze"),
  readAt: instant.nullable(),
  doneAt: instant.nullable(),
  wakes: z
    .enum(SNOOZE_ENDS)
    .nullable()
    .describe("snoozed until its item changes or is due, or only until that is due. Null: until `shownAt`"),
  due: localDate.nullable().describe("the day on which its item is due. Null: none, or you can't read it"),
  settled: z.boolean().describe("of a request: it needs no answer now, because someone answered it or withdrew it"),
});
export type Notification = z.infer<typeof Notification>;

const kind = z.enum(MESSAGE_KINDS);
const changed = z.strictObject({ changed: z.int() });
const item = z
  .string()
  .regex(
    /^\/((actions|reviews|strategy|incidents)\/[A-Z]+-[1-9]\d{0,8}|factors\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/,
    "the path of an item such as /actions/ACT-12",
  );

/** How I am told about a kind of message. */
export const MessageRule = z.strictObject({
  kind,
  inbox: z.boolean(),
  mail: z.boolean().describe("an email at once"),
  digest: z.boolean().describe("a line in the daily digest"),
  unsubscribedAt: instant.nullable().describe("when its emails were unsubscribed from, by a link in one of them"),
});
export type MessageRule = z.infer<typeof MessageRule>;

export const MutedItem = z.strictObject({
  item,
  title: z.string().nullable().describe("null if you can't read it"),
  mutedAt: instant,
});
export type MutedItem = z.infer<typeof MutedItem>;

/** Where a digest went. */
export const SentDigest = z.strictObject({
  sent: z.boolean().describe("false: there was nothing to send"),
  inbox: z.boolean().describe("false for one of nothing but messages that are in the inbox"),
  email: z.string().nullable().describe("the address to which it is mailed. Null: no email is sent"),
});
export type SentDigest = z.infer<typeof SentDigest>;

export const notificationContract = {
  list: route("GET", "/inbox", "My inbox, newest first", "Inbox")
    .input(
      z.strictObject({
        ...pageInput,
        unread: z.boolean().default(false),
        state: z.enum(INBOX_STATES).optional().describe("muted messages are with those that are done. All when absent"),
      }),
    )
    .output(pageOf(Notification)),
  counts: route("GET", "/inbox/counts", "Number of messages in each tab of my inbox", "Inbox").output(
    z.record(z.enum(INBOX_STATES), z.int()),
  ),
  mark: route("POST", "/inbox/mark", "Mark as read or unread", "Inbox")
    .input(z.strictObject({ ids: z.array(id).max(200).optional().describe("all when absent"), read: z.boolean() }))
    .output(changed),
  finish: route("POST", "/inbox/done", "Move messages to Done, or back to New", "Inbox")
    .input(
      z.strictObject({
        ids: z.array(id).max(200).optional().describe("all that are new when absent"),
        done: z.boolean(),
        before: instant.optional().describe("of all: only those that appeared up to this instant"),
        doneAt: instant.optional().describe("to undo: those that moved to Done at this instant, as they were"),
      }),
    )
    .output(changed.extend({ doneAt: instant.describe("when they moved, to undo it") })),
  snooze: route("POST", "/inbox/snooze", "Hide messages until a time, at which they are new and unread again", "Inbox")
    .input(
      z.strictObject({
        ids: z.array(id).min(1).max(200),
        until: z
          .union([instant, z.enum(SNOOZE_ENDS)])
          .nullable()
          .describe("an instant; due: the day on which the item is due; change: that, or when it changes. Null: now"),
        shownAt: instant.optional().describe("with null: when they appeared before, to undo a snooze"),
      }),
    )
    .output(changed),
  sendDigest: route("POST", "/inbox/digest", "Send my digest of today now, at most once a minute", "Inbox")
    .input(z.strictObject({}))
    .output(SentDigest),
  settings: route("GET", "/inbox/settings", "Your message settings and muted items", "Inbox").output(
    z.strictObject({ rules: z.array(MessageRule), muted: z.array(MutedItem) }),
  ),
  choose: route("PUT", "/inbox/settings/{kind}", "Choose how I am told about a kind of message", "Inbox")
    .input(
      z.strictObject({
        kind,
        inbox: z.boolean().optional(),
        mail: z.boolean().optional(),
        digest: z.boolean().optional(),
      }),
    )
    .output(MessageRule),
  mute: route("POST", "/inbox/mutes", "Mute or unmute an item. Its requests to me stay in the inbox.", "Inbox")
    .input(z.strictObject({ item, muted: z.boolean() }))
    .output(z.strictObject({ item, muted: z.boolean() })),
};
