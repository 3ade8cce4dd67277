import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder } from "./owner-lock.ts";
import { startedAt } from "./process-identity.ts";

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "afterword-lock-"));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const lockOf = (pid: number, since: string | null) =>
  writeFileSync(join(dataDir, "lock"), JSON.stringify({ pid, startedAt: since }));

test("there is one owner at a time, and another after its release", async () => {
  const release = await claimFolder(dataDir);
  await expect(claimFolder(dataDir)).rejects.toThrow(`another Afterword (process ${process.pid}) is using`);
  release();
  expect(existsSync(join(dataDir, "lock"))).toBe(false);
  (await claimFolder(dataDir))();
});

test("the lock of a process that was killed is taken over", async () => {
  const child = spawn("sleep", ["60"]);
  const pid = child.pid ?? 0;
  lockOf(pid, startedAt(pid));
  await expect(claimFolder(dataDir)).rejects.toThrow(`process ${pid}`);
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  (await claimFolder(dataDir))();
});

test("a reused process id does not lock the folder", async () => {
  lockOf(process.ppid, "1");
  (await claimFolder(dataDir))();
});

test("an unreadable lock is taken over", async () => {
  writeFileSync(join(dataDir, "lock"), "");
  (await claimFolder(dataDir))();
});

test("of many that find a dead owner, one gets the folder", async () => {
  lockOf(2 ** 22 - 1, "1");
  const claims = await Promise.allSettled(Array.from({ length: 12 }, () => claimFolder(dataDir)));
  expect(claims.filter((claim) => claim.status === "fulfilled")).toHaveLength(1);
});
