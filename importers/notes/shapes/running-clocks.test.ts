import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(`# Incident of 2024-02-04\n\n## Timeline\n\nAll times in UTC.\n\n${text}\n`, "notes.md"), {})
    .events;
const table = (header: string, ...cells: string[]) =>
  read([`| ${header} | Event |`, "| --- | --- |", ...cells.map((cell) => `| ${cell} | Alert fires |`)].join("\n"));

describe("a column of times without a colon", () => {
  it.each([
    ["Time", ["0730", "0740", "1230"], ["04T07:30", "04T07:40", "04T12:30"]],
    ["Time (UTC)", ["0001", "0002", "0003"], ["04T00:01", "04T00:02", "04T00:03"]],
    ["When", ["0900", "0915", "1000"], ["04T09:00", "04T09:15", "04T10:00"]],
    ["UTC", ["1130", "1145", "1200"], ["04T11:30", "04T11:45", "04T12:00"]],
    ["Uhrzeit", ["0730", "0800", "0830"], ["04T07:30", "04T08:00", "04T08:30"]],
    ["Start", ["0600", "0610", "0620"], ["04T06:00", "04T06:10", "04T06:20"]],
    ["**Time**", ["**0730**", "`0740`", "1230"], ["04T07:30", "04T07:40", "04T12:30"]],
    ["Time", ["1959", "2001", "2130"], ["04T19:59", "04T20:01", "04T21:30"]],
    ["Time", ["2230", "2345", "0015"], ["04T22:30", "04T23:45", "05T00:15"]],
    ["Timestamp", ["0730", "0730", "0731"], ["04T07:30", "04T07:30", "04T07:31"]],
  ])("is read if all its cells are: %s %j", (header, cells, expected) => {
    expect(table(header, ...cells).map(({ at }) => at?.slice(8, 16))).toEqual(expected);
  });

  it.each([
    ["Time", ["0730", "0740"]],
    ["When", ["2012", "2019", "2024"]],
    ["Time", ["0730", "1500", "0740", "1600", "0750"]],
    ["Time", ["0730", "9999", "1230"]],
    ["Code", ["0730", "0740", "1230"]],
  ])("isn't if they can be something else: %s %j", (header, cells) => {
    expect(table(header, ...cells).filter(({ at }) => at?.includes("T") && !at.includes("T00:00"))).toEqual([]);
  });

  it.each(["16:28+5m", "16:28+10min", "16:28+5 minutes", "**16:28+5m**", "4:28 PM+5m"])(
    "is asked for if it counts from another moment: %s",
    (time) => {
      const [, event] = read(`- 16:20 Alert fires\n- ${time} Pods are evicted`);
      expect(event).toMatchObject({ at: null, title: "Pods are evicted" });
    },
  );

  it("is read with an offset as before", () => {
    expect(read("- 16:20+01:00 Alert fires\n- 16:28+0100 Fixed").map(({ at }) => at?.slice(11, 16))).toEqual([
      "15:20",
      "15:28",
    ]);
  });
});
