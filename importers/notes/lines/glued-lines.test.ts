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

describe("a paragraph of times with dashes", () => {
  const day = "November 18, 2020";
  it.each([
    [`${day} 4:19 a.m. UTC — It fell. 6:49 a.m. UTC — It is back. 6:32 p.m. UTC — Again.`, ["04:19", "06:49", "18:32"]],
    [
      `Wednesday, Nov. 18, 2020 4:19 a.m. — It fell. 6:49 a.m. — It is back. 6:32 p.m. — Again.`,
      ["04:19", "06:49", "18:32"],
    ],
    ["04:19 — It fell. 06:49 — It is back. 18:32 — Again.", ["04:19", "06:49", "18:32"]],
    ["04:19 UTC - It fell. 06:49 UTC - Is it back? 18:32 UTC - Again.", ["04:19", "06:49", "18:32"]],
    ["4:19 AM – It fell! 6:49 AM – It is back. 6:32 PM – Again.", ["04:19", "06:49", "18:32"]],
    [`18.11.2020 04:19 — Ausfall. 06:49 — Behoben. 18:32 — Wieder.`, ["04:19", "06:49", "18:32"]],
    ["2020-11-18 04:19 — En panne. 06:49 — Rétabli. 18:32 — Encore.", ["04:19", "06:49", "18:32"]],
  ])("is cut before each time behind a sentence: %s", (line, expected) => {
    expect(told(line).map((one) => one.slice(0, 5))).toEqual(expected);
  });

  it("is left as it is with a time within its words", () => {
    expect(told("04:19 — It fell at 04:15. Between 06:49 - 07:10 it was slow. All is well.").length).toBeLessThan(2);
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

describe("entries with a day that share a line", () => {
  const two = (line: string) => told(`2020-11-18 10:00 – It fell.\n${line}\n2020-11-18 12:00 – Over.`);

  it.each([
    "2020-11-18 11:00 – We looked. 2020-11-18 11:30 – We restarted it.",
    "2020/11/18 11:00 – We looked. 2020/11/18 11:30 – We restarted it.",
    "2020-11-18 11:00 - We looked! 2020-11-18 11:30 - We restarted it.",
    "2020-11-18 11:00 — We looked (twice.) 2020-11-18 11:30 — We restarted it.",
    "2020.11.18 11:00 – We looked… 2020.11.18 11:30 – We restarted it.",
    "Start: 2020-11-18 11:00 – We looked. 2020-11-18 11:30 – We restarted it.",
  ])("are two: %s", (line) => {
    expect(two(line).map((one) => one.slice(0, 8))).toEqual(["10:00 It", "11:00 We", "11:30 We", "12:00 Ov"]);
  });

  it.each([
    "2020-11-18 11:00 – We looked at the log from 2020-11-18 10:30 – nothing there.",
    "2020-11-18 11:00 – We looked. 2020-11-17 was the last deploy.",
    "2020-11-18 11:00 – We looked. The log says 2020-11-18 10:30 – nothing.",
  ])("aren't without the end of a sentence between: %s", (line) => {
    expect(two(line)).toHaveLength(3);
  });

  it.each([
    ["Start: 2020/11/18 11:00 – We looked", "11:00 We looked 5"],
    ["End: 2020-11-18 11:00 UTC - We looked", "11:00 We looked 5"],
    ["Started: 18/11/2020 11:00 – we looked", "11:00 we looked 5"],
  ])("can name the first and the last: %s", (line, expected) => {
    expect(told(`${line}\n2020-11-18 12:00 – Over`)[0]).toBe(expected);
  });
});

describe("rows of a table whose cells an export joined", () => {
  const rows = (...lines: string[]) => told(lines.join("\n")).map((one) => one.replace(/ \d+$/, ""));
  const both = ["17:38 Power fails", "17:42 A generator starts", "17:51 Power is back"];

  it.each([
    ["TimeEvent", "17:38Power fails", "17:42A generator starts", "17:51Power is back"],
    ["17:38Power fails", "", "17:42A generator starts", "", "17:51Power is back"],
    ["* 17:38Power fails", "* 17:42A generator starts", "* 17:51Power is back"],
    ["5:38 PMPower fails", "5:42 PMA generator starts", "5:51 PMPower is back"],
    ["17:38 UTCPower fails", "17:42 UTCA generator starts", "17:51 UTCPower is back"],
    ["18 Nov 2020 17:38Power fails", "18 Nov 2020 17:42A generator starts", "18 Nov 2020 17:51Power is back"],
    ["TimeEvent17:38Power fails17:42A generator starts17:51Power is back"],
  ])("are read with a blank between them: %s", (...lines) => {
    expect(rows(...lines)).toEqual(both);
  });

  it.each([
    ["HoraSuceso", "17:38La base de datos deja de responder", "17:42Reinicio", "17:51Todo vuelve a la normalidad"],
    ["17:38Сервис упал", "17:42Инженер перезапустил сервер", "17:51Всё работает"],
    ["ZeitEreignis", "17:38Ausfall bemerkt", "17:42Neustart", "17:51Behoben"],
  ])("are read in other languages: %s", (...lines) => {
    expect(rows(...lines).map((one) => one.slice(0, 5))).toEqual(["17:38", "17:42", "17:51"]);
  });

  it.each([
    ["The train 17:38Express was late.", "The train 17:42Regional as well."],
    ["17:38Alpha", "17:42Beta", "Those were the names of two builds."],
    ["We saw the tracks 17:38Ab, then 17:42Bc, and 17:51Cd."],
  ])("aren't names that contain a time: %s", (...lines) => expect(rows(...lines)).toEqual([]));
});
