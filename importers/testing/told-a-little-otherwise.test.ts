import { expect, it } from "vitest";
import { times } from "./times-of.ts";

const outage = (...heads: string[]) =>
  `Service outage on 5 September 2012\n\nThe library failed.\n\n${heads.map((head, at) => `${head}\n\nStep ${at} of the story`).join("\n\n")}\n`;

it.each([
  [outage("Tues, 5:00pm:", "Weds, 2:43am:", "Weds, 9:30pm:"), ["09-04 17:00", "09-05 02:43", "09-05 21:30"]],
  [outage("Tuesday, 22:10:", "Wednesday, 01:05:", "Thursday, 08:00:"), ["09-04 22:10", "09-05 01:05", "09-06 08:00"]],
  [outage("Tue 23:50:", "Wed 00:20:", "Wed 07:15:"), ["09-04 23:50", "09-05 00:20", "09-05 07:15"]],
  [outage("Tue, 6:00pm:", "Tue, 7:30pm:", "Wed, 2:00am:"), ["09-04 18:00", "09-04 19:30", "09-05 02:00"]],
  [outage("Tuesday 5:00pm:", "Weds, noon:", "Weds, 9:30pm:"), ["09-04 17:00", "09-05 12:00", "09-05 21:30"]],
  [outage("Weds, 2:43am:", "Weds, midday:", "Weds, 9:30pm:"), ["09-05 02:43", "09-05 12:00", "09-05 21:30"]],
  [outage("Weds, 2:43am:", "Noon:", "9:30pm:"), ["09-05 02:43", "09-05 12:00", "09-05 21:30"]],
  [outage("Monday, 5:00pm:", "Wednesday, 2:43am:"), ["? 17:00:00", "? 02:43:00"]],
  [outage("Tuesday, 5:00pm:", "Thursday, 2:43am:"), ["? 17:00:00", "? 02:43:00"]],
])("weekdays from the eve of a story's day on, and noon: %j", (text, told) =>
  expect(times(text, "x.txt").map((one) => one.replace(/^\? .*/, "?"))).toEqual(
    told.map((one) => one.replace(/^\? .*/, "?")),
  ),
);

const story = (sentence: string) =>
  `Outage of 13 November 2024\n\nThe ferry desk failed at 10:23. ${sentence} All was well at 15:30.\n`;
it.each([
  [story("The trouble started 10:25."), "10:25"],
  [story("Splicing finished 11:50, and tests began."), "11:50"],
  [story("The pump crashed 12:05 and was swapped."), "12:05"],
  [story("Sales resumed 13:40."), "13:40"],
  [story("The desk was slow during 11:10-11:40."), "11:10"],
  [story("The last host was back just before 1205 UTC."), "12:05"],
  [
    "Driftsavbrudd 13. november 2024\n\nFeilen inntraff 10:23. Problemene oppstod 10:25. Fra 15:30 var alt normalt.\n",
    "10:25",
  ],
  ["Avbrott den 13 november 2024\n\nFelet började 10:25. Från 15:30 var allt normalt igen.\n", "10:25"],
  ["Nedbrud den 13. november 2024\n\nFejlen opstod 10:25. Fra 15:30 var alt normalt igen.\n", "10:25"],
  [story("The gate happened to fail as the link stopped 14:05."), "14:05"],
])("a time right behind a verb or “during” is read: %s", (text, clock) =>
  expect(times(text, "x.txt")).toContain(`11-13 ${clock}`),
);

it.each([
  "The race finished 3:15 ahead of plan.",
  "Storage ended 1:20 over quota.",
  "The ratio began 2:30-1:10.",
  "Current tentative window is 22:00 on Friday.",
])("a ratio, a length or a plan isn't: %s", (sentence) =>
  expect(times(story(sentence), "x.txt").length).toBeLessThanOrEqual(3),
);

const post = (clock: string, words: string) =>
  `Loss of power\nIncident Report for Acme\nResolved\n${words}\nPosted Jan 28, 2025 - ${clock} UTC\nInvestigating\nThe hall has no power.\nPosted Jan 26, 2025 - 20:10 UTC\n`;
it.each([
  [post("16:00", "Cells were put in late yesterday afternoon. By 18:30 we were back on our own power."), "01-27 18:30"],
  [post("16:00", "The card was swapped yesterday. At 21:10 all lines were up."), "01-27 21:10"],
  [post("09:00", "A new pump came yesterday evening. At 22:40 the hall was dry."), "01-27 22:40"],
  [post("12:00", "Yesterday the spare arrived. It was in use from 17:05."), "01-27 17:05"],
  [post("10:55", "All boards went away at 22:36. The portal came back at 02:50, the rest at 08:40."), "01-27 22:36"],
  [post("09:30", "The mill stopped at 23:05. It ran again at 04:10."), "01-27 23:05"],
  [post("11:20", "The gates failed at 21:15, and opened again at 07:45."), "01-27 21:15"],
  [post("07:10", "Payments failed from 19:50. They work since 06:30."), "01-27 19:50"],
  [post("08:00", "We lost the link at 20:20. It is back since 03:15."), "01-27 20:20"],
  [post("10:00", "Lifts stood still from 18:40. At 05:05 the last one moved."), "01-27 18:40"],
])("a post tells of the day before: %s", (text, told) => expect(times(text, "x.txt")).toContain(told));

it.each([
  post("10:55", "The hall will be closed at 22:36. It was opened at 08:40."),
  post("10:55", "The portal came back at 02:50. The rest follows at 22:36."),
])("a time ahead of a post isn't of the day before: %s", (text) =>
  expect(times(text, "x.txt")).not.toContain("01-27 22:36"),
);

const list = (between: string) =>
  `April 20, 2022 at 6:40 a.m.: Nurses get a text.\n\n9:07 a.m.: Staff are told to stop.\n\n${between}\n\nApril 21 at 6:30 a.m.: Another text.\n`;
it.each([
  ["At 5 p.m. employees were told that the clinic works on paper.", "04-20 17:00"],
  ["At 17:00 the wards got paper forms.", "04-20 17:00"],
  ["Around 1:15 p.m. the phones came back.", "04-20 13:15"],
  ["By 11:30 a.m. all laptops were closed.", "04-20 11:30"],
  ["At 3:20 p.m., drivers were sent home.", "04-20 15:20"],
  ["About 10:45 a.m. the lab stopped.", "04-20 10:45"],
  ["Shortly before 2 p.m. the till closed.", "04-20 14:00"],
  ["At noon: lunch on paper.", null],
])("a sentence with its time between the entries of a list is one of them: %s", (between, told) => {
  const found = times(list(between), "x.txt");
  if (told) expect(found).toContain(told);
  expect(found.length).toBeLessThanOrEqual(4);
});
