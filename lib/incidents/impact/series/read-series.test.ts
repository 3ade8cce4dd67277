import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSeries } from "./read-series.ts";

const AT = "2026-03-04T09:00:00.000Z";
const LATER = "2026-03-04T09:01:00.000Z";
const matrix = (...series: { metric: Record<string, string>; values: [number, string][] }[]) =>
  JSON.stringify({ status: "success", data: { resultType: "matrix", result: series } });
const EPOCH = Date.parse(AT) / 1000;

describe("readSeries, tables", () => {
  it.each([
    ["time,errors,total", `${AT},5,100`, 5, 100, 0.05],
    ["Timestamp;5xx;Requests", `${EPOCH};5;1.000`, 5, 1, null],
    ["when\tfailed calls\tall calls", `${EPOCH * 1000}\t1\t4`, 1, 4, 0.25],
    ["total,errors,date", `"1,000",5,2026-03-04T10:00:00+01:00`, 5, 1000, 0.005],
    ["time,ok,failures", `${AT},3,1`, 1, 4, 0.25],
    ["time,successful requests,requests", `${AT},3,4`, 1, 4, 0.25],
    ["time,error rate", `${AT},0.25`, null, null, 0.25],
    ["time,error_ratio", `${AT},2.5e-1`, null, null, 0.25],
    ["time,errors", `${AT},25%`, null, null, 0.25],
    ["Time;Fehler in %;x", `${AT};"0,5";`, null, null, 0.005],
    ["time,error percentage", `${AT},0.5`, null, null, 0.005],
    ["time,availability", `${AT},0.999`, null, null, 0.001],
    ["time,availability %", `${AT},99.9`, null, null, 0.001],
    ["time,requests,error rate", `${AT},4,0.25`, null, 4, 0.25],
    ["time,request rate,error rate", `${AT},40,10`, 10, 40, 0.25],
    ["time,http_requests_total,httpErrors", `${AT},2K,20`, 20, 2000, 0.01],
  ])("reads %s", (header, row, errors, total, ratio) => {
    const [point] = readSeries(`${header}\n${row}\n`).points;
    if (ratio === null) expect(readSeries(`${header}\n${row}\n`).problems).toMatchObject([{ kind: "line" }]);
    else expect(point).toEqual({ at: AT, errors, total, ratio });
  });

  it("treats the smaller of two unnamed columns as the errors, and reports it", () => {
    const { points, problems } = readSeries(`${EPOCH},100,3\n${EPOCH + 60},90,2\n`);
    expect(points.map(({ errors }) => errors)).toEqual([3, 2]);
    expect(problems).toMatchObject([{ kind: "guess" }]);
  });

  it("asks if neither column is smaller", () => {
    const { points, problems } = readSeries(`time,a,b\n${EPOCH},100,3\n${EPOCH + 60},1,2\n`);
    expect(points).toEqual([]);
    expect(problems).toMatchObject([{ kind: "unclear" }]);
  });

  it("asks once for the time zone of local times, and reads them in it", () => {
    const text = "time,errors,total\n2026-03-04 10:00:00,1,2\n2026-03-04 10:01:00,1,2\n";
    expect(readSeries(text)).toMatchObject({ points: [], problems: [{ kind: "zone", line: 2 }] });
    expect(readSeries(text, { zone: "Europe/Paris" }).points.map(({ at }) => at)).toEqual([AT, LATER]);
    const repeated = readSeries("time,share\n2026-10-25 02:30,0.1\n", { zone: "Europe/Paris" });
    expect(repeated).toMatchObject({ points: [], problems: [{ kind: "line", line: 2 }] });
  });

  it("sorts, and names what it leaves out", () => {
    const { points, problems } = readSeries(
      `time,errors,total\n${LATER},1,10\nsoon,1,10\n${AT},11,10\n${AT},1,10\n2026-03-04T09:02:00Z,,10\n2026-03-04T09:03:00Z,x,9\n`,
    );
    expect(points.map(({ at, ratio }) => [at, ratio])).toEqual([
      [AT, null],
      [LATER, 0.1],
      ["2026-03-04T09:02:00.000Z", null],
      ["2026-03-04T09:03:00.000Z", null],
    ]);
    expect(problems.map(({ line }) => line).sort()).toEqual([3, 4, 5, 7]);
  });

  it.each(["", "hello", "a,b\n1,2", '{"data": {"resultType": "vector", "result": []}}', "{", "[1]", "time,errors\n"])(
    "reads nothing from %j, and explains why",
    (text) => {
      const { points, problems } = readSeries(text);
      expect(points).toEqual([]);
      expect(problems.length).toBeGreaterThan(0);
    },
  );
});

