import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** npm passes Ctrl-C on although the terminal has already sent it: a repetition this soon is the same key press. */
const SAME_PRESS_MS = 1000;

/**
 * Runs a program of this project with the same Node and waits for it. Returns its exit code and, if captured, its
 * output. A signal to this process reaches it too. In a separate process group it only gets signals from this process,
 * so it gets each one once.
 */
export function run(program, args, { env = {}, capture = false, onOutput, ownGroup = false } = {}) {
  const child = spawn(program, args, {
    cwd: root,
    detached: ownGroup && process.platform !== "win32",
    env: { ...process.env, ...env },
    stdio: ["ignore", capture ? "pipe" : "inherit", capture ? "pipe" : "inherit"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
      onOutput?.(text);
    });
  }
  let forwardedAt = Number.NEGATIVE_INFINITY;
  const forward = (signal) => {
    if (performance.now() - forwardedAt < SAME_PRESS_MS) return;
    forwardedAt = performance.now();
    child.kill(signal);
  };
  const signals = ["SIGTERM", "SIGINT", "SIGHUP"];
  for (const signal of signals) process.on(signal, forward);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      for (const name of signals) process.off(name, forward);
      resolve({ code: code ?? 1, signal, output });
    });
  });
}

/** Runs a JavaScript file of an installed package. */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);
