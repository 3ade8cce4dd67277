import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkCommits, commitProblems } from "./check-commits.mjs";

const problemsOf = (subject) => commitProblems([{ id: "1a2b3c4", subject }]);

test.each([
  "Add a filter for late actions",
  "Fix",
  "Don't take an Enter for a deletion",
  "Show, sort and filter learnings",
  "Bring the menu to the top",
  "Pass the zone of the team to the reader",
  "Focus the field that has the error",
  "Re-read the text after a restore",
  `Name ${"x".repeat(60)}`,
])("accepts the subject %s", (subject) => {
  expect(problemsOf(subject)).toEqual([]);
});

test.each([
  ["add a filter", "must start with an imperative"],
  ["Added a filter", "must start with an imperative"],
  ["Adding a filter", "must start with an imperative"],
  ["Adds a filter", "must start with an imperative"],
  ["The filter is new", "must start with an imperative"],
  ["Filter: late actions", "must start with an imperative"],
  ["Add a filter.", "ends with a full stop"],
  [`Name ${"x".repeat(61)}`, "has 66 characters. The most is 65"],
])("rejects the subject %s", (subject, problem) => {
  expect(problemsOf(subject)).toEqual([expect.stringContaining(problem)]);
});

test("counts letters outside the basic plane once", () => {
  expect(problemsOf(`Read ${"😀".repeat(60)}`)).toEqual([]);
});

let folder;
const git = (...args) =>
  execFileSync("git", ["-c", "user.name=Anyone", "-c", "user.email=anyone@example.com", ...args], {
    cwd: folder,
    encoding: "utf8",
  }).trim();
const commit = (subject) => {
  git("commit", "--quiet", "--allow-empty", "-m", subject, "-m", "Why it was done.");
  return git("rev-parse", "HEAD");
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "check-commits-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test("checks only the commits after the given one", () => {
  git("init", "--quiet");
  const since = commit("an old subject.");
  commit("Add a filter");
  commit("filters by team");
  expect(checkCommits(folder, since)).toEqual({
    checks: 2,
    problems: [expect.stringMatching(/^[0-9a-f]{7,} "filters by team" must start/)],
  });
});

test("skips a folder without a history, and a history without the given commit", () => {
  expect(checkCommits(folder)).toEqual({ checks: 0, problems: [], skipped: "no history from 60b19b81 here" });
  git("init", "--quiet");
  commit("an old subject.");
  expect(checkCommits(folder)).toMatchObject({ problems: [], skipped: "no history from 60b19b81 here" });
});
