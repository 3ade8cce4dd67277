import { readlinkSync } from "node:fs";
import { getPriority, setPriority } from "node:os";
import { basename } from "node:path";
import { parentPort } from "node:worker_threads";
import { AppError } from "#lib/base/errors.ts";
import type { FromWorker, ToWorker, Work } from "./task.ts";

type AnyWork = Work<never, unknown, never>;

const LOWER_BY = 10;
const LOWEST = 19;

/** Linux has a priority for each thread. If the processors are busy, people's keystrokes come before the reading of a file. */
function giveWay(): void {
  try {
    const thread = Number(basename(readlinkSync("/proc/thread-self")));
    setPriority(thread, Math.min(getPriority(thread) + LOWER_BY, LOWEST));
  } catch {
    // Other systems have no such folder, and all threads stay equal.
  }
}

/** The worker's side: does one task at a time, and waits for an answer after each piece. */
export function serveTasks(works: Readonly<Record<string, AnyWork>>): void {
  const port = parentPort;
  if (!port) throw new Error("this file runs as a worker only");
  giveWay();
  const say = (message: FromWorker) => port.postMessage(message);
  let running: ReturnType<AnyWork> | null = null;

  const goOn = async (message: ToWorker) => {
    try {
      if ("begin" in message) {
        const work = works[message.begin];
        if (!work) throw new Error(`there is no work called ${message.begin}`);
        running = work(message.input as never);
      }
      if (!running) return;
      const next = await running.next(...(("answer" in message ? [message.answer] : []) as [never]));
      if (next.done) running = null;
      say(next.done ? { done: true } : { piece: next.value });
    } catch (error) {
      running = null;
      say(failureOf(error));
    }
  };
  port.on("message", (message: ToWorker) => void goOn(message));
  say({ ready: true });
}

const TOO_DEEP = "This can't be read, because its lines are too long or its parts are nested too deeply. Split it.";

function failureOf(error: unknown): FromWorker {
  // Regular expressions use the stack too: ten million characters in one line fill it.
  if (error instanceof RangeError && /call stack/.test(error.message))
    return { refused: { code: "too_large", details: { message: TOO_DEEP } } };
  if (error instanceof AppError) return { refused: { code: error.code, details: error.details } };
  return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}
