import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { settling } from "./use-settled-text.ts";

const run = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  run.mockClear();
});
afterEach(() => void vi.useRealTimers());

it("reads once, after the last of several changes", () => {
  const { changed } = settling(250, run);
  for (const _ of [1, 2, 3]) {
    changed();
    vi.advanceTimersByTime(100);
  }
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(150);
  expect(run).toHaveBeenCalledTimes(1);
});

it("reads each second while two people type without a pause", () => {
  const { changed } = settling(250, run);
  for (let ms = 0; ms < 5000; ms += 50) {
    changed();
    vi.advanceTimersByTime(50);
  }
  expect(run.mock.calls.length).toBeGreaterThanOrEqual(4);
  expect(run.mock.calls.length).toBeLessThanOrEqual(5);
});

it("reads nothing after its end", () => {
  const { changed, end } = settling(250, run);
  changed();
  end();
  vi.advanceTimersByTime(5000);
  expect(run).not.toHaveBeenCalled();
});
