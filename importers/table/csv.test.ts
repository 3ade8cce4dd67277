import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ParseOptions, ParseResult } from "#importers/base/importer.ts";
import { notesImporter } from "#importers/notes/notes.ts";
import { parseSource } from "#importers/open/parse-source.ts";
import { readSource } from "#importers/source/read-source.ts";
import { fixture, textInput } from "#importers/testing/fixtures.ts";
import { csvImporter } from "./csv.ts";
import { guessMapping } from "./csv-mapping.ts";

function parse(text: string, options: ParseOptions = {}): ParseResult {
  return csvImporter.parse(readSource(textInput(text, "events.csv")), options);
}

const instants = (text: string, options?: ParseOptions) =>
  parse(text, options).events.map((event) => event.at ?? event.ambiguity?.reason);

describe("the mapping of columns", () => {
  it("doesn't use a number as text, and uses the unnamed column after the category", () => {
    const text =
      "Level,Date and Time,Source,Event ID,Task Category\nError,2024-03-01 12:00:05,SCM,7031,None,The spooler stopped\nInfo,2024-03-01 12:40:10,SCM,7036,None,The spooler runs";
    expect(parse(text, { zone: "UTC" }).events.map(({ title }) => title)).toEqual([
      "The spooler stopped",
      "The spooler runs",
    ]);
  });

  it("has the end of a problem in its time of recovery", () => {
    const text =
      "Severity,Time,Recovery time,Status,Problem\nHigh,2024-03-05 14:02:11,2024-03-05 14:20:02,RESOLVED,Agent is down\n";
    expect(parse(text, { zone: "UTC" }).events.map(({ at, endAt }) => [at, endAt])).toEqual([
      ["2024-03-05T14:02:11.000Z", "2024-03-05T14:20:02.000Z"],
    ]);
  });

  it("is guessed from names and cells", () => {
    expect(
      guessMapping(
        ["id", "startedAt", "endedAt", "Summary", "Details", "Event type", "Who", "Services", "Link", "Time zone", "x"],
        [
          [
            "1",
            "2024-05-01 10:00",
            "2024-05-01 10:05",
            "a",
            "b",
            "deploy",
            "Ann",
            "api",
            "https://a.example",
            "UTC",
            "7",
          ],
        ],
      ),
    ).toEqual({
      id: "external_id",
      startedAt: "time",
      endedAt: "end",
      Summary: "title",
      Details: "body",
      "Event type": "kind",
      Who: "actor",
      Services: "service",
      Link: "url",
      "Time zone": "zone",
      x: "nothing",
    });
  });

  it("keeps date and time separate, and trusts cells more than names", () => {
    expect(guessMapping(["Date", "Time", "What"], [["13/04/2024", "22:10", "a"]])).toEqual({
      Date: "date",
      Time: "time",
      What: "title",
    });
    expect(guessMapping(["time", "moment", "note"], [["soon", "1714572300", "a"]])).toMatchObject({ moment: "time" });
    const linked = ["2024-05-01T10:00:00Z", "https://example.com/a/rather/long/address", "Queue full"];
    expect(guessMapping(["time", "page", "x"], [linked])).toMatchObject({ page: "nothing", x: "title" });
    expect(guessMapping(["time", "text", "x"], [linked])).toMatchObject({ text: "body", x: "title" });
    expect(guessMapping(["time", "page"], [linked.slice(0, 2)])).toMatchObject({ page: "title" });
    const noted = ["2024-05-01T10:00:00Z", "a longer note", "Queue full"];
    expect(guessMapping(["time", "Notes", "Event Name"], [noted])).toMatchObject({ "Event Name": "title" });
  });

  it("can be given", () => {
    const text = "a,b,c\n2024-05-01 10:00,first,second\n";
    const mapping = { a: "time", c: "title", b: "actor" } as const;
    expect(parse(text, { zone: "UTC", mapping }).events[0]).toMatchObject({ title: "second", actor: "first" });
    expect(parse(text, { mapping: { b: "title" } }).rejects[0]?.reason).toBe("Row 2: no column contains times.");
  });
});

describe("times", () => {
  it("are epochs of any size, ISO, or local with the zone of a column, the header or the options", () => {
    expect(
      instants("ts,what\n1714572300,a\n1714572300123,b\n1714572300123456,c\n1714572300123456789,d\n1714572300.5,e\n"),
    ).toEqual([
      "2024-05-01T14:05:00.000Z",
      "2024-05-01T14:05:00.123Z",
      "2024-05-01T14:05:00.123Z",
      "2024-05-01T14:05:00.123Z",
      "2024-05-01T14:05:00.500Z",
    ]);
    expect(instants("time,tz,what\n2024-05-01 10:00,Europe/Dublin,a\n2024-05-01 10:00,PST,b\n")).toEqual([
      "2024-05-01T09:00:00.000Z",
      "2024-05-01T18:00:00.000Z",
    ]);
    expect(instants("time_utc,what\n2024-05-01 10:00,a\n")).toEqual(["2024-05-01T10:00:00.000Z"]);
    expect(instants("time,what\n2024-05-01 10:00,a\n")).toEqual(["zone"]);
    expect(instants("time,what\n10:00,a\n23:50,b\n00:10,c\n", { zone: "UTC", date: "2024-05-01" })[2]).toBe(
      "2024-05-02T00:10:00.000Z",
    );
  });

  it("are read day first or month first by the whole column, or asked for", () => {
    const utc = { zone: "UTC" };
    expect(instants("date,time,what\n03/05/2024,09:00,a\n13/04/2024,22:10,b\n", utc)[0]).toBe(
      "2024-05-03T09:00:00.000Z",
    );
    expect(instants("date,time,what\n03/05/2024,09:00,a\n04/13/2024,22:10,b\n", utc)[0]).toBe(
      "2024-03-05T09:00:00.000Z",
    );
    expect(instants("date,time,what\n03/05/2024,09:00,a\n", utc)).toEqual(["date"]);
  });
});

