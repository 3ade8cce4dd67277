import type { PrismaClient } from "#generated/prisma/client.ts";
import type { Config } from "#server/config.ts";
import { sendMail } from "./send-mail.ts";

type MailConfig = Pick<Config, "smtpUrl" | "mailFrom" | "publicUrl" | "host" | "port">;

/** Mails one line of an inbox to its person. Does nothing when it is gone, the person is disabled, or it was read already. */
export async function mailNotification(
  prisma: PrismaClient,
  config: MailConfig,
  notificationId: string,
): Promise<void> {
  if (config.smtpUrl === null) return;
  const notification = await prisma.notification.findUnique({
    where: { id: notificationId },
    select: {
      subject: true,
      body: true,
      href: true,
      readAt: true,
      user: { select: { email: true, disabledAt: true } },
    },
  });
  if (!notification || notification.readAt !== null || notification.user.disabledAt !== null) return;
  const origin = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const { subject, body, href, user } = notification;
  const text = [body, new URL(href, origin).href].filter((part) => part !== "").join("\n\n");
  await sendMail(config, { to: user.email, subject, text: `${text}\n` });
}
