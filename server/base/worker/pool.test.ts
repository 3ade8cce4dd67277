import { getPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { type Task, WorkerPool } from "./index.ts";

const entry = fileURLToPath(new URL("./testing/odd-worker.ts", import.meta.url));
const COUNT: Task<{ to: number }, number, undefined> = { name: "count" };
const SUM: Task<null, number, number> = { name: "sum" };
const bad = (name: string): Task<null, unknown, undefined> => ({ name });

const limits = { size: 2, waiting: 3, seconds: 60, memoryMb: 64 };
const pools: WorkerPool[] = [];
function poolOf(some: Partial<typeof limits> = {}) {
  const pool = new WorkerPool(entry, { ...limits, ...some });
  pools.push(pool);
  return pool;
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const all = async <Piece>(pieces: AsyncIterable<Piece>) => {
  const found: Piece[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
};
const count = (pool: WorkerPool, to = 3, owner = "ann") => all(pool.run(COUNT, { to }, { owner }));

describe("a pool of workers", () => {
  it("returns results one by one and receives an answer to each", async () => {
    const pool = poolOf();
    expect(await count(pool)).toEqual([1, 2, 3]);
    const sum = pool.run(SUM, null, { owner: "ann" });
    await sum.next();
    expect((await sum.next(4)).value).toBe(4);
    expect((await sum.next(5)).value).toBe(9);
    await sum.return();
    expect(await count(pool)).toEqual([1, 2, 3]);
  });

  it("keeps a worker that returned its one result", async () => {
    const pool = poolOf();
    const thread = () => pool.result<null, number>({ name: "thread" }, null, { owner: "ann" });
    expect(await thread()).toBe(await thread());
  });

  it.runIf(process.platform === "linux")("gives way to the rest of the process", async () => {
    const before = getPriority();
    const ofWorker = await poolOf().result<null, number>({ name: "priority" }, null, { owner: "ann" });
    expect(ofWorker).toBe(Math.min(before + 10, 19));
    expect(getPriority()).toBe(before);
  });

  it("accepts no task with several results where one is expected", async () => {
    const pool = poolOf();
    await expect(pool.result(COUNT, { to: 3 }, { owner: "ann" })).rejects.toThrow("count yielded 3 results, not one");
  });

  it("completes many tasks with few workers", async () => {
    const pool = poolOf({ waiting: 30 });
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => count(pool, n + 1, `p${n % 3}`)));
    expect(answers.map(({ length }) => length)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it.each<[string, Partial<typeof limits>, object]>([
    ["refuse", {}, { code: "invalid", message: "Nothing in it" }],
    ["fail", {}, { message: expect.stringContaining("broken") }],
    [
      "spin",
      { seconds: 2 },
      { code: "too_large", message: expect.stringContaining("2 s, the limit of AFTERWORD_WORKER_SECONDS") },
    ],
    [
      "hog",
      {},
      {
        code: "too_large",
        message: expect.stringContaining("64 MB of memory, the limit of AFTERWORD_WORKER_MEMORY_MB"),
      },
    ],
    ["die", {}, {}],
    ["deep", {}, { code: "too_large", message: expect.stringContaining("lines are too long") }],
    ["unheard of", {}, { message: expect.stringContaining("no work called") }],
  ])("of which one must %s fails that work alone", async (name, some, error) => {
    const pool = poolOf(some);
    const beside = pool.run(SUM, null, { owner: "bea" });
    await beside.next();
    await expect(all(pool.run(bad(name), null, { owner: "ann" }))).rejects.toMatchObject(error);
    expect((await beside.next(7)).value).toBe(7);
    expect(await count(pool)).toEqual([1, 2, 3]);
    await beside.return();
  });

  it("ends work that no one waits for, while it computes and before it starts", async () => {
    const pool = poolOf({ size: 1 });
    const [first, second] = [new AbortController(), new AbortController()];
    const spinning = pool.run(bad("spin"), null, { owner: "ann", signal: first.signal });
    await spinning.next();
    const computing = spinning.next();
    const waiting = all(pool.run(COUNT, { to: 1 }, { owner: "bea", signal: second.signal }));
    second.abort(new Error("left"));
    await expect(waiting).rejects.toThrow("left");
    first.abort(new Error("gone"));
    await expect(computing).rejects.toThrow("gone");
    expect(await count(pool)).toEqual([1, 2, 3]);
    await expect(all(pool.run(COUNT, { to: 1 }, { owner: "ann", signal: first.signal }))).rejects.toThrow("gone");
  });

  it("keeps a worker for others, however much one person requests", async () => {
    const pool = poolOf();
    const mine = pool.run(SUM, null, { owner: "ann" });
    await mine.next();
    const more = count(pool, 1, "ann");
    expect(await count(pool, 2, "bea")).toEqual([1, 2]);
    await mine.return();
    expect(await more).toEqual([1]);
  });

  it("rejects when too many wait, and says when to try again", async () => {
    const pool = poolOf({ size: 1, waiting: 1 });
    const running = pool.run(SUM, null, { owner: "ann" });
    await running.next();
    const waiting = count(pool, 1, "bea");
    await expect(count(pool, 1, "cas")).rejects.toMatchObject({
      code: "rate_limited",
      details: { retryAfterSeconds: 30 },
    });
    await running.return();
    expect(await waiting).toEqual([1]);
  });

  it("ends everything when it closes, running or waiting", async () => {
    const pool = poolOf({ size: 1 });
    const running = pool.run(bad("spin"), null, { owner: "ann" });
    await running.next();
    const computing = expect(running.next()).rejects.toMatchObject({ code: "unavailable" });
    const waiting = expect(count(pool, 1, "bea")).rejects.toMatchObject({ code: "unavailable" });
    await pool.close();
    await computing;
    await waiting;
    await expect(count(pool)).rejects.toMatchObject({ code: "unavailable" });
  });
});
