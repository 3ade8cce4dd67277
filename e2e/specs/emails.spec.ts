import { startSmtp } from "#server/testing/smtp-server.ts";
import { firstAdmin } from "../fixtures/first-admin.ts";
import { invite } from "../fixtures/people.ts";
import { expect, test } from "../fixtures/test.ts";
import { startServer } from "../server.ts";

/** The address in a header of an email, in which a long one is folded. */
const linkIn = (mail: string, header: string): string =>
  new RegExp(`^${header}:\\s*<(\\S+)>`, "im").exec(mail.replaceAll(/\r\n\s+/g, " "))?.[1] ?? "";

test("an email ends its kind of email by its link, without a session", async ({ open }) => {
  const smtp = await startSmtp();
  const server = await startServer({ AFTERWORD_DEMO: "0", SMTP_URL: smtp.url });
  try {
    const admin = await firstAdmin(server);
    const [tove, maya] = [await invite(server.url, admin, "tpm"), await invite(server.url, admin, "member")];
    const mailsTo = ({ email }: { email: string }) => smtp.received.filter((mail) => mail.includes(email));
    const assign = (title: string) =>
      tove.api.actionItem.create({ type: "repair", priority: "P2", ownerId: maya.id, title });
    await assign("Replace the disk");
    await expect.poll(() => mailsTo(maya).length, { timeout: 60_000 }).toBe(1);
    const [mail = ""] = mailsTo(maya);
    const { pathname } = new URL(linkIn(mail, "List-Unsubscribe"));
    const page = await open(null, { baseURL: server.url });

    await test.step("the page asks first, and changes nothing on its own", async () => {
      await page.goto(pathname);
      await expect(page.getByRole("heading", { name: "Stop these emails?" })).toBeVisible();
      await assign("Move the host");
      await expect.poll(() => mailsTo(maya).length, { timeout: 60_000 }).toBe(2);
    });

    await test.step("its button ends them, and later messages are only in the inbox", async () => {
      await page.getByRole("button", { name: "Stop these emails" }).press("Enter");
      await expect(page.getByRole("heading", { name: "These emails are off" })).toBeVisible();
      await assign("Test the restore");
      await expect.poll(async () => (await maya.api.notification.list({})).items.length).toBe(3);
      // A later email to someone else shows that the queue has passed hers.
      await admin.actionItem.create({ type: "repair", priority: "P2", ownerId: tove.id, title: "Count the racks" });
      await expect.poll(() => mailsTo(tove).length).toBe(1);
      expect(mailsTo(maya)).toHaveLength(2);
    });
  } finally {
    await server.stop();
    smtp.close();
  }
});
