import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Early } from "./early.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await vi.runAllTimersAsync(); // every place is free again
  vi.useRealTimers();
});

const ROWS = { loaded: null, owners: new Map<number, string | null>() };
const read = vi.fn(async (): Promise<typeof ROWS | null> => ROWS);
const open = () => new Early(read);

test("documents that wait for a tab's introduction are few, and are kept for a second at most", async () => {
  read.mockResolvedValueOnce(null); // an open one takes no place
  const [, ...waiting] = Array.from({ length: 21 }, open);
  expect(await open().rows()).toBe(null);
  read.mockClear();
  await vi.advanceTimersByTimeAsync(500);
  const late = open();
  expect(await late.rows()).toBe(ROWS);
  expect(await open().rows()).toBe(null);
  waiting[0]?.drop();
  await vi.advanceTimersByTimeAsync(0);
  expect(await open().rows()).toBe(ROWS);
  await vi.advanceTimersByTimeAsync(600);
  expect(await Promise.all(waiting.map((one) => one.rows()))).not.toContain(ROWS);
  expect(await Promise.all(Array.from({ length: 30 }, open).map((one) => one.rows()))).toContain(ROWS);
  expect(read).toHaveBeenCalledTimes(2 + 18);
});

test("what a slow database answers isn't read again, and is old a second after the answer", async () => {
  const early = new Early(() => new Promise((resolve) => setTimeout(resolve, 3000, ROWS)));
  const asked = early.rows();
  await vi.advanceTimersByTimeAsync(3000);
  expect(await asked).toBe(ROWS);
  await vi.advanceTimersByTimeAsync(900);
  expect(await early.rows()).toBe(ROWS);
  await vi.advanceTimersByTimeAsync(200);
  expect(await early.rows()).toBe(null);
});