describe("readSeries, Prometheus", () => {
  it("reads one series as the share of errors", () => {
    const { points, problems } = readSeries(
      matrix({
        metric: { job: "api" },
        values: [
          [EPOCH + 60, "0.5"],
          [EPOCH, "NaN"],
        ],
      }),
    );
    expect(points).toEqual([
      { at: AT, errors: null, total: null, ratio: null },
      { at: LATER, errors: null, total: null, ratio: 0.5 },
    ]);
    expect(problems).toMatchObject([{ kind: "guess" }]);
  });

  it.each([
    ["labels", { __name__: "http_requests_total" }, { code: "500" }, []],
    ["values", { series: "a" }, { series: "b" }, [{ kind: "guess" }]],
  ])("distinguishes errors from all requests by their %s", (_by, all, errors, problems) => {
    const text = matrix(
      {
        metric: all as Record<string, string>,
        values: [
          [EPOCH, "10"],
          [EPOCH + 60, "20"],
        ],
      },
      { metric: errors as Record<string, string>, values: [[EPOCH + 60, "5"]] },
    );
    expect(readSeries(text).points).toEqual([
      { at: AT, errors: null, total: 10, ratio: null },
      { at: LATER, errors: 5, total: 20, ratio: 0.25 },
    ]);
    expect(readSeries(text).problems).toMatchObject(problems);
  });

  it("reads the result alone, and rejects three series with advice", () => {
    const one = { metric: {}, values: [[EPOCH, "0.5"]] };
    expect(readSeries(JSON.stringify([one])).points).toHaveLength(1);
    expect(readSeries(JSON.stringify([one, one, one])).problems[0]?.text).toContain("3 series");
    expect(readSeries(matrix()).problems[0]?.text).toContain("no series");
  });
});

describe("readSeries, properties", () => {
  const counts = fc.array(
    fc.nat(100_000).chain((total) => fc.tuple(fc.nat(total), fc.constant(total))),
    { minLength: 1, maxLength: 30 },
  );

  it("returns the values of a table, whatever the delimiter and the format of times", () => {
    const writings = fc.constantFrom(
      (ms: number) => String(ms / 1000),
      (ms: number) => String(ms),
      (ms: number) => new Date(ms).toISOString(),
    );
    fc.assert(
      fc.property(counts, fc.constantFrom(",", ";", "\t"), writings, (rows, delimiter, write) => {
        const start = EPOCH * 1000;
        const lines = rows.map(([errors, total], at) => [write(start + at * 60_000), errors, total].join(delimiter));
        const { points, problems } = readSeries([["time", "errors", "total"].join(delimiter), ...lines].join("\n"));
        expect(problems).toEqual([]);
        expect(points.map(({ errors, total }) => [errors, total])).toEqual(rows);
        expect(points.map(({ at }) => Date.parse(at))).toEqual(rows.map((_, at) => start + at * 60_000));
      }),
    );
  });

  it("never throws, never gives a share outside 0 and 1, and is in order", () => {
    const cell = fc.oneof(fc.string({ maxLength: 8 }), fc.double().map(String), fc.constantFrom("5%", AT, "NaN", '"'));
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .array(fc.tuple(fc.integer({ min: 1e9, max: 2e9 }), cell, cell).map((row) => row.join(",")))
        .map((rows) => rows.join("\n")),
    );
    fc.assert(
      fc.property(text, (one) => {
        const { points } = readSeries(one);
        for (const { ratio } of points) expect(ratio === null || (ratio >= 0 && ratio <= 1)).toBe(true);
        const times = points.map(({ at }) => at);
        expect(times).toEqual([...new Set(times)].sort());
      }),
    );
  });
});

