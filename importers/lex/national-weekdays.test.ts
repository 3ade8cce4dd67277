import { describe, expect, it } from "vitest";
import { times } from "#importers/testing/times-of.ts";
import { readStamp } from "./stamp.ts";

const DAYS = [
  "Mercredi 10 mars 2021",
  "mer. 10 mars 2021",
  "Le mercredi 10 mars 2021",
  "Mittwoch, 10. März 2021",
  "Mittwoch, den 10. März 2021",
  "Mi., 10.03.2021",
  "Am Mittwoch, 10.3.2021",
  "miércoles, 10 de marzo de 2021",
  "quarta-feira, 10 de março de 2021",
  "mercoledì 10 marzo 2021",
  "woensdag 10 maart 2021",
  "środa, 10 marca 2021",
  "onsdag d. 10. marts 2021",
  "onsdag 10 mars 2021",
  "středa 10. března 2021",
  "среда, 10 марта 2021",
  "keskiviikko 10. maaliskuuta 2021",
  "10 Mart 2021",
  "2021年3月10日(水)",
  "2021年3月10日(水曜日)",
  "2021年3月10日 星期三",
  "2021年3月10日（周三）",
  "2021년 3월 10일 수요일",
  "2021년 3월 10일(수)",
  "Wednesday the 10th of March 2021",
];

describe("a weekday before its date, in any language", () => {
  it.each(DAYS)("%s is the day of the times below it", (day) => {
    expect(times(`# Outage\n\n## ${day}\n\n- 6:32 It burns\n- 23:00 It is out\n`)).toEqual([
      "03-10 06:32",
      "03-10 23:00",
    ]);
    expect(times(`${day}.\n6:32\n\nIt burns in the server room.\n\n7:00\nThe tea is ready.\n`)).toEqual([
      "03-10 06:32",
      "03-10 07:00",
    ]);
  });

  it.each(DAYS)("%s can be the day of a time", (day) => {
    expect(times(`- ${day}, 16:32 It burns\n- ${day}, 17:00 It is out\n`)).toEqual(["03-10 16:32", "03-10 17:00"]);
  });

  it.each(["Do 3 deploys at once", "So 10 servers failed", "mar 10", "Die 3 Server", "sam 3", "ma 10:05", "Am 4 down"])(
    "%s names no weekday",
    (text) => {
      expect(readStamp(text)?.weekday ?? null).toBeNull();
    },
  );
});
