import { ORPCError } from "@orpc/client";
import { expect, it } from "vitest";
import { sampleEvent } from "../testing/sample-event.ts";
import { refusedWords, runSteps } from "./run-steps.ts";
import type { SeveralStep } from "./undo-fields.ts";

const step = (...ids: string[]): SeveralStep => ({ does: "set", ids, set: { pinned: true } });
const conflict = new ORPCError("CONFLICT", { status: 409, data: { code: "conflict", title: "Changed meanwhile" } });
const LATE = "Someone else changed one of these first";

/** Sends steps until the one with this event, which is rejected. */
const sendUntil = (id: string, error: unknown) => (sent: SeveralStep) =>
  sent.ids.includes(id) ? Promise.reject(error) : Promise.resolve(sent.ids.map((one) => sampleEvent(one, null)));

it("reports that nothing was saved if the first step was rejected", async () => {
  const { done, refused } = await runSteps([step("a", "b"), step("c")], sendUntil("a", conflict));
  expect(done.size).toBe(0);
  expect(refused && refusedWords(refused)).toBe(
    `${LATE}, so your change wasn't saved. The newer version is shown. Make your change again if you still need it.`,
  );
});

it("reports how far it came if an earlier step was done", async () => {
  const { done, refused } = await runSteps([step("a", "b"), step("c"), step("d", "e")], sendUntil("c", conflict));
  expect([...done.keys()]).toEqual(["a", "b"]);
  expect(refused && refusedWords(refused)).toBe(`${LATE}. 2 of 5 events were changed, the other 3 weren't.`);
});

it("reports any other error in the same way", async () => {
  const { refused } = await runSteps([step("a"), step("c")], sendUntil("c", new TypeError("Failed to fetch")));
  expect(refused && refusedWords(refused)).toMatch(
    /^No response from the server\. 1 of 2 events was changed, the other one wasn't\.$/,
  );
});

it("passes the earlier responses to every step", async () => {
  const known: string[][] = [];
  const { refused } = await runSteps([step("a"), step("b")], (sent, done) => {
    known.push([...done.keys()]);
    return Promise.resolve(sent.ids.map((one) => sampleEvent(one, null)));
  });
  expect([known, refused]).toEqual([[[], ["a"]], null]);
});
