import { describe, expect, it } from "vitest";
import type { EventPair } from "#lib/contract/import.ts";
import {
  type FileAnswers,
  pairAnswer,
  rowAnswers,
  sentAnswers,
  totalsOf,
  withAnswer,
  withPairs,
  withTime,
} from "../draft/draft-import.ts";
import { samplePreview, sampleRow } from "../testing/sample-preview.ts";
import { groupRows } from "./preview-row-list.ts";

const at = "2017-02-13T14:30:00.000Z";
const side = {
  eventNumber: null,
  at,
  precision: "minute",
  shape: "step",
  title: "",
  actor: null,
  letter: "N",
} as const;
const told = { ...side, label: "Notes", line: 4 };
const inFile: EventPair = { one: { ...told, row: 1 }, other: { ...told, row: 2 }, certainty: 0.9, reason: "" };
const inTimeline: EventPair = { ...inFile, other: { ...told, row: null, eventNumber: 7 } };

describe("the time of one row", () => {
  const given = { row: 1, at, precision: "minute" as const };
  it.each([
    ["is given", undefined, given, true, [given]],
    ["is changed", [{ ...given, at: "2017-02-13T02:30:00.000Z" }], given, true, [given]],
    ["is undone", [given], given, false, []],
    [
      "is not that of a rejected row of the same number",
      [{ ...given, row: 2 }],
      given,
      true,
      [{ ...given, row: 2 }, given],
    ],
  ])("%s", (_, before, time, isGiven, after) => expect(withTime(before, time, isGiven)).toEqual(after));

  it("is separate from that of a rejected row", () => {
    const reject = { reject: 1, at, precision: "minute" as const };
    expect(withTime([given], reject, true)).toEqual([given, reject]);
    expect(withTime([given, reject], reject, false)).toEqual([given]);
  });

  it("is read by the server, and dropped if the file is read in another format", () => {
    const answers: FileAnswers = { zone: "UTC", times: [given], pairs: [{ pair: inFile, same: true }] };
    expect(sentAnswers(answers)).toEqual({ zone: "UTC", times: [given] });
    expect(withAnswer(answers, { format: "csv" })).toEqual({ zone: "UTC", format: "csv" });
  });
});

describe("a pair of rows", () => {
  it.each([
    [inFile, { row: 1, other: { row: 2 }, same: true }],
    [inTimeline, { row: 1, other: { event: 7 }, same: true }],
  ])("is sent once it is answered", (pair, sent) => {
    const answers = withPairs(withPairs({}, [pair], false), [pair], true);
    expect(pairAnswer(answers, pair)).toBe(true);
    expect(rowAnswers(answers)).toEqual({ pairs: [sent] });
    expect(rowAnswers({ ...answers, leaveOut: [1] })).toEqual({ leaveOut: [1] });
  });

  it("counts as one event, and its rows say with which", () => {
    const rows = [sampleRow({ row: 1, line: 4, at }), sampleRow({ row: 2, line: 30, at })];
    const draft = {
      file: { id: "f", name: "a.md", blob: new Blob([]) },
      answers: withPairs({}, [inFile, inTimeline], true),
      preview: samplePreview({ rows, pairs: [inFile, inTimeline] }),
      problem: null,
    };
    expect(totalsOf([draft]).joined).toBe(2);
    const notes = groupRows([draft]).flatMap(({ rows: listed }) => listed.map(({ note }) => note));
    expect(notes).toEqual(["Merged with E7", "Merged with line 4"]);
  });
});

it("lists a rejected row on its day once it has a time, and offers a time if it can have one", () => {
  const reject = {
    line: 17,
    reason: "No such hour.",
    text: "25:10 over",
    reject: 1,
    at: null,
    precision: "unknown" as const,
  };
  const event = { title: "over", statedText: "25:10" };
  const rejects = [
    { ...reject, event },
    { ...reject, reject: 2, event, at, precision: "minute" as const },
    { ...reject, reject: 3, event: null, line: 0 },
  ];
  const draft = {
    ...{ file: { id: "f", name: "a.md", blob: new Blob([]) }, answers: {}, problem: null },
    preview: samplePreview({ rejects }),
  };
  expect(
    groupRows([draft]).map(({ label, rows }) => [label, rows.map(({ text, time }) => [text, time?.isGiven ?? null])]),
  ).toEqual([
    ["Mon 13 Feb 2017", [["over", true]]],
    [
      "Rejected",
      [
        ["25:10 over", false],
        ["25:10 over", null],
      ],
    ],
  ]);
});