describe("rows", () => {
  const text = [
    "Time (UTC),Event,Who",
    "2024-05-01 14:05,Deploy started,ann",
    "2024-05-01 25:10,bad,bob",
    ",empty,bob",
    '2024-05-01 14:09,"quoted, comma\nand line",bob',
    '2024-05-01 14:10,"unclosed,bob',
    "2024-05-01 14:12,ok,bob,extra",
    "2024-05-01 14:13,,",
    "",
    "2024-05-01 14:14,fine",
  ].join("\n");

  it("that are bad are rejected with number and reason and don't affect good ones", () => {
    const { events, rejects } = parse(text);
    expect(events.map((event) => `${event.line} ${event.title}`)).toEqual([
      "2 Deploy started",
      "5 quoted, comma",
      "10 fine",
    ]);
    expect(events[1]?.body).toBe("quoted, comma\nand line");
    expect(rejects.map((reject) => reject.reason)).toEqual([
      "Row 3: 25:10 isn't a time of day.",
      "Row 4: the time is empty.",
      "Row 6: a quotation mark isn't closed.",
      "Row 7: it has 4 cells, the header has 3.",
      "Row 8: there's no text next to the time.",
    ]);
  });

  it("keep the whole text of a cell that is too long for its field", () => {
    const long = `${"name ".repeat(60)}end of it`;
    const mapping = { time: "time", title: "title", who: "actor" } as const;
    const [event] = parse(`time,title,who\n2024-05-01 10:00,seen,${long}`, { zone: "UTC", mapping }).events;
    expect(event?.actor?.length).toBeLessThanOrEqual(200);
    expect(event?.body).toContain("end of it");
  });

  it("become events or rejects one by one, whatever they contain", () => {
    const cell = fc.constantFrom(
      "2024-05-01 10:00",
      "10:00",
      "words",
      "",
      '"',
      '"a,b"',
      "1714572300",
      "a;b",
      "03/04/2024",
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }), (rows) => {
        const body = rows.map((row, index) => `${row.join(",")},row${index}x`).join("\n");
        const result = JSON.stringify(
          parse(`time,title,who,note\n${body}`, {
            zone: "UTC",
            mapping: {
              time: "time",
              title: "title",
              who: "actor",
              note: "body",
            },
          }),
        );
        for (const index of rows.keys()) expect(result).toContain(`row${index}x`);
      }),
      { numRuns: 300 },
    );
  });
});

describe("detection", () => {
  const certainty = (text: string, filename = "x.txt") => {
    const source = readSource(textInput(text, filename));
    return csvImporter.detect(source) - notesImporter.detect(source);
  };

  it("has more confidence than notes for tables only", () => {
    expect(certainty("time,event\n2024-05-01 10:00,a\n2024-05-01 10:01,b\n")).toBeGreaterThan(0);
    expect(certainty("when\twhat\n1714572300\tx\n")).toBeGreaterThan(0);
    expect(certainty("date;time;what\n13/04/2024;22:10;a\n")).toBeGreaterThan(0);
    expect(certainty("10:00 a, b\n10:01 c\n10:02 d, e, f\n")).toBeLessThan(0);
    expect(certainty("| Time | Event |\n|---|---|\n| 10:00 | a |\n| 10:01 | b |\n")).toBeLessThan(0);
    expect(csvImporter.detect(readSource(textInput('[{"a":1}]')))).toBe(0);
  });

  it.each([
    ["csv/csv_timestamp_as_datetime.csv", 4],
    ["csv/sigma_events.csv", 4],
    ["csv/evtx_part.csv", 13],
  ])("%s: %i rows, all good", (path, count) => {
    const { format, events, rejects } = parseSource(fixture(path));
    expect(format).toBe("csv");
    expect(events).toHaveLength(count);
    expect(rejects).toEqual([]);
    expect(events.every((event) => event.at !== null && event.precision === "exact")).toBe(true);
  });

  it("asks whether a short time is before or after noon, but not about ISO 8601 times next to it", () => {
    const rows = ["time,title", "2022-08-29T10:00:00.000Z,Deploy", "1:10,Restart", "2024-12-11T11:00:00Z,Deploy"];
    const { events } = csvImporter.parse(
      { filename: "a.csv", text: rows.join("\n"), json: undefined },
      { zone: "UTC" },
    );
    expect(events.map(({ at, ambiguity }) => at ?? ambiguity?.reason)).toEqual([
      "2022-08-29T10:00:00.000Z",
      "half_day",
      "2024-12-11T11:00:00.000Z",
    ]);
  });
});
