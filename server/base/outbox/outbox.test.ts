import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { listen } from "#server/base/db/listen.ts";
import { outboxChannel } from "#server/base/kernel/outbox.ts";
import { onDatabase } from "#server/testing/on-database.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { OutboxRelay } from "./index.ts";

const log = pino({ level: "silent" });
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterEach(() => database.prisma.outboxEvent.deleteMany());
afterAll(() => database.close());

const put = (notificationId: string, createdAt = new Date()) =>
  database.prisma.outboxEvent.create({
    data: { topic: "notification.created", payload: { notificationId }, createdAt },
  });

test("each row is handled once, in order, even by several processes at a time", async () => {
  for (let i = 0; i < 120; i += 1) await put(String(i));
  const seen: string[] = [];
  const handlers = {
    "notification.created": async ({ notificationId }: { notificationId: string }) => {
      seen.push(notificationId);
      await sleep(1);
    },
  };
  const drain = () => new OutboxRelay(database.prisma, handlers).drain();
  await Promise.all([drain(), drain(), drain()]);
  await drain();
  expect([...seen].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 120 }, (_, i) => String(i)));
  expect(await database.prisma.outboxEvent.count({ where: { processedAt: null } })).toBe(0);
});

test("a row that fails keeps its error, delays no other, and is tried again later", async () => {
  const bad = await put("bad");
  const good = await put("good");
  const handle = vi.fn(async ({ notificationId }: { notificationId: string }) => {
    if (notificationId === "bad") throw new Error("no mail server");
  });
  const handlers = { "notification.created": handle };
  const relay = new OutboxRelay(database.prisma, handlers);
  await relay.drain();
  expect(await database.prisma.outboxEvent.findUniqueOrThrow({ where: { id: good.id } })).toMatchObject({
    attempts: 0,
  });
  const failed = await database.prisma.outboxEvent.findUniqueOrThrow({ where: { id: bad.id } });
  expect(failed).toMatchObject({ attempts: 1, lastError: "no mail server", processedAt: null });
  await relay.drain();
  expect(handle).toHaveBeenCalledTimes(2);
  await database.prisma.outboxEvent.update({
    where: { id: bad.id },
    data: { createdAt: new Date(Date.now() - 60_000) },
  });
  handle.mockImplementation(async () => undefined);
  await relay.drain();
  expect(handle).toHaveBeenCalledTimes(3);
  expect(await database.prisma.outboxEvent.count({ where: { processedAt: null } })).toBe(0);
});

test("a blocked row continues separately: rows of others are settled, and those of its person wait for it", async () => {
  for (const userId of ["ada", "ben", "ada", "ben"])
    await database.prisma.outboxEvent.create({
      data: { topic: "notification.created", payload: { notificationId: "x", userId } },
    });
  await database.prisma.outboxEvent.create({ data: { topic: "access.changed", payload: {} } });
  const released = Promise.withResolvers<void>();
  const begun: string[] = [];
  const handlers = {
    "notification.created": async ({ userId }: { userId?: string }) => {
      begun.push(userId ?? "");
      if (userId === "ada") await released.promise;
    },
  };
  const relay = new OutboxRelay(database.prisma, handlers, { patienceMs: 20 });
  await relay.drain();
  expect(begun).toEqual(["ada", "ben", "ben"]);
  expect(await database.prisma.outboxEvent.count({ where: { processedAt: null } })).toBe(2);
  released.resolve();
  await relay.settled();
  await relay.drain();
  expect(begun).toEqual(["ada", "ben", "ben", "ada"]);
  expect(await database.prisma.outboxEvent.count({ where: { processedAt: null } })).toBe(0);
});

test("receives what another process commits, not what it rolls back, and replaces a broken connection", async () => {
  const heard: unknown[] = [];
  const onGap = vi.fn();
  const channels = outboxChannel((message) => heard.push(message));
  const feed = listen({ url: database.url, log, channels, onGap });
  const insert = (id: string, end: string) =>
    onDatabase(database.url, async (client) => {
      await client.query("begin");
      await client.query("insert into outbox_event (topic, payload) values ('access.changed', $1)", [{ userId: id }]);
      await client.query(end);
    });
  // What was committed before it listened must be checked as well.
  await vi.waitFor(() => expect(onGap).toHaveBeenCalledOnce(), 5000);
  await insert("rolled back", "rollback");
  await insert("committed", "commit");
  await vi.waitFor(() => expect(heard).toEqual([{ topic: "access.changed", payload: { userId: "committed" } }]), 5000);

  const kill =
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'afterword listen' and datname = current_database()";
  await onDatabase(database.url, (client) => client.query(kill));
  await vi.waitFor(() => expect(onGap).toHaveBeenCalledTimes(2), 10_000);
  await insert("after the gap", "commit");
  await vi.waitFor(() => expect(heard).toHaveLength(2), 5000);
  await feed.stop();
});

test("a feed that is stopped while it connects ends", async () => {
  for (const waitMs of [0, 1, 3, 10]) {
    const channels = outboxChannel(() => undefined);
    const feed = listen({ url: database.url, log, channels, onGap: () => undefined });
    await sleep(waitMs);
    await feed.stop();
  }
});
