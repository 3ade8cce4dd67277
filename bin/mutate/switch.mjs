// In each test process of the server: switches on the mutant of this run, and reports which mutants the file reaches.
import { appendFileSync } from "node:fs";
import { afterAll, expect } from "vitest";

/** More loop iterations than any test runs. */
const MOST_TURNS = 20_000_000;
const active = Number(process.env.MUTATE_ACTIVE);
const reached = new Set();
let turns = 0;

globalThis.__mutant = (id) => {
  reached.add(id);
  return id === active;
};
globalThis.__turn = () => {
  turns += 1;
  if (turns > MOST_TURNS) throw new Error("This loop has no end.");
};
globalThis.__kept = (kept) => kept;

afterAll(() => {
  const { testPath } = expect.getState();
  appendFileSync(process.env.MUTATE_REACHED, `${JSON.stringify({ testPath, reached: [...reached] })}\n`);
});
