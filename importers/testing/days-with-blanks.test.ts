import { describe, expect, it } from "vitest";
import { times } from "./times-of.ts";

const below = (day: string, first = "10:02", last = "10:40") =>
  times(`# Outage of the mail server\n\n${day}\n\n- ${first} mail failed\n- ${last} mail is back\n`);
const told = (day: string) =>
  times(`Outage of the mail server\n\n${day}\n\nThe mail server failed at 10:02, and was back at 10:40.\n`);

describe("a day with blanks or other dashes in it", () => {
  it.each([
    "5. 12. 2007",
    "5. 12. 2007:",
    "5.12. 2007",
    "5. 12.2007",
    "05. 12. 2007",
    "2007. 12. 5.",
    "2007. 12. 05",
    "2007.12. 5.",
    "2007‑12‑05",
    "2007‐12‐05",
    "2007–12–05",
    "05‑12‑2007 – 2007-12-05",
  ])("is the day of the times below: %s", (day) => {
    expect(below(`## ${day}`)).toEqual(["12-05 10:02", "12-05 10:40"]);
  });

  it.each(["5. 12. 2007", "5.12. 2007", "2007. 12. 5.", "2007‑12‑05"])("isn't an item of a list: %s", (day) => {
    expect(below(day)).toEqual(["12-05 10:02", "12-05 10:40"]);
    expect(told(day)).toEqual(["12-05 10:02", "12-05 10:40"]);
  });

  it.each([
    ["Server Holly was down on 5. 12. 2007 from 4:50 to 5:45 after a power failure.", ["12-05 04:50"]],
    ["- 5. 12. 2007 04:50 Holly failed\n- 5. 12. 2007 05:45 Holly is back", ["12-05 04:50", "12-05 05:45"]],
    ["2007. 12. 5. 04:50 서버 장애 발생\n2007. 12. 5. 05:45 복구 완료", ["12-05 04:50", "12-05 05:45"]],
    [
      "| Time | Event |\n|--|--|\n| 2007‑12‑05 04:50 | failed |\n| 2007‑12‑05 05:45 | back |",
      ["12-05 04:50", "12-05 05:45"],
    ],
  ])("is read next to a time: %s", (text, found) => {
    expect(times(text)).toEqual(found);
  });

  it("isn't read in numbered lists, versions and sums", () => {
    const list = "# Outage\n\n2007-12-05\n\n1. 10:02 failed\n2. 10:12 version 2. 3. 2010 is out\n3. 10:40 back";
    expect(times(list)).toEqual(["12-05 10:02", "12-05 10:12", "12-05 10:40"]);
    expect(times("# Outage\n\n2007-12-05\n\n1. 10 hosts failed at 10:02\n2. 12 hosts were back at 10:40")).toEqual([
      "12-05 10:02",
      "12-05 10:40",
    ]);
  });
});
