import { pino } from "pino";
import { expect, test } from "vitest";
import { Stops, within } from "./index.ts";

const log = pino({ level: "silent" });

test("parts end in the reverse order of their start, and one that fails or blocks doesn't keep the rest running", async () => {
  const ended: string[] = [];
  const stops = new Stops(log, 20);
  stops.add("database", async () => void ended.push("database"));
  stops.add("jobs", async () => {
    throw new Error("stuck");
  });
  stops.add("mail", () => new Promise(() => undefined));
  stops.add("web", async () => void ended.push("web"));
  await stops.run();
  expect(ended).toEqual(["web", "database"]);
  await stops.run();
  expect(ended).toHaveLength(2);
});

test("within returns whether work ended in time, and passes on its failure", async () => {
  expect(await within(Promise.resolve(), 1000)).toBe(true);
  expect(await within(new Promise(() => undefined), 10)).toBe(false);
  await expect(within(Promise.reject(new Error("no")), 1000)).rejects.toThrow("no");
});
