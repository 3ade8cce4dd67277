import { expect, it } from "vitest";
import { daysOffOf } from "#components/follow/action-item/table/days-off.ts";
import { makeRow } from "#components/follow/action-item/testing/make-row.ts";
import { dateEffect, newDateWords } from "./new-date.tsx";

const IRELAND = {
  ...{ team: null, workingDays: [1, 2, 3, 4, 5], placeName: "Ireland" },
  ahead: {
    ...{ from: "2017-02-13", until: "2018-05-13", fifthDay: "2017-02-20" },
    daysOff: [{ date: "2017-03-17", name: "Saint Patrick's Day" }],
  },
};
const MAIL = { id: "mail", name: "Mail" };
const { workingDays } = daysOffOf([IRELAND], []);
const words = (today: string, to: string, fields = {}) =>
  newDateWords(makeRow(1, { dueDate: "2017-01-20", team: MAIL, ...fields }), to, { today, workingDays });

it.each([
  ["2017-02-13", "2017-02-24", "9 working days from now. This is move 1."],
  ["2017-02-13", "2017-02-14", "1 working day from now. This is move 1."],
  ["2017-03-16", "2017-03-20", "1 working day from now. This is move 1."],
  ["2017-02-17", "2017-02-19", "before the next working day. This is move 1."],
  ["2017-02-13", "2017-02-13", "today. This is move 1."],
  ["2017-02-13", "2017-02-10", "3 days ago. This is move 1."],
  ["2017-02-13", "2019-02-13", "730 days from now. This is move 1."],
  ["2017-02-13", "2017-01-20", "its current due date."],
])("says how far ahead a new date is: %s to %s", (today, to, expected) => expect(words(today, to)).toBe(expected));

it.each([
  [null, "Its reminders start again from that day."],
  [{ id: "me", name: "Tove" }, "Its reminders start again from that day."],
  [{ id: "wen", name: "Wen Li" }, "Wen Li is notified, and the reminders start again from that day."],
])("says who is notified of a new date, but not to that person: %j", (owner, effect) =>
  expect(dateEffect({ owner }, "me")).toBe(effect),
);

it("counts all days if no team has working days", () => {
  expect(words("2017-02-13", "2017-02-24", { team: null })).toBe("11 days from now. This is move 1.");
});

it.each([
  [{ dueMoves: 1 }, "This is move 2."],
  [{ dueMoves: 2 }, "The date has moved twice. Ask a TPM, an admin or the manager of the team to move it."],
  [{ status: "verified" }, "The action is closed. Reopen it before you move its date."],
  [{ dueDate: null }, ""],
])("says how many moves that makes, or the rule against it: %j", (fields, rule) =>
  expect(words("2017-02-13", "2017-02-14", fields)).toBe(`1 working day from now. ${rule}`.trim()),
);
