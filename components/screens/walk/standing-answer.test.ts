import { expect, it } from "vitest";
import { standingWords } from "./standing-answer.tsx";

it.each([
  [{ outcome: "ask", meetings: 3, since: "2017-01-23" }, "Mon 23 Jan, 3 weeks ago: asked, in 3 meetings in a row."],
  [{ outcome: "date", meetings: 1, since: "2017-02-06" }, "Mon 6 Feb, 1 week ago: new date, in 1 meeting."],
  [{ outcome: "waive", meetings: 2, since: "2017-02-09" }, "Thu 9 Feb: waiver, in 2 meetings in a row."],
] as const)("says since when the answer is the same, and how often: %j", (standing, words) => {
  expect(standingWords({ kind: "action", key: "ACT-1", ...standing }, "2017-02-13")).toBe(words);
});
