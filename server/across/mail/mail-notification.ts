import { createTransport, type Transporter } from "nodemailer";
import { findForMail } from "#server/across/notification/index.ts";
import type { Ctx } from "#server/base/kernel/context.ts";
import { type Config, ownOrigin } from "#server/base/process/config.ts";
import { mailForms } from "./mail-forms.ts";

interface Mail {
  to: string;
  subject: string;
  /** Emails contain no more than the inbox in the app. */
  text: string;
  html: string;
  /** The same on every attempt, so an email that is sent twice is shown once. */
  messageId: string;
}

/** A mail server can take long over an email, but one that is completely silent is given up and tried again. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 30_000, socketTimeout: 120_000 };

const transports = new Map<string, Transporter>();

/**
 * Sends by SMTP_URL. Returns false without one (the inbox in the app has everything). Throws the mail server's error.
 */
async function sendMail(config: Pick<Config, "smtpUrl" | "mailFrom">, mail: Mail): Promise<boolean> {
  if (config.smtpUrl === null) return false;
  const transport = transports.get(config.smtpUrl) ?? createTransport({ url: config.smtpUrl, ...PATIENCE });
  transports.set(config.smtpUrl, transport);
  await transport.sendMail({ from: config.mailFrom, ...mail });
  return true;
}

const messageIdOf = (notificationId: string, from: string) =>
  `<${notificationId}@${/@([\w.-]+)>?\s*$/.exec(from)?.[1] ?? "afterword"}>`;

type MailConfig = Pick<Config, "smtpUrl" | "mailFrom" | "publicUrl" | "host" | "port">;

/**
 * Emails one notification to its person. Does nothing without a mail server, or if the person can't be told any more.
 */
export async function mailNotification(ctx: Ctx, config: MailConfig, notificationId: string): Promise<void> {
  if (config.smtpUrl === null) return;
  const found = await findForMail(ctx, notificationId);
  if (!found) return;
  const link = new URL(found.href, ownOrigin(config)).href;
  const messageId = messageIdOf(notificationId, config.mailFrom);
  await sendMail(config, { to: found.to, subject: found.subject, messageId, ...mailForms({ ...found, link }) });
}
