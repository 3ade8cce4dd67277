import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { isAnythingUnsaved, noteUnsaved } from "./use-leave-warning.ts";

const page = new EventTarget();
/** Returns whether the browser would ask. */
const asks = () => !page.dispatchEvent(new Event("beforeunload", { cancelable: true }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", page);
});
afterEach(() => {
  vi.advanceTimersByTime(10_000);
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it("asks as long as one part of the page is unsaved", () => {
  const [one, other] = [noteUnsaved(), noteUnsaved()];
  expect(asks()).toBe(true);
  one();
  expect([asks(), isAnythingUnsaved()]).toEqual([true, true]);
  other();
  expect([asks(), isAnythingUnsaved()]).toEqual([false, false]);
});

it("keeps its listener while letters are typed and saved, and removes it after that", () => {
  const [added, removed] = [vi.spyOn(page, "addEventListener"), vi.spyOn(page, "removeEventListener")];
  for (let letter = 0; letter < 50; letter++) {
    const saved = noteUnsaved();
    expect(asks()).toBe(true);
    vi.advanceTimersByTime(60);
    saved();
    expect(asks()).toBe(false);
    vi.advanceTimersByTime(40);
  }
  expect(added).toHaveBeenCalledTimes(1);
  expect(removed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(10_000);
  expect(removed).toHaveBeenCalledTimes(1);
});
