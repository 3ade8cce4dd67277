import { createTransport, type Transporter } from "nodemailer";
import { findForMail } from "#server/across/notification/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { type Config, ownOrigin } from "#server/base/process/config.ts";
import { writeMail } from "./write-mail.ts";

interface Mail {
  to: string;
  subject: string;
  /** Every mail says no more than the inbox in the app does. */
  text: string;
  html: string;
}

const transports = new Map<string, Transporter>();

/** Sends by SMTP_URL; false when there is none (the inbox in the app has everything). Throws what the mail server says. */
async function sendMail(
  config: Pick<Config, "smtpUrl" | "mailFrom">,
  { to, subject, text, html }: Mail,
): Promise<boolean> {
  if (config.smtpUrl === null) return false;
  const transport = transports.get(config.smtpUrl) ?? createTransport(config.smtpUrl);
  transports.set(config.smtpUrl, transport);
  await transport.sendMail({ from: config.mailFrom, to, subject, text, html });
  return true;
}

type MailConfig = Pick<Config, "smtpUrl" | "mailFrom" | "publicUrl" | "host" | "port">;

/** Mails one line of an inbox to its person. Does nothing without a mail server, or when there is nobody to tell any more. */
export async function mailNotification(ctx: Ctx, config: MailConfig, notificationId: string): Promise<void> {
  if (config.smtpUrl === null) return;
  const found = await findForMail(ctx, notificationId);
  if (!found) return;
  const link = new URL(found.href, ownOrigin(config)).href;
  await sendMail(config, { to: found.to, subject: found.subject, ...writeMail({ ...found, link }) });
}
