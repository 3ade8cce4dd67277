import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const BODY =
  "At 15:37 UTC the mail server stopped responding. We restarted it at 15:55 UTC, and it works.\n\nWe will continue to investigate.";
const OTHER = "At 20:05 UTC a UPS failed.\n\nThe last server was back by 20:30 UTC.";
const TOLD = ["01-28 15:37", "01-28 15:55", "01-28 16:00", "01-26 20:05", "01-26 20:30", "01-26 20:40"];

describe("posts that have a title next to their time, and times in their text", () => {
  it.each([
    ["2005-01-28: 16:00 UTC     Mail problems", "2005-01-26: 20:40 UTC     Power failure"],
    ["2005-01-28 16:00 UTC - Mail problems", "2005-01-26 20:40 UTC - Power failure"],
    ["28 January 2005, 16:00 UTC: Mail problems", "26 January 2005, 20:40 UTC: Power failure"],
    ["[2005-01-28 16:00 UTC] Mail problems", "[2005-01-26 20:40 UTC] Power failure"],
    ["Jan 28, 2005 16:00 UTC Mail problems", "Jan 26, 2005 20:40 UTC Power failure"],
    ["**2005-01-28 16:00 UTC** Mail problems", "**2005-01-26 20:40 UTC** Power failure"],
    ["## 2005-01-28 16:00 UTC Mail problems", "## 2005-01-26 20:40 UTC Power failure"],
    ["## 2005-01-28 16:00 UTC: Mail problems", "## 2005-01-26 20:40 UTC: Power failure"],
    ["28 Jan 2005 16:00 UTC - Mail problems", "26 Jan 2005 20:40 UTC - Power failure"],
    ["Friday, January 28, 2005 16:00 UTC - Mail problems", "Wednesday, January 26, 2005 20:40 UTC - Power failure"],
  ])("give their own time and those of their text: %s", (first, second) => {
    const found = times(`${first}\n\n${BODY}\n\n${second}\n\n${OTHER}\n`);
    expect(found.toSorted()).toEqual(TOLD.toSorted());
  });

  it.each([
    ["At 1037 EST, 1537 UTC, the mail server stopped responding.", ["01-28 15:37"]],
    ["At 10:37 EST (15:37 UTC) the mail server stopped responding.", ["01-28 15:37"]],
    ["At 15:37 GMT the mail server stopped responding.", ["01-28 15:37"]],
    ["At 15:37 UTC (15:37 GMT) the mail server stopped responding.", ["01-28 15:37"]],
    ["At 10:37 EST the mail server stopped responding.", []],
    ["At 21:30 EST, 02:30 UTC, the mail server stopped responding.", []],
    ["Batteries came late yesterday afternoon. By 15:30 UTC, we were back on UPS power.", []],
  ])(
    "give times of another zone only if they repeat them in their own, and none of another day: %s",
    (told, expected) => {
      const text = `2005-01-28 16:00 UTC Mail problems\n\n${told}\n\n2005-01-26 20:40 UTC Power failure\n\nIt failed.\n`;
      expect(times(text).filter((time) => time !== "01-28 16:00" && time !== "01-26 20:40")).toEqual(expected);
    },
  );

  it("give only their own time if the text is a list of its own", () => {
    expect(times("2005-01-28 16:00 UTC Mail fails\n2005-01-28 16:10 UTC Mail works\n")).toHaveLength(2);
  });
});

describe("a day alone above its text, among stamps with a time", () => {
  const LOG = (first: string, second: string) =>
    `System event log\n\nAll times are UTC.\n\n${first}\nServer rebooted to fix a bug.\n\n${first}\nCounters are restored.\n\n${second}\nMail is disabled.\n\n${second}\nServer rebooted.\n\n${second}\nServer is back.\n`;

  it.each([
    ["30 November 1998", "27 November 1998, 13:40 UTC"],
    ["30 November 1998", "27 November 1998 13:40 UTC"],
    ["November 30, 1998", "November 27, 1998, 13:40 UTC"],
    ["Nov 30, 1998", "Nov 27, 1998 13:40 UTC"],
    ["1998-11-30", "1998-11-27 13:40 UTC"],
    ["1998-11-30", "1998-11-27 13:40"],
    ["30 Nov 1998", "27 Nov 1998, 13:40"],
    ["30.11.1998", "27.11.1998 13:40"],
    ["**30 November 1998**", "**27 November 1998, 13:40 UTC**"],
    ["Monday, 30 November 1998", "Friday, 27 November 1998, 13:40 UTC"],
  ])("is an event of that day: %s", (first, second) => {
    expect(times(LOG(first, second))).toEqual(["11-30", "11-30", "11-27 13:40", "11-27 13:40", "11-27 13:40"]);
  });

  it("stays the day of the times below it", () => {
    expect(times("1998-11-30\n\n10:02 UTC Mail fails\n10:10 UTC Mail is back\n10:20 UTC Closed\n")).toEqual([
      "11-30 10:02",
      "11-30 10:10",
      "11-30 10:20",
    ]);
  });
});

describe("an entry between two times", () => {
  it.each([
    "entre 18:40 y 18:45 — segundo despliegue",
    "entre las 18:40 y las 18:45 — segundo despliegue",
    "entre 18:40 et 18:45 : deuxième déploiement",
    "entre 18:40 e 18:45 — segunda implantação",
    "entre as 18:40 e as 18:45 — segunda implantação",
    "zwischen 18:40 und 18:45 – zweite Auslieferung",
    "tra le 18:40 e le 18:45 — secondo rilascio",
    "tussen 18:40 en 18:45 – tweede uitrol",
    "między 18:40 a 18:45 – drugie wdrożenie",
    "between 18:40 and 18:45 — second deploy",
  ])("has a start and an end: %s", (line) => {
    expect(times(`# Incident 2026-09-09\n\n## Timeline\n\n- 18:10 — x\n- ${line}\n- 18:54 — y\n`)).toEqual([
      "09-09 18:10",
      "09-09 18:40",
      "09-09 18:54",
    ]);
  });
});

it("gives no event for a time with only marks next to it", () => {
  expect(
    times("Jan 2, 2018, 13:37 UTC It failed\nJan 2, 2018, 13:40 UTC ...\nJan 2, 2018, 13:42 UTC It works\n"),
  ).toEqual(["01-02 13:37", "01-02 13:42"]);
});
