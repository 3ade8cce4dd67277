import { expect, it } from "vitest";
import { exactWords, momentWords } from "./moment-words.ts";

const now = new Date(2017, 1, 13, 12, 40);
const at = (day: number, hour: number, minute = 0) => new Date(2017, 1, day, hour, minute);

it.each([
  [at(13, 12, 40), "just now"],
  [at(13, 12, 36), "4 min ago"],
  [at(13, 9, 5), "today 09:05"],
  [at(13, 18), "today 18:00"],
  [at(12, 23, 59), "yesterday 23:59"],
  [at(14, 8), "tomorrow 08:00"],
  [at(10, 9), "Fri 10 Feb"],
  [new Date(2016, 11, 31, 9), "Sat 31 Dec 2016"],
])("words the moment %s as “%s”", (moment, words) => {
  expect(momentWords(moment, now)).toBe(words);
});

it("writes all of it exactly", () => {
  expect(exactWords(at(10, 9, 10))).toMatch(/^Fri 10 Feb 2017, 09:10:00/);
});
