import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prisma } from "#generated/prisma/client.ts";
import type { UserActor } from "#lib/base/access/actor.ts";
import { DAY_MS, HOUR_MS } from "#lib/base/time/spans.ts";
import { listDeliveries, retryDelivery } from "#server/across/delivery/index.ts";
import { listNotifications, rulesOf, writeDigests } from "#server/across/notification/index.ts";
import type { Attempt } from "#server/base/outbox/index.ts";
import { createIncident } from "#server/incidents/incident/index.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type SmtpServer, startSmtp } from "#server/testing/smtp-server.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { mailNotification, readUnsubscribeToken, unsubscribe } from "./index.ts";
import { mailForms } from "./mail-forms.ts";
import { unsubscribeToken } from "./unsubscribe.ts";

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
const FIRST: Attempt = { number: 1, nextAt: new Date("2030-01-01T00:00:00Z") };
const send = (notificationId: string, changed: Partial<ReturnType<typeof config>> = {}, attempt = FIRST) =>
  mailNotification(ctx(), { ...config(), ...changed } as ReturnType<typeof config>, { notificationId, attempt });
const ctx = () => makeContext(database.prisma, { kind: "system", label: "job" });

async function tell(userId: string, changed: Partial<Prisma.NotificationUncheckedCreateInput> = {}): Promise<string> {
  const id = ctx().newId();
  const told = { kind: "action_item.assigned", subject: "2 of your items are late", body: "ACT-1 <Sign>", href: "/" };
  await database.prisma.notification.create({ data: { id, userId, ...told, shownAt: PAST, ...changed } });
  return id;
}
const PAST = new Date("2026-01-01T00:00:00Z");

const as = (actor: UserActor) => makeContext(database.prisma, actor);
const secret = (maker: UserActor) =>
  createIncident(as(maker), {
    ...{ title: "Token in a log", severity: 2, kind: "incident", serviceIds: [], resolvedAt: null },
    ...{ timeZone: "UTC", impactText: "", restricted: true },
  });

beforeAll(async () => {
  smtp = await startSmtp();
  database = await testDatabase();
  reader = await makeUser(database.prisma, "member", "Reader");
});
afterAll(async () => {
  smtp.close();
  await database.close();
});

/** Returns an email with its soft line breaks undone. */
const mail = (index = 0) =>
  (smtp.received[index] ?? "")
    .replace(/=\r\n/g, "")
    .replace(/\r\n[\t ]+/g, " ")
    .replace(/=3D/g, "=");
const field = (name: string, index = 0) => new RegExp(`^${name}: (.*)\r$`, "im").exec(mail(index))?.[1];
const tokenIn = (index = 0) => /\/unsubscribe\/([\w-]+)>/.exec(field("List-Unsubscribe", index) ?? "")?.[1] ?? "";
const rules = (userId: string) => rulesOf(ctx(), userId);
const delivery = (notificationId: string) => database.prisma.messageDelivery.findUnique({ where: { notificationId } });

