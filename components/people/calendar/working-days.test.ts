import { expect, it } from "vitest";
import { workingDaysWords } from "./working-days.ts";

it.each([
  [[1, 2, 3, 4, 5], "Mon to Fri"],
  [[0, 1, 2, 3, 4], "Mon, Tue, Wed, Thu, Sun"],
  [[0, 1, 2, 3, 4, 5, 6], "Mon to Sun"],
  [[1, 3, 5], "Mon, Wed, Fri"],
  [[1, 2], "Mon, Tue"],
  [[0], "Sun"],
  [[], "None"],
])("writes %j as %s", (days, words) => expect(workingDaysWords(days)).toBe(words));
