import { createHash } from "node:crypto";
import { createTransport, type SendMailOptions, type Transporter } from "nodemailer";
import { dropMail, keepMail, keepNotSent, sendKept } from "#server/across/delivery/index.ts";
import { findForMail, type MailedNotification } from "#server/across/notification/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import type { Attempt } from "#server/base/outbox/index.ts";
import { type Config, ownOrigin } from "#server/base/process/config.ts";
import { mailForms } from "./mail-forms.ts";
import { unsubscribeToken } from "./unsubscribe.ts";

/** A mail server can take long over an email, but one that is completely silent is given up and tried again. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

const transports = new Map<string, Transporter>();

/** Sends by a mail server. Throws its error. */
async function sendMail(smtpUrl: string, mail: SendMailOptions): Promise<void> {
  const transport = transports.get(smtpUrl) ?? createTransport({ url: smtpUrl, ...PATIENCE });
  transports.set(smtpUrl, transport);
  await transport.sendMail(mail);
}

const idAt = (name: string, from: string) => `<${name}@${/@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? "afterword"}>`;

/**
 * Returns the headers by which a mail program shows the emails about an item as one thread. The first email of the
 * thread doesn't exist, so the order in which they arrive doesn't matter. Its id doesn't name the item.
 */
function threadOf({ item, userId }: MailedNotification, from: string): SendMailOptions {
  if (item === null) return {};
  const root = idAt(createHash("sha256").update(`${userId} ${item}`).digest("hex").slice(0, 32), from);
  return { inReplyTo: root, references: [root] };
}

type MailConfig = Pick<Config, "smtpUrl" | "mailFrom" | "publicUrl" | "host" | "port">;

/**
 * Emails one notification to its person, and stores the outcome in the delivery log. Does nothing without a mail
 * server, or if the person can't be notified any more. Throws the mail server's error, after which it's tried again.
 */
export async function mailNotification(
  ctx: Ctx,
  config: MailConfig,
  { notificationId, attempt }: { notificationId: string; attempt: Attempt },
): Promise<void> {
  const { smtpUrl, mailFrom: from } = config;
  if (smtpUrl === null) return;
  const { mail, unsubscribed } = await findForMail(ctx, notificationId);
  if (unsubscribed) {
    const { id, isSent } = await keepMail(ctx, { notificationId, ...unsubscribed });
    if (!isSent) await keepNotSent(ctx, id, "unsubscribed");
  }
  if (!mail) {
    if (!unsubscribed) await dropMail(ctx, notificationId);
    return;
  }
  const { userId, to, kind, subject } = mail;
  const at = (path: string) => new URL(path, ownOrigin(config)).href;
  const unsubscribe = at(`/unsubscribe/${unsubscribeToken({ userId, kind })}`);
  const forms = mailForms({ ...mail, link: at(mail.href), unsubscribe, settings: at("/settings/messages") });
  const { id, isSent } = await keepMail(ctx, { notificationId, ...mail.logged });
  // An admin sent it again while an attempt of before was still at work.
  if (isSent) return;
  await sendKept(ctx, id, attempt, () =>
    sendMail(smtpUrl, {
      // The same on every attempt, so an email that is sent twice is shown once.
      ...{ from, to, subject, ...forms, messageId: idAt(notificationId, from), ...threadOf(mail, from) },
      headers: {
        "List-Unsubscribe": `<${unsubscribe}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Auto-Submitted": "auto-generated",
      },
    }),
  );
}
