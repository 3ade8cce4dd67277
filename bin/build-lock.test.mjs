import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, it } from "vitest";
import { withBuildLock } from "./build-lock.mjs";

let folder;
let stranger;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "afterword-lock-"));
  stranger = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
});
afterEach(() => {
  stranger.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function leaveLock(pid, ageMs) {
  const lock = join(folder, "build.lock");
  mkdirSync(lock);
  if (pid !== null) writeFileSync(join(lock, "pid"), String(pid));
  const at = new Date(Date.now() - ageMs);
  utimesSync(lock, at, at);
}
const build = (options = {}) => withBuildLock(async () => "built", { folder, staleMs: 1000, ...options });

it.each([
  ["a living process that has nothing to do with it", () => stranger.pid, 60_000],
  ["a process that has ended", () => 2 ** 22 + 1, 0],
  ["this process in an earlier life", () => process.pid, 0],
  ["nobody who wrote down who it was", () => null, 60_000],
])("takes over a lock that was left by %s", async (_whose, pid, ageMs) => {
  leaveLock(pid(), ageMs);
  expect(await build()).toBe("built");
  expect(existsSync(join(folder, "build.lock"))).toBe(false);
});

it("waits for a process that builds, however long, and says so", async () => {
  const order = [];
  const said = [];
  const first = build({ staleMs: 400 }).then(() => order.push("a lock that is free is had at once"));
  await first;
  const slow = withBuildLock(
    async () => {
      await sleep(1200);
      order.push("first");
    },
    { folder, staleMs: 400 },
  );
  writeFileSync(join(folder, "build.lock", "pid"), String(stranger.pid));
  await build({ staleMs: 400, say: (line) => said.push(line) });
  order.push("second");
  await slow;
  expect(order.slice(1)).toEqual(["first", "second"]);
  expect(said).toEqual([expect.stringContaining(`(${stranger.pid})`)]);
});
