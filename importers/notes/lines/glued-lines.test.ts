import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (text: string) =>
  parseSource(textInput(`# Outage on 18 November 2020\n\nThe database was out of step.\n\n${text}\n`), { zone: "UTC" });
const told = (text: string) => read(text).events.map(({ at, title, line }) => `${at?.slice(11, 16)} ${title} ${line}`);

describe("lines that an export joined", () => {
  it.each([
    "16:47 - First message of the log16:54 - The replica lags16:55 - More errors",
    "16:47 – First message of the log16:54 – The replica lags16:55 – More errors",
    "16:47: First message of the log16:54: The replica lags16:55: More errors",
    "- 16:47 - First message of the log16:54 - The replica lags16:55 - More errors",
  ])("are cut before each time: %s", (line) => {
    expect(told(line)).toEqual(["16:47 First message of the log 5", "16:54 The replica lags 5", "16:55 More errors 5"]);
  });

  it("are cut after the end of a sentence", () => {
    const [first, second] = told(
      "16:47 - It fell.16:54 - The replica lags (a lot)16:55 - More errors at 90%16:58 - Over",
    );
    expect([first, second]).toEqual(["16:47 It fell. 5", "16:54 The replica lags (a lot) 5"]);
  });

  it.each([
    "16:47 - Moved host16:54 - to the other rack",
    "16:47 - Between 16:54 - 16:55 nothing worked, nor from 16:58 - 17:10",
    "The versions v16:54 - v16:55 - v16:56 - were out",
  ])("are left as they are: %s", (line) => {
    expect(told(line).length).toBeLessThan(2);
  });
});

describe("table rows that an export cut after their first cell", () => {
  const rows = ["| 12:33 |", "Alerts fired |", "| 12:34 |", "Team engaged |", "| 13:00 |", "Restored. |"];

  it.each([[["| Time |", "Event |", ...rows]], [rows], [["| Time | Event |", "|---|---|", ...rows]]])(
    "are joined: %j",
    (lines) => {
      const { events, rejects } = read(`Timeline (UTC)\n${lines.join("\n")}`);
      expect(events.map(({ at, title }) => `${at?.slice(11, 16)} ${title}`)).toEqual([
        "12:33 Alerts fired",
        "12:34 Team engaged",
        "13:00 Restored.",
      ]);
      expect(rejects).toEqual([]);
    },
  );
});
