import { mkdirSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readCluster } from "#server/base/db/cluster-file.ts";
import { freePort } from "#server/base/db/free-port.ts";
import { stopPostmaster } from "#server/base/db/postmaster.ts";
import { isAlive } from "#server/base/db/process-identity.ts";
import { type MainProcess, startMain } from "#server/testing/main-process.ts";
import { makeRunFolder, removeRunFolder } from "#server/testing/run-folder.ts";
import { silentProxy } from "#server/testing/silent-proxy.ts";
import { testDatabase } from "#server/testing/test-database.ts";

vi.setConfig({ testTimeout: 120_000 });

let dataDir: string;
let port: number;
const started: MainProcess[] = [];
beforeEach(async () => {
  dataDir = join(makeRunFolder(), "data");
  mkdirSync(dataDir);
  port = await freePort();
});
afterEach(async () => {
  for (const server of started.splice(0)) {
    server.signal("SIGKILL");
    await server.exit();
  }
  const pid = readCluster(dataDir)?.pid;
  if (pid) await stopPostmaster(pid);
  removeRunFolder(join(dataDir, ".."));
});

async function start(settings: Record<string, string> = {}): Promise<MainProcess> {
  const server = await startMain({ AFTERWORD_DATA: dataDir, PORT: String(port), ...settings });
  started.push(server);
  return server;
}

test("says its address, is ready, answers operations, rejects unknown upgrades, and ends cleanly at SIGTERM", async () => {
  const server = await start();
  const url = await server.ready();
  expect(url).toBe(`http://127.0.0.1:${port}`);
  expect(await (await fetch(`${url}/healthz`)).text()).toBe("alive\n");
  const readiness = await fetch(`${url}/readyz`);
  expect(readiness.status).toBe(200);
  expect(await readiness.json()).toEqual({
    ready: true,
    state: "ready",
    database: "ok",
    log: "ok",
    disk: "ok",
    migrations: "ok",
    jobs: "ok",
  });
  const metrics = await (await fetch(`${url}/metrics`)).text();
  for (const name of ["process_cpu_user_seconds_total", "afterword_outbox_waiting", "afterword_jobs_waiting"])
    expect(metrics).toMatch(new RegExp(`^${name}`, "m"));
  const proxied = await fetch(`${url}/metrics`, { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(proxied.status).toBe(403);
  expect(await upgradeStatus("/unknown")).toBe("HTTP/1.1 404 Not Found");
  expect(server.output).toMatch(/create the first admin with this one-time code:\n {2}\S+/);

  const postmaster = readCluster(dataDir)?.pid ?? 0;
  const startedAt = Date.now();
  server.signal("SIGTERM");
  expect(await server.exit(), server.output).toBe(0);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
  expect(isAlive(postmaster)).toBe(false);
});

test("a database that went silent is said in /readyz, and SIGTERM ends the process anyway", async () => {
  const database = await testDatabase();
  const proxy = await silentProxy(database.url);
  try {
    const server = await start({ DATABASE_URL: proxy.url });
    const url = await server.ready();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    proxy.silence();
    let readiness = await fetch(`${url}/readyz`);
    for (; readiness.status === 200; readiness = await fetch(`${url}/readyz`)) await sleep(200);
    expect(await readiness.json()).toMatchObject({ ready: false, database: "failing" });
    server.signal("SIGTERM");
    expect(await server.exit(), server.output).toBe(0);
  } finally {
    proxy.close();
    await database.close();
  }
});

test("after SIGKILL of everything the next start needs no hand", async () => {
  const first = await start();
  await first.ready();
  const postmaster = readCluster(dataDir)?.pid;
  first.signal("SIGKILL");
  expect(postmaster).toBeGreaterThan(1);
  if (postmaster) process.kill(postmaster, "SIGKILL");
  await first.exit();
  const second = await start();
  await second.ready();
  second.signal("SIGTERM");
  expect(await second.exit(), second.output).toBe(0);
});

test("a second start on the same folder, and one on a taken port, state what to do and fail; Ctrl-C stops the first", async () => {
  const first = await start();
  await first.ready();
  const samePort = await start();
  expect(await samePort.exit(), samePort.output).toBe(1);
  expect(samePort.output).toContain(`port ${port} on 127.0.0.1 is taken`);
  const sameFolder = await start({ PORT: String(await freePort()) });
  expect(await sameFolder.exit(), sameFolder.output).toBe(1);
  expect(sameFolder.output).toMatch(/another Afterword \(process \d+\) is using[\s\S]*What to do:/);
  // Ctrl-C reaches the process twice, from the terminal and through npm: that is one request to stop.
  first.signal("SIGINT");
  first.signal("SIGINT");
  expect(await first.exit(), first.output).toBe(0);
});

test("SIGTERM while demo data is loaded stops at once, without loading the rest", async () => {
  const server = await start({ AFTERWORD_DEMO: "1" });
  await vi.waitUntil(() => hasRow('select 1 from "user" limit 1'), { timeout: 60_000, interval: 50 });
  server.signal("SIGTERM");
  expect(await server.exit(), server.output).toBe(0);
  expect(server.output).not.toContain("demo data loaded");
  expect(server.output).not.toContain("did not stop");
});

/** Returns whether the embedded database of the starting server has such a row yet. */
async function hasRow(query: string): Promise<boolean> {
  const cluster = readCluster(dataDir);
  if (!cluster) return false;
  const client = new pg.Client(cluster);
  try {
    await client.connect();
    return (await client.query(query)).rows.length > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

test.each([
  [{ PORT: "http" }, "PORT=http (expected a whole number)"],
  [{ DATABASE_URL: "postgresql://nobody:secret@127.0.0.1:9/x" }, "the database at 127.0.0.1:9/x can't be used"],
  [{ HOST: "203.0.113.1" }, "this machine doesn't have the address 203.0.113.1"],
])("a start that cannot work fails in words: %o", async (settings, words) => {
  const server = await start(settings);
  expect(await server.exit(), server.output).toBe(1);
  expect(server.output).toContain(words);
  expect(server.output).toContain("What to do:");
  expect(server.output).not.toContain("secret@");
});

function upgradeStatus(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, "127.0.0.1", () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
    });
    socket.once("data", (data) => {
      socket.destroy();
      resolve(data.toString().split("\r\n", 1)[0] ?? "");
    });
    socket.once("error", reject);
  });
}
