import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "#importers/testing/fixtures.ts";

const read = (...lines: string[]) =>
  parseSource(textInput(`${lines.join("\n")}\n`, "server.log"), { zone: "UTC" }).events.map(
    ({ at, title }) => `${at?.slice(0, 23)} ${title}`,
  );

describe("a level in front of a stamp in brackets", () => {
  it.each([
    "INFO [09:00:00 06-Mar-26 UTC][pump] Pump stopped",
    "WARNING [09:00:00 6-Mar-26 UTC] Pump stopped",
    "SEVERE  [06-Mar-26 09:00:00 UTC] Pump stopped",
    "ERROR [2026-03-06 09:00:00] Pump stopped",
    "warn [2026-03-06T09:00:00Z] Pump stopped",
    "Critical [06/Mar/2026 09:00:00] Pump stopped",
  ])("doesn't hide it, even in a single line: %s", (line) => {
    const [event, ...others] = read(line);
    expect(event).toMatch(/^2026-03-06T09:00:00.*Pump stopped$/);
    expect(others).toEqual([]);
  });

  it("is part of the text if no time follows", () => {
    expect(read("09:00 6 Mar 2026 ERROR [12 retries] Pump stopped")[0]).toContain("ERROR [12 retries]");
  });
});

describe("a log with stamps of its own", () => {
  it.each([
    ["HDFS", "260306 090000 35 INFO dfs: Pump stopped", "00.000 35 INFO dfs: Pump stopped"],
    ["MySQL 5", "260306  9:00:00 [Warning] Pump stopped", "00.000 [Warning] Pump stopped"],
    ["CockroachDB", "W260306 09:00:00.25 41 pump.go:1 Pump stopped", "00.250 41 pump.go:1 Pump stopped"],
    ["a day and a time in digits", "20260306 090000 Pump stopped", "00.000 Pump stopped"],
    ["fourteen digits", "20260306090000 Pump stopped", "00.000 Pump stopped"],
    ["milliseconds without zeros", "20260306-9:0:0:74|Pump stopped", "00.074 Pump stopped"],
    ["Db2", "2026-03-06-09.00.00.250000 Pump stopped", "00.250 Pump stopped"],
    ["Db2, with minutes from UTC", "2026-03-06-10.00.00.250000+060 Pump stopped", "00.250 Pump stopped"],
    ["a game", "[2026.03.06-09.00.00:250][ 12]Pump stopped", "00.250 Pump stopped"],
    ["hyphens in the time", "2026-03-06T09-00-00 Pump stopped", "00.000 Pump stopped"],
    ["Spark", "26/03/06 09:00:00 INFO storage.Pump: Pump stopped", "00.000 INFO storage.Pump: Pump stopped"],
    ["a day in one word", "6Mar2026 9:00:00 Pump stopped", "00.000 Pump stopped"],
    ["MikroTik", "mar/06/2026 09:00:00 system,info Pump stopped", "00.000 system,info Pump stopped"],
    ["NX-OS", "2026 Mar  6 09:00:00 pump-1 %X-5-DOWN: Pump stopped", "00.000 pump-1 %X-5-DOWN: Pump stopped"],
    ["glog", "I20260306 09:00:00.250000  12 pump.cc:1] Pump stopped", "00.250 12 pump.cc:1] Pump stopped"],
    ["Python", "ERROR:root:2026-03-06 09:00:00,250 Pump stopped", "00.250 ERROR Pump stopped"],
    ["Sybase", "00:0002:00000:00012:2026/03/06 09:00:00.25 Pump stopped", "00.250 Pump stopped"],
    ["Source", "L 03/06/2026 - 09:00:00: Pump stopped", "00.000 Pump stopped"],
    ["a bucket", "79a5ef logs [06/Mar/2026:09:00:00 +0000] Pump stopped", "00.000 Pump stopped"],
    ["seconds beside their day", "R1 1772787600 2026.03.06 Pump stopped", "00.000 R1 Pump stopped"],
    ["seconds beside their day, between marks", "20260306;Pump stopped;1772787600;", "00.000 Pump stopped"],
  ])("is read whole: %s", (_, line, words) => {
    const other = line.includes("03/06/2026") ? "L 03/16/2026 - 09:00:00: Pump stopped" : line;
    const events = read(line, other);
    expect(events).toHaveLength(2);
    expect(events[0]).toContain(`2026-03-06T09:00:${words}`);
  });

  it.each([
    ["Redis", "[6666] 16 Nov 05:54:43.691 * Pump stopped"],
    ["Redis with roles", "3452:M 16 Nov 05:54:43.691 * Pump stopped"],
    ["IOS with numbers of lines", "000123: May  4 10:20:30.123: Pump stopped"],
    ["IOS XR", "RP/0/RSP0/CPU0:May  4 10:20:30.123 : Pump stopped"],
    ["Chromium", "[1234:5678:0504/102030.123456:ERROR:gpu.cc(12)] Pump stopped"],
    ["RouterOS", "may/04 10:20:30 Pump stopped"],
  ])("is asked for a year that it leaves out: %s", (_, line) => {
    const { events } = parseSource(textInput(`${line}\n${line}\n`, "server.log"), { zone: "UTC" });
    expect(events.map(({ at, ambiguity }) => [at, ambiguity?.reason])).toEqual([
      [null, "date"],
      [null, "date"],
    ]);
  });

  it.each(["24000", "23366", "24999"])("has no time on a day that the year doesn't have: %s", (day) => {
    const line = `N 4000000 SYS1     ${day} 09:00:00.25 JOB01234 00000090  PUMP STOPPED`;
    expect(read(line, line).filter((event) => /^\d{4}-/.test(event))).toEqual([]);
  });

  it("contains reports, whose words are below their stamps", () => {
    const lines = [
      "",
      "=ERROR REPORT==== 6-Mar-2026::09:00:00 ===",
      "Pump stopped",
      "net_tick_timeout",
      "",
      "=INFO REPORT==== 6-Mar-2026::09:01:00.25 ===",
      "Pump started",
    ];
    expect(read(...lines)).toEqual([
      expect.stringContaining("2026-03-06T09:00:00.000 ERROR REPORT: Pump stopped"),
      "2026-03-06T09:01:00.250 INFO REPORT: Pump started",
    ]);
  });

  it.each([
    ["a number that counts", ["260306 090000 orders were lost", "260307 091000 orders were lost"]],
    ["digits on some lines only", ["260306 090000 3 INFO Pump stopped", "99 INFO pumps", "260306 090001 3 INFO x"]],
    ["no such day", ["261306 090000 3 INFO Pump stopped", "261306 090001 3 INFO Pump started"]],
    ["seconds of another day", ["1772787600 2026.01.06 Pump stopped", "1772787600 2026.01.06 Pump started"]],
    ["two seconds", ["20260306 1772787600 1772787660 OK", "20260306 1772787600 1772787660 OK"]],
  ])("isn't a text with %s", (_, lines) => {
    expect(read(...lines)).toEqual([]);
  });

  it("isn't a text that quotes one of its lines", () => {
    const lines = [
      "The pump stopped.",
      "",
      "[6666] 16 Nov 05:54:43.691 * Pump stopped",
      "",
      "We started it.",
      "It ran.",
    ];
    expect(read(...lines)).toEqual([]);
  });
});
