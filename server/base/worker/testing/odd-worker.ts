import { readlinkSync } from "node:fs";
import { getPriority } from "node:os";
import { basename } from "node:path";
import { threadId } from "node:worker_threads";
import { AppError } from "#lib/base/errors.ts";
import { serveTasks } from "../index.ts";

// Every kind of failing task, for the tests of the pool.
serveTasks({
  *count(input: { to: number }): Generator<number, void, number | undefined> {
    for (let n = 1; n <= input.to; n += 1) yield n;
  },
  *sum(): Generator<number, void, number> {
    let sum = 0;
    for (;;) sum += yield sum;
  },
  *thread(): Generator<number> {
    yield threadId;
  },
  *priority(): Generator<number> {
    yield getPriority(Number(basename(readlinkSync("/proc/thread-self"))));
  },
  *refuse(): Generator<never> {
    yield* [];
    throw new AppError("invalid", { message: "Nothing in it" });
  },
  *fail(): Generator<never> {
    yield* [];
    throw new Error("broken");
  },
  *spin(): Generator<string> {
    yield "begun";
    for (;;);
  },
  *hog(): Generator<never> {
    yield* [];
    const held: unknown[] = [];
    for (;;) held.push(Array.from({ length: 10_000 }, (_, n) => ({ n })));
  },
  *die(): Generator<never> {
    yield* [];
    process.exit(3);
  },
  *deep(): Generator<number> {
    const dig = (): number => 1 + dig();
    yield dig();
  },
});
