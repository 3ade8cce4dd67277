import { createTransport, type Transporter } from "nodemailer";
import type { Config } from "#server/base/process/config.ts";

export interface Mail {
  to: string;
  subject: string;
  /** Every mail says no more than the inbox in the app does. */
  text: string;
  html: string;
}

const transports = new Map<string, Transporter>();

/** Sends by SMTP_URL; false when there is none (the inbox in the app has everything). Throws what the mail server says. */
export async function sendMail(
  config: Pick<Config, "smtpUrl" | "mailFrom">,
  { to, subject, text, html }: Mail,
): Promise<boolean> {
  if (config.smtpUrl === null) return false;
  const transport = transports.get(config.smtpUrl) ?? createTransport(config.smtpUrl);
  transports.set(config.smtpUrl, transport);
  await transport.sendMail({ from: config.mailFrom, to, subject, text, html });
  return true;
}
