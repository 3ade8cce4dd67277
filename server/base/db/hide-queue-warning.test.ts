import { afterEach, expect, it, vi } from "vitest";
import { hideQueueWarning } from "./hide-queue-warning.ts";

const before = process.listeners("warning");
afterEach(() => {
  process.removeAllListeners("warning");
  for (const listener of before) process.on("warning", listener);
});

it("hides the warning about queued queries and passes on every other one, once", () => {
  Reflect.deleteProperty(globalThis, "afterwordQueueWarningHidden");
  const print = vi.fn();
  process.removeAllListeners("warning");
  process.on("warning", print);
  hideQueueWarning();
  hideQueueWarning();
  const queued = new Error(
    "Calling client.query() when the client is already executing a query is deprecated and more",
  );
  const other = new Error("Something else is deprecated");
  process.emit("warning", queued);
  process.emit("warning", other);
  expect(print.mock.calls).toEqual([[other]]);
});
