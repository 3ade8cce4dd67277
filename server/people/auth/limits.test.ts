import { afterEach, expect, it } from "vitest";
import { countTry } from "./limits.ts";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "afterwordLimiters");
});

it("says how long to wait, whichever bundle made the limiter", async () => {
  const consume = () => Promise.reject({ msBeforeNext: 1500, remainingPoints: 0 });
  Object.assign(globalThis, { afterwordLimiters: { guesses: { consume }, requests: { consume } } });
  await expect(countTry("guesses", "email:a")).rejects.toMatchObject({
    code: "rate_limited",
    details: { retryAfterSeconds: 2 },
  });
});

it("passes on what is no wait", async () => {
  const consume = () => Promise.reject(new Error("the store is away"));
  Object.assign(globalThis, { afterwordLimiters: { guesses: { consume }, requests: { consume } } });
  await expect(countTry("requests", "somebody")).rejects.toThrow("the store is away");
});

it("counts each key by itself", async () => {
  for (let i = 0; i < 10; i++) await countTry("guesses", "one");
  await expect(countTry("guesses", "one")).rejects.toMatchObject({ code: "rate_limited" });
  await expect(countTry("guesses", "two")).resolves.toBeUndefined();
});
