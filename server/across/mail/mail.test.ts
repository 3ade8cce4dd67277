import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { mailNotification } from "./index.ts";
import { writeMail } from "./write-mail.ts";

const received: string[] = [];
let smtp: Server;
let database: TestDatabase;
let reader: UserActor;

/** As much of SMTP as a mail needs. */
function converse(socket: Socket): void {
  let data: string | null = null;
  socket.write("220 test\r\n");
  socket.on("data", (chunk) => {
    if (data !== null) {
      data += chunk.toString();
      if (!data.endsWith("\r\n.\r\n")) return;
      received.push(data);
      data = null;
      socket.write("250 taken\r\n");
      return;
    }
    const line = chunk.toString();
    if (line.startsWith("DATA")) {
      data = "";
      socket.write("354 go on\r\n");
    } else if (line.startsWith("QUIT")) socket.end("221 bye\r\n");
    else socket.write("250 ok\r\n");
  });
}

const port = () => {
  const address = smtp.address();
  return typeof address === "object" && address ? address.port : 0;
};
const config = () => ({
  smtpUrl: `smtp://127.0.0.1:${port()}`,
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
      kind: "digest",
      subject: "2 things of yours are late",
      body: "ACT-1 <Sign>",
      href: "/",
      incidentId,
    },
  });
  return id;
}

beforeAll(async () => {
  smtp = createServer(converse);
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  database = await testDatabase();
  reader = await makeUser(database.prisma, "member", "Reader");
});
afterAll(async () => {
  smtp.close();
  await database.close();
});

describe("a message by mail", () => {
  it("carries the words of the inbox and the way there, as text and as HTML", async () => {
    await mailNotification(ctx(), config(), await tell(reader.id));
    expect(received).toHaveLength(1);
    expect(received[0]).toContain("Subject: 2 things of yours are late");
    expect(received[0]).toContain("Content-Type: text/plain");
    expect(received[0]).toContain("Content-Type: text/html");
    expect(writeMail({ subject: "Late <1>", body: "ACT-1 <Sign>\nACT-2", link: "https://a.example/?a=1&b=2" })).toEqual(
      {
        text: "ACT-1 <Sign>\nACT-2\n\nhttps://a.example/?a=1&b=2\n",
        html: expect.stringMatching(
          /<b>Late &lt;1&gt;<\/b>[\s\S]*ACT-1 &lt;Sign&gt;[\s\S]*href="https:\/\/a\.example\/\?a=1&amp;b=2"/,
        ),
      },
    );
  });

  it("is not sent without a mail server, once read, to demo accounts, or to who may not see it any more", async () => {
    received.length = 0;
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
    expect(received).toEqual([]);
  });

  it("fails where the mail server refuses, so that it is tried again", async () => {
    const unreachable = { ...config(), smtpUrl: "smtp://127.0.0.1:1" };
    await expect(mailNotification(ctx(), unreachable, await tell(reader.id))).rejects.toThrow();
  });
});
