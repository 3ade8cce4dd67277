import { afterEach, expect, it } from "vitest";
import { countGuess, countRequest, forgetGuesses, takeGuessBack } from "./limits.ts";

afterEach(() => {
  Reflect.deleteProperty(globalThis, "afterwordLimiters");
});

it("tells how long to wait, whichever bundle created the limiter", async () => {
  const consume = () => Promise.reject({ msBeforeNext: 1500, remainingPoints: 0 });
  Object.assign(globalThis, { afterwordLimiters: { guesses: { consume }, requests: { consume } } });
  await expect(countRequest("somebody")).rejects.toMatchObject({
    code: "rate_limited",
    details: { retryAfterSeconds: 2 },
  });
});

it("passes on any other error", async () => {
  const consume = () => Promise.reject(new Error("the store is away"));
  Object.assign(globalThis, { afterwordLimiters: { guesses: { consume }, requests: { consume } } });
  await expect(countRequest("somebody")).rejects.toThrow("the store is away");
});

it("counts the guesses for each key separately", async () => {
  for (let turn = 1; turn <= 30; turn++) expect(await countGuess("one")).toBe(turn);
  expect(await countGuess("two")).toBe(1);
  await takeGuessBack("one");
  expect(await countGuess("one")).toBe(30);
  await forgetGuesses("one");
  expect(await countGuess("one")).toBe(1);
});