describe("readSeries, what it says", () => {
  const rows = (header: string, ...lines: string[]) =>
    readSeries([header, ...lines.map((line, at) => `${EPOCH + at * 60},${line}`)].join("\n"));
  const told = (header: string, ...lines: string[]) => rows(header, ...lines).problems.map(({ text }) => text);

  it.each<[string, string, string[], string[]]>([
    [
      "a share that is a percentage",
      "time,error rate",
      ["25"],
      ["“error rate” goes up to 25, so it was read as a percentage."],
    ],
    [
      "a share that can be none",
      "time,error rate",
      ["101"],
      ["“error rate” goes up to 101: that isn't a share. Add a column with all requests."],
    ],
    [
      "errors without requests",
      "time,errors",
      ["2"],
      ["There's a column of errors but none of all requests, so there's no share."],
    ],
    [
      "a column of few",
      "time,errors",
      ["1"],
      ["“errors” stays between 0 and 1, so it was read as the share of errors."],
    ],
    [
      "a column that could be anything",
      "time,x",
      ["2"],
      ["It isn't clear what “x” counts. Add a column with all requests, or use a share."],
    ],
    ["requests without errors", "time,requests", ["2"], ["“requests” doesn't count errors. Add a column with errors."]],
    ["errors next to something", "time,errors,x", ["1,4"], ["“x” was read as all requests."]],
    ["something next to errors", "time,x,errors", ["4,1"], ["“x” was read as all requests."]],
    ["the smaller first", "time,a,b", ["1,4"], ["“a” was read as errors, because it's smaller."]],
    ["the smaller second", "time,a,b", ["4,1"], ["“b” was read as errors, because it's smaller."]],
    ["two of one size", "time,a,b", ["4,4"], ["It isn't clear whether “a” or “b” counts the errors. Rename them."]],
    [
      "three without words",
      "time,a,b,c",
      ["1,2,3"],
      ["It isn't clear which column counts errors and which counts all requests. Rename them."],
    ],
    [
      "a column twice",
      "time,errors,total,failed",
      ["1,4,1"],
      ["“failed” was left out, because an earlier column has the same kind of value."],
    ],
    ["a count below zero", "time,errors,total", ["-1,4"], ["A count is below zero."]],
    ["more errors than requests", "time,errors,total", ["5,4"], ["5 errors are more than 4 requests."]],
    ["no numbers", "time,who", ["ana"], ["There's no column of numbers next to the times."]],
    ["what is no number", "time,errors,total", ["1,4", "many,4"], ["This isn't a number: many."]],
    ["what is sure", "time,errors,total", ["1,4"], []],
    [
      "success that is a percentage",
      "time,success rate",
      ["99"],
      ["“success rate” goes up to 99, so it was read as a percentage."],
    ],
    [
      "two shares",
      "time,error rate,failure rate",
      ["0.1,0.1"],
      ["It isn't clear whether “error rate” or “failure rate” counts the errors. Rename them."],
    ],
  ])("of %s", (_, header, lines, words) => expect(told(header, ...lines)).toEqual(words));

  it("reports times, and values given twice", () => {
    expect(readSeries("a,b\n1,2").problems.map(({ text }) => text)).toEqual([
      "No column contains times. Use epoch seconds or ISO 8601.",
    ]);
    const text = `time,errors,total\n${AT},1,4\n${AT},2,4\nsoon,1,4\n2026-03-04 10:00,1,4\n2026-03-04 10:01,1,4`;
    const { problems } = readSeries(text);
    expect(problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))).toEqual([
      { kind: "line", line: 3, text: `There are two values for ${AT}. The first one was used.` },
      { kind: "line", line: 4, text: "This isn't a time: soon." },
      { kind: "zone", line: 5, text: "What time zone is 2026-03-04 10:00 in?" },
    ]);
    expect(readSeries("time,share\n2026-10-25 02:30,0.1\n", { zone: "Europe/Paris" }).problems[0]?.text).toBe(
      "2026-10-25 02:30 occurs twice or not at all in Europe/Paris.",
    );
  });

  it("names what is wrong in which series of Prometheus", () => {
    const values = [
      [EPOCH, "0.5"],
      ["soon", "0.5"],
      [EPOCH + 60, "many"],
    ];
    const text = JSON.stringify([{ metric: { __name__: "share", job: "api" }, values }]);
    expect(readSeries(text)).toEqual({
      points: [{ at: AT, errors: null, total: null, ratio: 0.5 }],
      problems: [
        { kind: "line", line: 1, text: "This isn't a time: soon." },
        { kind: "line", line: 2, text: "This isn't a number: many." },
      ],
    });
    const clear = (metric: object) =>
      readSeries(JSON.stringify([{ metric, values: [[EPOCH, "7"]] }])).problems.map(({ text: words }) => words);
    expect(clear({ __name__: "x", job: "api" })).toEqual([
      'It isn\'t clear what “x job="api"” counts. Add a column with all requests, or use a share.',
    ]);
    expect(clear({})[0]).toContain("“The series without labels”");
    const three = Array.from({ length: 3 }, () => ({ metric: {}, values: [[EPOCH, "1"]] }));
    expect(readSeries(JSON.stringify(three)).problems[0]?.text).toBe(
      "The range result contains 3 series. Aggregate it to one share of errors, or to errors and all requests.",
    );
    expect(readSeries(matrix()).problems[0]?.text).toBe("The range result contains no series.");
  });
});

it("reports an empty text", () => {
  expect(readSeries(" \n").problems.map(({ text }) => text)).toEqual(["This is empty."]);
});

it("leaves out empty rows, and gives a share next to its requests", () => {
  const { points } = readSeries(`time,requests,error rate\n\n${EPOCH},4,0.25\n,,\n${EPOCH + 60},8,0.5\n`);
  expect(points.map(({ total, ratio }) => [total, ratio])).toEqual([
    [4, 0.25],
    [8, 0.5],
  ]);
});
