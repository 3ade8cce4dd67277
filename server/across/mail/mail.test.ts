import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { mailNotification } from "./index.ts";
import { mailForms } from "./mail-forms.ts";
import { type SmtpServer, startSmtp } from "./testing/smtp-server.ts";

let smtp: SmtpServer;
let database: TestDatabase;
let reader: UserActor;

const config = () => ({
  smtpUrl: smtp.url,
  mailFrom: "Afterword <afterword@example.com>",
  publicUrl: "https://afterword.example.com",
  host: "127.0.0.1",
  port: 3000,
});
const ctx = () => makeContext(database.prisma, { kind: "system", label: "job" });

async function tell(userId: string, incidentId: string | null = null): Promise<string> {
  const id = ctx().newId();
  await database.prisma.notification.create({
    data: {
      id,
      userId,
      kind: "mention",
      subject: "2 of your items are late",
      body: "ACT-1 <Sign>",
      href: "/",
      incidentId,
    },
  });
  return id;
}

beforeAll(async () => {
  smtp = await startSmtp();
  database = await testDatabase();
  reader = await makeUser(database.prisma, "member", "Reader");
});
afterAll(async () => {
  smtp.close();
  await database.close();
});

describe("a notification by email", () => {
  it("has the text of the inbox and a link, as text and as HTML", async () => {
    await mailNotification(ctx(), config(), await tell(reader.id));
    expect(smtp.received).toHaveLength(1);
    expect(smtp.received[0]).toContain("Subject: 2 of your items are late");
    expect(smtp.received[0]).toContain("Content-Type: text/plain");
    expect(smtp.received[0]).toContain("Content-Type: text/html");
    expect(mailForms({ subject: "Late <1>", body: "ACT-1 <Sign>\nACT-2", link: "https://a.example/?a=1&b=2" })).toEqual(
      {
        text: "ACT-1 <Sign>\nACT-2\n\nhttps://a.example/?a=1&b=2\n",
        html: expect.stringMatching(
          /<b>Late &lt;1&gt;<\/b>[\s\S]*ACT-1 &lt;Sign&gt;[\s\S]*href="https:\/\/a\.example\/\?a=1&amp;b=2"/,
        ),
      },
    );
  });

  it("is not sent without a mail server, once read, to demo accounts, or to a person who can't see it any more", async () => {
    smtp.received.length = 0;
    const other = await makeUser(database.prisma, "member", "Other");
    const incident = await createIncident(makeContext(database.prisma, other), {
      ...{ title: "Token in a log", severity: 2, kind: "incident", serviceIds: [], resolvedAt: null },
      ...{ timeZone: "UTC", impactText: "", restricted: true },
    });
    await mailNotification(ctx(), { ...config(), smtpUrl: null }, await tell(reader.id));
    await mailNotification(ctx(), config(), await tell(reader.id, incident.id));
    const read = await tell(reader.id);
    await database.prisma.notification.update({ where: { id: read }, data: { readAt: new Date() } });
    await mailNotification(ctx(), config(), read);
    const demo = await makeUser(database.prisma, "member", "Demo");
    await database.prisma.user.update({ where: { id: demo.id }, data: { demo: true } });
    await mailNotification(ctx(), config(), await tell(demo.id));
    const gone = await makeUser(database.prisma, "member", "Gone");
    await database.prisma.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    await mailNotification(ctx(), config(), await tell(gone.id));
    await mailNotification(ctx(), config(), ctx().newId());
    expect(smtp.received).toEqual([]);
  });

  it("fails if the mail server rejects it, so it is tried again", async () => {
    const unreachable = { ...config(), smtpUrl: "smtp://127.0.0.1:1" };
    await expect(mailNotification(ctx(), unreachable, await tell(reader.id))).rejects.toThrow();
  });
});
