import { pino } from "pino";
import { uuidv7 } from "uuidv7";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import * as Y from "yjs";
import { SCHEMA_VERSION } from "#lib/document/schema-version.ts";
import { type OpenedPools, openDatabase } from "#server/base/db/client.ts";
import { type Pulse, startPulse } from "#server/base/db/pulse.ts";
import { type SilentProxy, silentProxy } from "#server/testing/silent-proxy.ts";
import { type TestDatabase, testDatabase } from "#server/testing/test-database.ts";
import { UpdateLog } from "./log.ts";

vi.setConfig({ testTimeout: 90_000 });
const WAIT = { timeout: 60_000, interval: 50 };

let database: TestDatabase;
let proxy: SilentProxy;
let opened: OpenedPools;
let log: UpdateLog;
let pulse: Pulse;
let documentId: string;

beforeEach(async () => {
  database = await testDatabase();
  proxy = await silentProxy(database.url);
  opened = openDatabase(proxy.url, { poolSize: 3, logPoolSize: 3 });
  log = new UpdateLog(opened.logPool, { retryMs: 60_000 });
  pulse = startPulse(opened, pino({ level: "silent" }), { everyMs: 100, patienceMs: 1000 });
  documentId = uuidv7();
  await database.prisma.documentHead.create({ data: { id: documentId, schemaVersion: SCHEMA_VERSION } });
});
afterEach(async () => {
  pulse.stop();
  await opened.close();
  proxy.close();
  await database.close();
});

function edit(): Promise<number> {
  const update = Y.encodeStateAsUpdate(new Y.Doc());
  return log.append({ documentId, update, userId: null, sessionId: null, newClients: [] });
}
/** Leaves several idle connections in both pools. */
const warmUp = () =>
  Promise.all([
    ...Array.from({ length: 3 }, () => opened.logPool.query("select pg_sleep(0.1)")),
    ...Array.from({ length: 3 }, () => opened.prisma.user.count()),
    edit(),
  ]);

it("commits edits on fresh connections after the old ones became silent", async () => {
  await warmUp();
  proxy.silence({ onlyOpen: true });
  const reading = opened.prisma.user.count().catch(() => "given up");
  expect(await Promise.all([edit(), edit()])).toEqual([2, 3]);
  await reading;
  expect(await opened.prisma.user.count()).toBe(0);
  expect(log.isFailing).toBe(false);
});

it("reports that it can't commit while nothing answers, and continues once something does", async () => {
  await warmUp();
  proxy.silence();
  const waiting = edit();
  await vi.waitFor(() => expect(log.isFailing).toBe(true), WAIT);
  await vi.waitFor(() => expect(pulse.isSilent).toBe(true), WAIT);
  proxy.restore();
  expect(await waiting).toBe(2);
  await vi.waitFor(() => expect(pulse.isSilent).toBe(false), WAIT);
  expect(log.isFailing).toBe(false);
});

it("closes its pools although nothing answers", async () => {
  await warmUp();
  const hanging = [opened.prisma.user.count(), opened.logPool.query("select 1")];
  proxy.silence();
  const more = [opened.prisma.user.count(), opened.logPool.query("select 1")];
  await opened.close();
  await Promise.allSettled([...hanging, ...more]);
});
