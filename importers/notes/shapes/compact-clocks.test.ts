import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (...lines: string[]) =>
  parseSource(textInput(`${lines.join("\n")}\n`, "log.txt"), { zone: "UTC" }).events.map(
    ({ at, endAt, title }) => `${at?.slice(0, 16)} ${endAt?.slice(11, 16) ?? ""} ${title}`,
  );

describe("times of four digits below a title", () => {
  it.each(["2026MAR06/065", "06MAR2026", "2026-03-06"])("are read with the day of a log: %s", (day) => {
    expect(
      read(
        "OBSERVING LOG",
        "-------------",
        `Day: ${day}`,
        "",
        "=Time===Comment===",
        "0353       Begin of file",
        "           Clocks are right",
        "0353-0810  Pump 4 was warm",
        "0357       Readback is right",
        "1254       End of file",
      ),
    ).toEqual([
      expect.stringContaining("2026-03-06T03:53  Begin of file"),
      "2026-03-06T03:53 08:10 Pump 4 was warm",
      "2026-03-06T03:57  Readback is right",
      "2026-03-06T12:54  End of file",
    ]);
  });

  it("need neither order nor zero below a timeline's title", () => {
    const day = "# Timeline of 2026-03-06";
    expect(read(day, "", "1625: over", "", "1210: errors", "", "1405: noticed")).toHaveLength(3);
  });

  it("are counts if they are in no order", () => {
    expect(read("# Losses of 6 March 2026", "", "1625 users", "", "0910 orders", "", "0405 mails")).toEqual([]);
  });

  it("are years if all can be", () => {
    expect(read("# History", "", "2011 first office", "", "2012 first outage", "", "2019 sold")).toEqual([]);
  });
});

describe("a line between others of a log whose times have a colon", () => {
  const log = (row: string, ...below: string[]) =>
    read("Outage of 2026-03-06", "", "09:47 cache is full", row, ...below).map((one) => one.slice(11));

  it.each([
    ["09.52 workers restarted", "09:52  workers restarted"],
    ["0952 workers restarted", "09:52  workers restarted"],
    ["09h52 workers restarted", "09:52  workers restarted"],
    ["09:52:10 workers restarted", "09:52  workers restarted"],
    ["09.52: Mara leert den Speicher", "09:52  Mara leert den Speicher"],
    ["**09.52** workers restarted", "09:52  workers restarted"],
    ["09'52 workers restarted", "09:52  workers restarted"],
    ["09.52, on-call joined", "09:52  on-call joined"],
    ["09.52 - workers restarted", "09:52  workers restarted"],
    ["09_52 workers restarted", "09:52  workers restarted"],
    ["09.47 1.2 rolled back", "09:47  1.2 rolled back"],
  ])("is an event: %s", (row, event) => {
    expect(log(row, "10:05 errors are gone")).toEqual(["09:47  cache is full", event, "10:05  errors are gone"]);
  });

  it.each([
    "4.18 was rolled back",
    "09.52 kg of ice arrived",
    "09.52 % of requests failed",
    "1002 orders got lost",
    "0952 of them failed",
    "11.30 workers restarted",
    "08.15 workers restarted",
    "9.52 workers restarted",
    "09.72 workers restarted",
    "09.52.1 is the release",
    "09.52 is the release",
  ])("is a part of the one above: %s", (row) => {
    expect(log(row, "10:05 errors are gone")).toHaveLength(2);
  });

  it("is read behind the last time, past midnight and in a list with the newest first", () => {
    expect(log("09:50 slow", "10.05 errors are gone")).toHaveLength(3);
    expect(log("09:50 slow", "16.05 errors are gone")).toHaveLength(2);
    expect(read("2026-03-06", "- 23:50 slow", "- 23.58 down", "- 00.04 up", "- 00:10 calm")).toHaveLength(4);
    expect(read("2026-03-06", "- 10:10 calm", "- 10.04 up", "- 10:01 down")).toHaveLength(3);
  });
});

describe("times with a blank behind their colon", () => {
  const list = (sign: string) =>
    `10: 30${sign} Outage begins\n10: 56${sign} Team is on site\n12: 10${sign} Servers are back`;
  const all = [
    "2026-03-06T10:30  Outage begins",
    "2026-03-06T10:56  Team is on site",
    "2026-03-06T12:10  Servers are back",
  ];

  it.each([":", " -", " –"])("are read in a list with a mark behind them: %s", (sign) => {
    expect(read("2026-03-06", "The provider had an outage that day.", "", list(sign))).toEqual(all);
  });

  it.each([
    "10: 30 amps\n10: 56 amps\n12: 10 amps",
    "10: 30: a ratio\n9: 10: a ratio",
    "10: 300: a part\n10: 560: a part\n12: 100: a part",
  ])("aren't other numbers: %s", (lines) => {
    expect(read("2026-03-06", "The provider had an outage that day.", "", lines)).toEqual([]);
  });
});

describe("the year of a date", () => {
  const good = ["2024-03-05T09:00  deploy", "2024-03-05T10:00  down"];
  const dated = ["2024-03-05T09:00:00Z deploy", "2024-03-05T10:00:00Z down"];

  it.each([
    ["1024-03-05 11:00 old", "1925-03-05 11:00 older", "2024-03-05T11:00:00Z up"],
    ["1024-03-05T11:00:00Z old", "2024-03 is the month"],
    ["0024-03-05 11:00 old"],
    ["1124-3-5 11:00 old"],
    ["1024–03–05 11:00 old"],
    ["2024-03-05 25:61 odd", "1024-03-05 11:00 old"],
  ])("isn't a time next to a date that can't be read: %s", (...odd) => {
    for (const sign of ["- ", ""]) {
      const text = [...dated, ...odd].map((line) => `${sign}${line}`).join("\n");
      expect(read(text)).toEqual(expect.arrayContaining(good));
    }
  });
});
