import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test } from "vitest";
import { onDatabase } from "#server/testing/on-database.ts";
import { makeRunFolder, removeRunFolder } from "#server/testing/run-folder.ts";
import { readCluster } from "./cluster-file.ts";
import { type EmbeddedDatabase, findEmbedded, startEmbedded } from "./embedded.ts";
import { isAlive } from "./process-identity.ts";

const log = pino({ level: "silent" });
let dataDir: string;
let running: EmbeddedDatabase | null = null;
beforeEach(() => {
  dataDir = makeRunFolder();
});
afterEach(async () => {
  await running?.stop();
  running = null;
  removeRunFolder(dataDir);
});

const start = async () => {
  running = await startEmbedded({ dataDir, log });
  return running;
};
/** Throws without a process, because a signal to 0 would end the tests themselves. */
const pidOf = (): number => {
  const pid = readCluster(dataDir)?.pid ?? 0;
  if (pid === 0) throw new Error("no PostgreSQL has been started here");
  return pid;
};
const read = (url: string) => onDatabase(url, async (client) => (await client.query("select n from t")).rows[0]?.n);
const write = (url: string) => onDatabase(url, (client) => client.query("create table t as select 42 as n"));

test("creates a database that keeps its address and its data after a stop", async () => {
  const first = await start();
  await write(first.url);
  expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
  expect(findEmbedded(dataDir)).toEqual({ url: first.url, isRunning: true });
  const pid = pidOf();
  await first.stop();
  running = null;
  expect(isAlive(pid)).toBe(false);
  expect(findEmbedded(dataDir)).toEqual({ url: first.url, isRunning: false });
  const second = await start();
  expect(second).toMatchObject({ url: first.url, adopted: false });
  expect(await read(second.url)).toBe(42);
});

test("listens on loopback only, requires the password, and makes every commit durable", async () => {
  const { url } = await start();
  const settings = await onDatabase(url, async (client) => {
    const { rows } = await client.query("select name, setting from pg_settings where name = any($1)", [
      ["listen_addresses", "fsync", "synchronous_commit", "full_page_writes", "password_encryption"],
    ]);
    return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  });
  expect(settings).toEqual({
    listen_addresses: "127.0.0.1",
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    password_encryption: "scram-sha-256",
  });
  const wrong = Object.assign(new URL(url), { password: "guess" }).href;
  await expect(read(wrong)).rejects.toThrow(/password authentication failed/);
});

test("the extensions that the schema needs are there", async () => {
  const { url } = await start();
  await onDatabase(url, async (client) => {
    for (const name of ["pg_trgm", "unaccent", "citext", "btree_gin"]) await client.query(`create extension ${name}`);
  });
});

test("one that is killed restarts automatically with everything that was committed", async () => {
  const { url } = await start();
  await write(url);
  const pid = pidOf();
  process.kill(pid, "SIGKILL");
  let found: unknown;
  // On a busy machine, the killed one can take one more connection.
  for (
    const end = Date.now() + 20_000;
    (found === undefined || pidOf() === pid) && Date.now() < end;
    await sleep(100)
  ) {
    found = await read(url).catch(() => undefined);
  }
  expect(found).toBe(42);
  expect(pidOf()).not.toBe(pid);
});

const ownerScript = (folder: string) => `
  import { pino } from "pino";
  import { startEmbedded } from "#server/base/db/embedded.ts";
  await startEmbedded({ dataDir: ${JSON.stringify(folder)}, log: pino({ level: "silent" }) });
  process.kill(process.pid, "SIGKILL");`;
const startAndBeKilled = () => {
  const args = ["--input-type=module-typescript", "--eval", ownerScript(dataDir)];
  expect(() => execFileSync(process.execPath, args, { stdio: "ignore" })).toThrow(
    expect.objectContaining({ signal: "SIGKILL" }),
  );
};

test("takes over a cluster that a killed server left running", async () => {
  startAndBeKilled();
  const pid = pidOf();
  expect(isAlive(pid)).toBe(true);
  expect(await start()).toMatchObject({ adopted: true });
  expect(pidOf()).toBe(pid);
});

test("starts after a power cut, even if its process id now belongs to another program", async () => {
  startAndBeKilled();
  process.kill(pidOf(), "SIGKILL");
  const pidFile = join(dataDir, "postgres", "postmaster.pid");
  writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(/^\d+/, String(process.pid)));
  expect(await start()).toMatchObject({ adopted: false });
});

test("a second owner is rejected and the first continues", async () => {
  const { url } = await start();
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow(/another Afterword/);
  await write(url);
});

test("data without its password file is never overwritten", async () => {
  const { stop } = await start();
  await stop();
  running = null;
  writeFileSync(join(dataDir, "postgres.json.kept"), readFileSync(join(dataDir, "postgres.json")));
  execFileSync("rm", [join(dataDir, "postgres.json")]);
  await expect(startEmbedded({ dataDir, log })).rejects.toThrow(/postgres.json/);
  expect(existsSync(join(dataDir, "postgres", "PG_VERSION"))).toBe(true);
});
