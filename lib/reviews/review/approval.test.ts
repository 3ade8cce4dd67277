import { describe, expect, it } from "vitest";
import { approvalState, hashOfWords, missingApprovals } from "./approval.ts";

const TEXT = "The backup failed.\nNo one was told";

describe("the words of a text", () => {
  it.each([
    ["layout and punctuation", "The backup failed! No one was told.", true],
    ["capital letters", "the backup failed. no one was told", true],
    ["another word", "The restore failed.\nNo one was told", false],
    ["a removed sentence", "The backup failed.", false],
    ["an added sentence", `${TEXT}. It was night.`, false],
    ["words that are joined", "The backupfailed.\nNo one was told", false],
  ])("%s", (_case, text, isSame) => {
    expect(hashOfWords(text) === hashOfWords(TEXT)).toBe(isSame);
  });
});

describe("the state of an approver", () => {
  it.each([
    [null, "a", "waiting"],
    [{ decision: "approved", wordsHash: "a" }, "a", "approved"],
    [{ decision: "approved", wordsHash: "a" }, "b", "stale"],
    [{ decision: "changes_asked", wordsHash: "a" }, "a", "changes_asked"],
    [{ decision: "changes_asked", wordsHash: "a" }, "b", "changes_asked"],
  ] as const)("%j with the words %s is %s", (decided, words, state) => {
    expect(approvalState(decided, words)).toBe(state);
  });
});

it("names whose approval is missing, and why", () => {
  const of = (...states: Parameters<typeof missingApprovals>[0][number]["state"][]) =>
    missingApprovals(states.map((state, at) => ({ name: ["Sam", "Maya", "Ines"][at] ?? "", state })));
  expect(of()).toBeNull();
  expect(of("approved", "approved")).toBeNull();
  expect(of("waiting", "approved")).toBe("Get the approval of Sam");
  expect(of("stale", "changes_asked")).toBe(
    "Get the approval of Sam (approved an earlier version) and Maya (asked for changes)",
  );
});
