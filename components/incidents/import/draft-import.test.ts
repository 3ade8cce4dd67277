import { expect, it } from "vitest";
import type { Preview, PreviewRow } from "#lib/contract/import.ts";
import { type DraftImport, mapColumn, totalsOf } from "./draft-import.ts";

const row = (state: PreviewRow["state"], at: string | null): PreviewRow => ({
  ...{ row: 1, goes: "here", section: null, actor: null },
  state,
  at,
  endAt: null,
  precision: "minute",
  statedText: null,
  kind: "observation",
  shape: "step",
  title: "",
  line: 1,
  note: null,
  knownEventNumber: null,
});

const preview = (more: Partial<Preview>): Preview => ({
  filename: "a.md",
  format: "notes",
  label: "Notes",
  letter: "N",
  certainty: 1,
  reason: "",
  alternatives: [],
  counts: { created: 4, known: 2, ambiguous: 1, rejected: 1, context: 3, leftOut: 0 },
  zoneNeeded: false,
  dateNeeded: false,
  dayQuestion: null,
  outside: [],
  sections: [],
  newIncidents: [],
  rows: [row("new", "2017-01-31T18:00:00Z"), row("new", null), row("ambiguous", null), row("known", null)],
  rowsLeftOff: 0,
  rejects: [],
  context: [],
  columns: null,
  mappingRemembered: false,
  actions: [],
  factors: [],
  title: null,
  summary: null,
  impact: null,
  ...more,
});

const draft = (read: Preview | null): DraftImport => ({
  file: { id: "1", name: "a.md", blob: new Blob([]) },
  answers: {},
  preview: read,
  problem: null,
});

it("gives every row of every file a place", () => {
  const totals = totalsOf([draft(preview({})), draft(preview({})), draft(null)]);
  expect(totals).toEqual({
    rows: 20,
    created: 8,
    fresh: 6,
    ambiguous: 2,
    known: 4,
    rejected: 2,
    context: 6,
    untimed: 4,
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
