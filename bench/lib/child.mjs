import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../../bin/run.mjs";

const READY_MS = 60_000;

/** Programs that are still running. All are stopped when this process ends, however it ends. */
const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill("SIGTERM");
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));

/**
 * Starts a Node program of this project, or of the checkout `cwd`, with `flags` for Node, and waits until its output
 * matches `ready`. Returns {match, startMs, pid, output(), stop(), kill()}. Throws with its output if it exits first or
 * is not ready within a minute.
 */
export async function startProgram(script, { cwd = root, env = {}, flags = [], ready }) {
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, script], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  child.once("exit", () => running.delete(child));
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-20_000);
    });
  const match = await readyLine(child, () => ready.exec(output), script).catch((error) => {
    child.kill("SIGKILL");
    throw new Error(`${error.message}\n${output}`);
  });
  return {
    match,
    startMs: performance.now() - started,
    pid: child.pid,
    output: () => output,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
    /** Ends the program as a power failure would. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function readyLine(child, find, script) {
  for (const end = performance.now() + READY_MS; performance.now() < end; await sleep(5)) {
    const match = find();
    if (match) return match;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${script} ended before it was ready`);
  }
  throw new Error(`${script} was not ready within a minute`);
}