describe("a notification by email", () => {
  it("has the text of the inbox and a link, as text and as HTML from the same words", async () => {
    const id = await tell(reader.id);
    await send(id);
    expect(smtp.received).toHaveLength(1);
    expect(field("Subject")).toBe("2 of your items are late");
    expect(mail()).toContain("Content-Type: text/plain");
    expect(mail()).toContain("Content-Type: text/html");
    expect(mail()).not.toMatch(/<img|src=/);
    expect(await delivery(id)).toMatchObject({ state: "sent", tries: 1, error: null, words: "", userId: reader.id });
    const links = {
      link: "https://a.example/?a=1&b=2",
      unsubscribe: "https://a.example/u/1",
      settings: "https://a.example/s",
    };
    const { text, html } = mailForms({ subject: "Late <1>", body: "ACT-1 <Sign>\nACT-2", kind: "asked", ...links });
    expect(text).toBe(
      [
        ...["ACT-1 <Sign>", "ACT-2", "", links.link, "", "-- "],
        "You get this because emails about “Asked of me” are on in your settings.",
        ...[`Stop these emails: ${links.unsubscribe}`, `Change your message settings: ${links.settings}`, ""],
      ].join("\n"),
    );
    expect(html).toMatch(
      /<b>Late &lt;1&gt;<\/b>[\s\S]*ACT-1 &lt;Sign&gt;[\s\S]*href="https:\/\/a\.example\/\?a=1&amp;b=2"/,
    );
  });

  it("is not sent without a mail server, once read, done, snoozed or muted, to demo accounts, or to a person who can't see it any more", async () => {
    smtp.received.length = 0;
    const other = await makeUser(database.prisma, "member", "Other");
    const incident = await secret(other);
    await send(await tell(reader.id), { smtpUrl: null as unknown as string });
    await send(await tell(reader.id, { incidentId: incident.id }));
    const changed = async (data: object) => {
      const id = await tell(reader.id);
      await database.prisma.notification.update({ where: { id }, data });
      await send(id);
    };
    await changed({ readAt: new Date() });
    await changed({ doneAt: new Date() });
    await changed({ shownAt: new Date(Date.now() + HOUR_MS) });
    await database.prisma.mutedItem.create({ data: { userId: reader.id, item: "/actions/ACT-77" } });
    await send(await tell(reader.id, { href: "/actions/ACT-77?x=1" }));
    const demo = await makeUser(database.prisma, "member", "Demo");
    await database.prisma.user.update({ where: { id: demo.id }, data: { demo: true } });
    await send(await tell(demo.id));
    const gone = await makeUser(database.prisma, "member", "Gone");
    await database.prisma.user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    await send(await tell(gone.id));
    await send(ctx().newId());
    expect(smtp.received).toEqual([]);
  });

  it("says nothing of a restricted incident, also to those who can read it", async () => {
    smtp.received.length = 0;
    const maker = await makeUser(database.prisma, "member", "Maker");
    const incident = await secret(maker);
    await send(await tell(maker.id, { incidentId: incident.id, href: `/incidents/${incident.key}` }));
    expect(field("Subject")).toBe("New message about a restricted incident");
    expect(mail()).not.toMatch(/Token in a log|Sign|INC-\d/);
  });

  it("is one thread with the others about its item, and with no others", async () => {
    smtp.received.length = 0;
    for (const href of ["/actions/ACT-5", "/actions/ACT-5?from=mail", "/actions/ACT-6", "/"])
      await send(await tell(reader.id, { href }));
    const roots = smtp.received.map((_, index) => field("In-Reply-To", index));
    expect(roots[0]).toMatch(/^<[0-9a-f]{32}@example\.com>$/);
    expect(roots[1]).toBe(roots[0]);
    expect(roots[2]).not.toBe(roots[0]);
    expect(roots[3]).toBeUndefined();
    expect(field("References")).toBe(roots[0]);
    expect(new Set(smtp.received.map((_, index) => field("Message-ID", index))).size).toBe(4);
  });

  it("is tried again if the mail server rejects it, given up after the last attempt, and sent by hand", async () => {
    smtp.received.length = 0;
    const unreachable = { smtpUrl: "smtp://127.0.0.1:1" };
    const id = await tell(reader.id);
    await expect(send(id, unreachable)).rejects.toThrow();
    expect(await delivery(id)).toMatchObject({ state: "waiting", tries: 1, nextTryAt: FIRST.nextAt });
    await expect(send(id, unreachable, { number: 12, nextAt: null })).rejects.toThrow();
    const given = await delivery(id);
    expect(given).toMatchObject({
      state: "given_up",
      tries: 12,
      nextTryAt: null,
      error: expect.stringMatching(/ECONN/),
    });
    const admin = makeContext(database.prisma, await makeUser(database.prisma, "admin", "Admin"));
    const rows = await listDeliveries(admin, { limit: 50, state: "given_up" });
    expect(rows).toMatchObject({ items: [{ id: given?.id, to: "Reader", way: "mail" }], counts: { given_up: 1 } });
    await expect(listDeliveries(as(reader), { limit: 50 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(retryDelivery(as(reader), { id: given?.id ?? "" })).rejects.toMatchObject({ code: "forbidden" });
    await database.prisma.outboxEvent.deleteMany();
    const underWay = {
      topic: "notification.created",
      payload: { notificationId: id },
      claimedUntil: new Date("2099-01-01"),
    };
    await database.prisma.outboxEvent.create({ data: underWay });
    const sending = { details: { rule: "delivery-sending" } };
    await expect(retryDelivery(admin, { id: given?.id ?? "" })).rejects.toMatchObject(sending);
    await database.prisma.outboxEvent.deleteMany();
    expect(await retryDelivery(admin, { id: given?.id ?? "" })).toMatchObject({ state: "waiting" });
    const [again] = await database.prisma.outboxEvent.findMany({ where: { topic: "notification.created" } });
    expect(again?.payload).toMatchObject({ notificationId: id });
    // The attempt that it replaced was still at work, and its failure is not the last word.
    await expect(send(id, unreachable, { number: 12, nextAt: null })).rejects.toThrow();
    expect(await delivery(id)).toMatchObject({ state: "waiting" });
    await send(id);
    await send(id);
    expect(smtp.received).toHaveLength(1);
    expect(await delivery(id)).toMatchObject({ state: "sent", error: null });
    await expect(retryDelivery(admin, { id: given?.id ?? "" })).rejects.toMatchObject({ code: "rule" });
  });
});

describe("unsubscribing by the link in an email", () => {
  it("ends the emails of that kind alone, keeps the inbox, and is in the log", async () => {
    smtp.received.length = 0;
    const person = await makeUser(database.prisma, "member", "Person");
    await send(await tell(person.id));
    expect(field("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
    expect(mail().split(tokenIn()).length).toBe(4);
    const found = await readUnsubscribeToken(ctx(), tokenIn());
    expect(found).toEqual({ userId: person.id, kind: "asked", isEnded: false });
    if (found) await unsubscribe(ctx(), found);
    expect(await rules(person.id)).toMatchObject({
      asked: { inbox: true, mail: false, digest: false, unsubscribedAt: expect.any(String) },
      ladder: { mail: true, unsubscribedAt: null },
    });
    const [id, other] = [await tell(person.id), await tell(person.id, { kind: "ladder.tpm" })];
    await send(id);
    await send(other);
    expect(smtp.received).toHaveLength(2);
    expect(await delivery(id)).toMatchObject({ state: "not_sent", error: "unsubscribed from this kind" });
    const { items } = await listNotifications(as(person), { limit: 50, unread: true, state: "new" });
    expect(items).toHaveLength(3);
  });

  it("needs a token of this server, for a person who is there", async () => {
    const [good, gone] = [tokenIn(), unsubscribeToken({ userId: ctx().newId(), kind: "asked" })];
    for (const token of [good.slice(1), `${good.slice(0, -2)}AA`, "", "x".repeat(60), gone])
      expect(await readUnsubscribeToken(ctx(), token), token).toBeNull();
  });
});

describe("the digest by email", () => {
  it("lists messages that aren't mailed at once, each one time, and none of restricted incidents by name", async () => {
    smtp.received.length = 0;
    const person = await makeUser(database.prisma, "member", "Digested");
    const hidden = await secret(person);
    const at = new Date("2026-11-25T08:00:00Z");
    const now = () => at;
    const mine = { kind: "mention", createdAt: at, shownAt: at };
    await tell(person.id, { ...mine, subject: "Ben mentioned you in “Mail”" });
    await tell(person.id, { ...mine, kind: "action_item.team_new", subject: "New in your team: ACT-7 Sign the mail" });
    await tell(person.id, { ...mine, subject: "Leaked words", incidentId: hidden.id });
    await tell(person.id, { ...mine, subject: "Muted words", href: "/actions/ACT-88" });
    await database.prisma.mutedItem.create({ data: { userId: person.id, item: "/actions/ACT-88" } });
    await tell(person.id, { createdAt: at, shownAt: at, subject: "Mailed at once" });
    const job = makeContext(database.prisma, { kind: "system", label: "job" }, now);
    await writeDigests(job);
    const digest = await database.prisma.notification.findFirstOrThrow({
      where: { userId: person.id, kind: "digest.news" },
    });
    await send(digest.id);
    expect(field("Subject")).toBe("3 new messages");
    expect(mail()).toMatch(/New messages:\s+Ben mentioned you in .+\s+New in your team: ACT-7 Sign the mail/);
    expect(mail()).not.toContain("In your inbox");
    expect(mail()).toContain("Restricted item: open your inbox");
    expect(mail()).not.toMatch(/Leaked words|Muted words|Mailed at once/);
    expect(await readUnsubscribeToken(ctx(), tokenIn())).toMatchObject({ kind: "digest" });
    // It's only mailed, and the next one doesn't repeat it.
    const { items } = await listNotifications(as(person), { limit: 50, unread: false });
    expect(items.map(({ kind }) => kind)).not.toContain("digest.news");
    const next = makeContext(database.prisma, { kind: "system", label: "job" }, () => new Date(at.getTime() + DAY_MS));
    await writeDigests(next);
    expect(await database.prisma.notification.count({ where: { userId: person.id, kind: "digest.news" } })).toBe(1);
  });
});
