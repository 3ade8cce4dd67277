import { expect, it } from "vitest";
import { type ProposedAction, qualityHints } from "./quality.ts";

const GOOD: ProposedAction = {
  title: "Alert when a backup job writes no object",
  doneWhen: "A job without an object pages on-call",
  ...{ priority: "P1", dueByPolicy: "2026-10-31", dueDate: "2026-10-31" },
  ...{ hasOwner: true, hasTracker: true, hasFactor: true, effortDays: 20, openInReview: 6 },
};
const codes = (change: Partial<ProposedAction>) => qualityHints({ ...GOOD, ...change }).map(({ code }) => code);

it.each<[string, Partial<ProposedAction>, string[]]>([
  ["a complete action", {}, []],
  ["a vague verb", { title: "Improve the backups" }, ["wa-vague-verb"]],
  ["people in place of a system", { title: "Remind all engineers to check the backups" }, ["wa-remind"]],
  ["training alone", { title: "Retrain the operators" }, ["wa-retrain"]],
  ["care", { title: "Be more careful with restores" }, ["wa-be-careful"]],
  ["a fix of the issue", { title: "Fix the issue" }, ["wa-fix-the-issue"]],
  ["no verb", { title: "Backup monitoring" }, ["verb"]],
  ["no letter first", { title: "2 backups a day" }, ["verb"]],
  ["a verb after a space", { title: " Alert on age" }, []],
  ["no title yet", { title: " " }, []],
  ["no end state", { doneWhen: " " }, ["unbounded"]],
  ["no owner", { hasOwner: false }, ["unowned"]],
  ["no link to a tracker", { hasTracker: false }, ["untracked"]],
  ["no factor", { hasFactor: false }, ["unlinked"]],
  ["no effort yet", { effortDays: null }, []],
  ["an effort of over four weeks", { effortDays: 21 }, ["short"]],
  ["the last day of the policy", { dueDate: "2026-10-31" }, []],
  ["a day later", { dueDate: "2026-11-01" }, ["late_by_policy"]],
  ["an earlier last day of its policy", { dueByPolicy: "2026-10-16", dueDate: "2026-10-17" }, ["late_by_policy"]],
  ["no date where the policy has one", { dueDate: null }, ["late_by_policy"]],
  ["no date where the policy has none", { dueByPolicy: null, dueDate: null }, []],
  ["many open actions", { openInReview: 7 }, ["many"]],
])("hints at %s", (_, change, expected) => expect(codes(change)).toEqual(expected));

it("says what to do", () => {
  const said = (change: Partial<ProposedAction>) => qualityHints({ ...GOOD, ...change })[0]?.message;
  expect(said({ title: "Fix the issue" })).toMatch(/Name the exact behaviour/);
  expect(said({ openInReview: 9 })).toMatch(/has 9 open actions/);
  expect(said({ dueDate: null })).toMatch(/policy for P1/);
  expect(said({ doneWhen: "" })).toMatch(/^Enter an end state/);
  expect(said({ hasOwner: false })).toMatch(/^Choose one owner/);
  expect(said({ hasTracker: false })).toMatch(/^Link the issue/);
  expect(said({ hasFactor: false })).toMatch(/^Link the factor/);
});
