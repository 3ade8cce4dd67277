import { expect, test } from "vitest";
import { dueDayOf, dueWords, type TaskDates } from "./due-tasks.ts";

const DATES: TaskDates = {
  ...{ detected: "2026-02-27", resolved: "2026-02-28", generated: "2026-03-02" },
  ...{ meeting: "2026-03-05", published: null },
};

test.each([
  [1, "resolved", "2026-03-01", "1 day after resolution"],
  [-2, "meeting", "2026-03-03", "2 days before the meeting"],
  [0, "meeting", "2026-03-05", "on the day of the meeting"],
  [30, "detected", "2026-03-29", "30 days after detection"],
  [3, "published", null, "3 days after publication"],
] as const)("a task %i days after %s is due %s: %s", (days, after, day, words) => {
  expect(dueDayOf({ days, after }, DATES)).toBe(day);
  expect(dueWords({ days, after })).toBe(words);
});
