import { describe, expect, it } from "vitest";
import { times } from "#importers/testing/times-of.ts";

const list = (...items: string[]) =>
  times(`# Outage 2024-03-01\n\n## Timeline (UTC)\n\n${items.map((at) => `- ${at} words`).join("\n")}\n`);
const dated = (...clocks: string[]) =>
  list(...clocks.map((clock) => `2024-03-01 ${clock}`)).map((at) => at.replace("03-01 ", ""));
const half = "? half_day";

describe("12-hour times among 24-hour times, each with its day", () => {
  it.each([
    [
      ["09:27", "12:39", "1:50", "4:50"],
      ["09:27", "12:39", "13:50", "16:50"],
    ],
    [
      ["09:27", "11:50", "12:10", "1:05", "19:00"],
      ["09:27", "11:50", "12:10", "13:05", "19:00"],
    ],
    [
      ["08:00", "11:58", "1:03", "2:10", "5:51", "18:30"],
      ["08:00", "11:58", "13:03", "14:10", "17:51", "18:30"],
    ],
    [
      ["06:15", "3:20", "15:40"],
      ["06:15", "15:20", "15:40"],
    ],
    [
      ["09:27", "12:39", "1:50", "5:20", "5:20", "5:34"],
      ["09:27", "12:39", "13:50", "17:20", "17:20", "17:34"],
    ],
  ])("are in the afternoon if the order and two digits elsewhere say so: %j", (clocks, at) => {
    expect(dated(...clocks)).toEqual(at);
  });

  it.each([
    [
      ["12:39", "1:50", "19:00"],
      ["12:39", half, "19:00"],
    ],
    [
      ["12:39", "1:50", "4:10", "19:00"],
      ["12:39", half, half, "19:00"],
    ],
  ])("are asked for if no hour has two digits: %j", (clocks, at) => {
    expect(dated(...clocks)).toEqual(at);
  });

  it.each([
    [["22:10", "21:05", "9:50", "8:40"]],
    [["09:27", "13:00", "07:15", "1:50"]],
    [["0:15", "1:50", "2:30", "14:00"]],
    [["9:10", "9:50", "10:20", "13:00"]],
  ])("aren't found in %j", (clocks) => {
    expect(dated(...clocks)).toEqual(clocks.map((clock) => clock.padStart(5, "0")));
  });
});

describe("the same without days", () => {
  it.each([
    [
      ["12:39", "1:50", "19:00"],
      ["03-01 12:39", half, "03-01 19:00"],
    ],
    [
      ["09:27", "12:39", "1:50"],
      ["03-01 09:27", "03-01 12:39", half],
    ],
    [
      ["11:50", "12:10", "1:05", "2:15", "15:00"],
      ["03-01 11:50", "03-01 12:10", half, half, "03-01 15:00"],
    ],
  ])("are asked for: %j", (clocks, at) => {
    expect(list(...clocks)).toEqual(at);
  });

  it.each([
    [
      ["22:10", "23:40", "0:15", "1:50"],
      ["03-01 22:10", "03-01 23:40", "03-02 00:15", "03-02 01:50"],
    ],
    [
      ["23:40", "1:50", "2:10"],
      ["03-01 23:40", "03-02 01:50", "03-02 02:10"],
    ],
    [
      ["9:10", "10:20", "13:00"],
      ["03-01 09:10", "03-01 10:20", "03-01 13:00"],
    ],
    [
      ["12:39", "00:20", "19:00"],
      ["03-01 12:39", "03-02 00:20", "03-02 19:00"],
    ],
  ])("aren't found in %j", (clocks, at) => {
    expect(list(...clocks)).toEqual(at);
  });
});

describe("small hours below the heading of another day", () => {
  it.each([
    "## 29 May 2024",
    "29 May 2024:",
    "**29 May 2024**",
    "2024年5月29日:",
    "- 29 May 2024",
    "Wednesday, 29 May 2024",
  ])("%s: are in the morning", (heading) => {
    const mark = heading.startsWith("- ") ? "  - " : "- ";
    const first = heading.replace("29", "28").replace("Wednesday", "Tuesday");
    const items = (...clocks: string[]) => clocks.map((clock) => `${mark}${clock} words`).join("\n");
    const text = `${first}\n${items("16:50", "18:00")}\n\n${heading}\n${items("7:35", "7:40", "8:22")}\n`;
    expect(times(text)).toEqual(["05-28 16:50", "05-28 18:00", "05-29 07:35", "05-29 07:40", "05-29 08:22"]);
  });
});
