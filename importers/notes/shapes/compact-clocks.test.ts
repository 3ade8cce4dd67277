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
