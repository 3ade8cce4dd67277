import { describe, expect, it } from "vitest";
import type { Preview, PreviewRow } from "#lib/contract/import.ts";
import { samplePreview, sampleRow } from "../testing/sample-preview.ts";
import {
  type DraftImport,
  type FileAnswers,
  mapColumn,
  sentAnswers,
  sharedTime,
  timeOf,
  totalsOf,
  withAnswer,
  withTimeOf,
} from "./draft-import.ts";

const row = (state: PreviewRow["state"], at: string | null) => sampleRow({ state, at });
const preview = (more: Partial<Preview>): Preview =>
  samplePreview({
    rows: [row("new", "2017-01-31T18:00:00Z"), row("new", null), row("ambiguous", null), row("known", null)],
    ...more,
  });

const draft = (read: Preview | null, answers: FileAnswers = {}): DraftImport => ({
  file: { id: "1", name: "a.md", blob: new Blob([]) },
  answers,
  preview: read,
  problem: null,
});

it("gives every row of every file a place", () => {
  const totals = totalsOf([draft(preview({})), draft(preview({})), draft(null)]);
  expect(totals).toEqual({
    rows: 20,
    created: 8,
    joined: 0,
    fresh: 6,
    ambiguous: 2,
    known: 4,
    rejected: 2,
    context: 6,
    untimed: 4,
    leftOut: 0,
    apart: 0,
  });
  expect(totals.fresh + totals.ambiguous + totals.known + totals.rejected + totals.context).toBe(totals.rows);
});

it("keeps the other columns when one is changed", () => {
  const columns = [
    { header: "when", samples: [], role: "time" as const },
    { header: "rev", samples: [], role: "nothing" as const },
  ];
  expect(mapColumn(preview({ columns }), "rev", "title")).toEqual({ when: "time", rev: "title" });
});

it("counts unselected rows, and rows for a new incident, as not going in", () => {
  const rows = [
    sampleRow({ row: 1, at: "2017-01-31T18:00:00Z" }),
    sampleRow({ row: 2 }),
    sampleRow({ row: 3, goes: "new_incident" }),
    sampleRow({ row: 4, goes: "left_out" }),
  ];
  const counts = { created: 2, known: 0, ambiguous: 0, rejected: 0, context: 0, leftOut: 1 };
  const newIncidents = [{ title: "Search", startedAt: null, events: 1 }];
  const read = samplePreview({ rows, counts, newIncidents });
  expect(totalsOf([draft(read, { leaveOut: [2] })])).toMatchObject({
    rows: 4,
    created: 1,
    apart: 1,
    leftOut: 2,
    untimed: 0,
  });
  expect(totalsOf([draft(read, { leaveOut: [3] })])).toMatchObject({ created: 2, apart: 0, leftOut: 2 });
});

it("reads a file again for its answers but not for its selection, and without a day if that is asked later", () => {
  expect(sentAnswers({ zone: "UTC", date: null, leaveOut: [1] })).toEqual({ zone: "UTC" });
  expect(sentAnswers({ date: "2017-01-31" })).toEqual({ date: "2017-01-31" });
});

it("forgets selection and answers of rows if the file is read in another format", () => {
  const before = { zone: "UTC", leaveOut: [1], sections: [{ section: 1, answer: "keep" as const }] };
  expect(withAnswer(before, { format: "csv" })).toEqual({ zone: "UTC", format: "csv" });
  expect(withAnswer(before, { date: "2017-01-31" })).toEqual({ ...before, date: "2017-01-31" });
});

describe("a day and time zone for other files", () => {
  const dayQuestion = { proposed: "2017-01-31", certain: true, times: 3, suggested: [] };
  const time = { date: "2017-02-01", zone: "Europe/Berlin" };

  it.each([
    [{ dayQuestion, zoneNeeded: true }, {}, time],
    [{ dayQuestion, zoneNeeded: false }, {}, { date: "2017-02-01" }],
    [{ dayQuestion: null, zoneNeeded: true }, {}, { zone: "Europe/Berlin" }],
    [{ dayQuestion: null, zoneNeeded: false }, { zone: "UTC" }, { zone: "Europe/Berlin" }],
    [{ dayQuestion: null, zoneNeeded: false }, {}, {}],
  ])("gives a file only what it asks for: %j %j", (asked, answers, expected) => {
    expect(sharedTime(time, draft(preview(asked), answers))).toEqual(expected);
  });

  it("shares that the day is asked later, and nothing without an answer", () => {
    expect(sharedTime({ date: null }, draft(preview({ dayQuestion })))).toEqual({ date: null });
    expect(sharedTime({}, draft(preview({ dayQuestion, zoneNeeded: true })))).toEqual({});
  });

  it.each<FileAnswers>([{}, { zone: "UTC" }, { date: "2017-01-31", leaveOut: [1] }, { date: null, format: "csv" }])(
    "is taken from them again: %j",
    (before) => expect(withTimeOf(withAnswer(before, time), timeOf(before))).toEqual(before),
  );
});
