import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { UserActor } from "#lib/base/access/actor.ts";
import { notify } from "#server/base/kernel/notify.ts";
import { unrecorded } from "#server/base/kernel/record.ts";
import { transact } from "#server/base/kernel/transaction.ts";
import { bundle } from "#server/testing/bundle.ts";
import { makeContext, makeUser } from "#server/testing/make-context.ts";
import { type SmtpServer, startSmtp } from "#server/testing/smtp-server.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";

const PROGRAM = "server/across/mail/testing/relay-main.ts";
const WAIT = { timeout: 60_000, interval: 50 };
vi.setConfig({ testTimeout: 120_000 });

let database: TestDatabase;
let people: UserActor[];
let smtp: SmtpServer;
let relay: ChildProcess | undefined;

beforeAll(async () => {
  database = await testDatabase();
  people = [await makeUser(database.prisma, "member", "Ada"), await makeUser(database.prisma, "member", "Ben")];
});
afterEach(async () => {
  relay?.kill("SIGKILL");
  smtp.close();
  await database.prisma.outboxEvent.deleteMany();
});
afterAll(() => database.close());

async function startRelay(): Promise<ChildProcess> {
  relay = spawn(process.execPath, [await bundle(PROGRAM), database.url, smtp.url], {
    stdio: ["pipe", "ignore", "ignore"],
  });
  return relay;
}

const tell = (person: UserActor | undefined, subject: string) =>
  transact(makeContext(database.prisma, { kind: "system", label: "job" }), async (tx) => {
    await notify(tx, {
      userId: person?.id ?? "",
      kind: "comment.assigned",
      subject,
      body: "",
      href: "/",
      incidentId: null,
    });
    return unrecorded("a message for the test");
  });
const field = (mail: string, name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(mail)?.[1];
const idsOf = () => smtp.received.map((mail) => field(mail, "Message-ID"));
const waiting = () => database.prisma.outboxEvent.count({ where: { processedAt: null } });

it("repeats at most the email that it was sending when it was killed, with the same Message-ID", async () => {
  smtp = await startSmtp(() => 250);
  for (let at = 0; at < 8; at += 1) await tell(people[at % 2], `Message ${at}`);
  for (const taken of [3, 5]) {
    const first = await startRelay();
    await vi.waitFor(() => expect(smtp.received.length).toBeGreaterThanOrEqual(taken), WAIT);
    const gone = once(first, "exit");
    first.kill("SIGKILL");
    await gone;
  }
  await startRelay();
  await vi.waitFor(async () => expect(await waiting()).toBe(0), WAIT);
  expect(new Set(idsOf()).size).toBe(8);
  expect(new Set(smtp.received.map((mail) => field(mail, "Subject"))).size).toBe(8);
  expect(smtp.received.length).toBeLessThanOrEqual(8 + 2);
});

it("a blocked receiver delays only its own emails", async () => {
  smtp = await startSmtp((mail) => (field(mail, "To")?.includes("ada.") ? null : 0));
  for (let at = 0; at < 12; at += 1) await tell(people[at % 2], `Message ${at}`);
  await startRelay();
  const toBen = () => smtp.received.filter((mail) => field(mail, "To")?.includes("ben."));
  await vi.waitFor(() => expect(toBen()).toHaveLength(6), WAIT);
  expect(smtp.received.length - toBen().length).toBe(1);
  await vi.waitFor(async () => expect(await waiting()).toBe(6), WAIT);
});
