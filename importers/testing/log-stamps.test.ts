import { describe, expect, it } from "vitest";
import { parseSource } from "#importers/open/parse-source.ts";
import { textInput } from "./fixtures.ts";

const read = (...lines: string[]) =>
  parseSource(textInput(`${lines.join("\n")}\n`, "server.log"), { zone: "UTC" }).events.map(
    ({ at, title }) => `${at?.slice(0, 19)} ${title}`,
  );

describe("the first column of a log", () => {
  it.each([
    ["seconds before a colon", "1772787600: Client pump-4 connected", "Client pump-4 connected"],
    ["seconds in brackets", "[1772787600] Client pump-4 connected", "Client pump-4 connected"],
    ["seconds with decimals", "1772787600.049   512 10.0.0.7 MISS/200 GET /pay", "512 10.0.0.7 MISS/200 GET /pay"],
    ["seconds with decimals before a colon", "1772787600.5: Queue drained", "Queue drained"],
    ["milliseconds before a colon", "1772787600123: Queue drained", "Queue drained"],
    ["seconds before a bar", "1772787600|broker|Queue drained", "broker|Queue drained"],
    ["a day and a time with a dash", "20260306-09:00:00:606|Steps|301|Screen on", "Steps|301|Screen on"],
    ["a day and a time with a dash, and no decimals", "20260306-09:00:00 Screen on", "Screen on"],
    ["an ISO day and a time with a dash", "2026-03-06-09:00:00 Screen on", "Screen on"],
    ["decimals behind a colon", "2026-03-06 09:00:00:606 Screen on", "Screen on"],
    ["numbers of a process in front", "[2832:0001-373] 2026-03-06 09:00:00 smtp: login failed", "smtp: login failed"],
    ["a month with a full stop", '10.0.0.7 -  -  [06/mars/2026:09:00:00 +0000] "GET /pay" 502', '"GET /pay" 502'],
  ])("contains the time: %s", (_, line, title) => {
    expect(read(line, line.replace(title, "Another line"))[0]).toBe(`2026-03-06T09:00:00 ${title}`);
  });

  it.each(["http", "https", "h2", "grpcs", "ws", "wss", "grpc", "HTTPS", "H2", "WSS"])(
    "is behind the protocol of a load balancer: %s",
    (protocol) => {
      const line = "2026-03-06T09:00:00.123456Z app/shop 10.0.0.7:2817 10.0.0.1:80 200";
      const other = "2026-03-06T09:00:01.123456Z app/shop 10.0.0.7:2818 10.0.0.1:80 502";
      expect(read(`${protocol} ${line}`, other)).toEqual([
        "2026-03-06T09:00:00 app/shop 10.0.0.7:2817 10.0.0.1:80 200",
        "2026-03-06T09:00:01 app/shop 10.0.0.7:2818 10.0.0.1:80 502",
      ]);
    },
  );

  it.each(["sept.", "Sept", "sep", "septembre"])("has its month in another language: %s", (month) => {
    const line = `10.0.0.7 - - [02/${month}/2026:09:00:00 +0000] "GET /pay" 502`;
    expect(read(line, line)[0]).toContain("2026-09-02T09:00:00");
  });

  it.each(["1772787600 orders were lost", "1772787600 is the number to call", "ID 1772787600: a customer"])(
    "contains no time if a number counts something: %s",
    (line) => {
      expect(read(line, line)).toEqual([]);
    },
  );
});

describe("a time without a year on a line that repeats it with the year", () => {
  const haproxy = (month: string, day: string, year: number) =>
    `${month} ${day} 09:03:52 web haproxy[32]: 10.0.0.7:38862 [${day}/${month}/${year}:09:03:52.726] in~ "GET /pay"`;
  it.each([
    [haproxy("Jul", "30", 2018), "2018-07-30T09:03:52"],
    [haproxy("May", "22", 2021), "2021-05-22T09:03:52"],
    ["Mar 06 09:00:00 db-1 app[7]: 2026-03-06T09:00:00Z Queue drained", "2026-03-06T09:00:00"],
    ["Mar  6 09:00:00 db-1 app[7]: 2026-03-06 09:00:00,123 Queue drained", "2026-03-06T09:00:00"],
  ])("has that year: %s", (line, at) => {
    expect(read(line, line)[0]?.slice(0, 19)).toBe(at);
  });

  it.each([
    "Mar 06 09:00:00 db-1 app[7]: certificate ends 2027-03-06 00:00:00",
    "Mar 06 09:00:00 db-1 app[7]: backup of 2025-03-05 09:00:00 is gone",
    "Mar 06 09:00:00 db-1 app[7]: seen 2025-03-06 at noon",
  ])("is asked for it if the repeated moment differs: %s", (line) => {
    expect(read(line, line)[0]).toMatch(/^undefined/);
  });
});
