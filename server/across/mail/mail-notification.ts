import { findForMail } from "#server/across/notification/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { type Config, ownOrigin } from "#server/base/process/config.ts";
import { sendMail } from "./send-mail.ts";
import { writeMail } from "./write-mail.ts";

type MailConfig = Pick<Config, "smtpUrl" | "mailFrom" | "publicUrl" | "host" | "port">;

/** Mails one line of an inbox to its person. Does nothing without a mail server, or when there is nobody to tell any more. */
export async function mailNotification(ctx: Ctx, config: MailConfig, notificationId: string): Promise<void> {
  if (config.smtpUrl === null) return;
  const found = await findForMail(ctx, notificationId);
  if (!found) return;
  const link = new URL(found.href, ownOrigin(config)).href;
  await sendMail(config, { to: found.to, subject: found.subject, ...writeMail({ ...found, link }) });
}
