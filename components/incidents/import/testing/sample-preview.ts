import type { Preview, PreviewRow } from "#lib/contract/import.ts";

/** A row of a preview in tests. */
export const sampleRow = (more: Partial<PreviewRow>): PreviewRow => ({
  ...{ row: 1, goes: "here", section: null, actor: null },
  state: "new",
  at: null,
  endAt: null,
  precision: "minute",
  statedText: null,
  kind: "observation",
  shape: "step",
  title: "",
  line: 1,
  note: null,
  knownEventNumber: null,
  ...more,
});

/** A preview in tests, of four new, two known and one rejected row. */
export const samplePreview = (more: Partial<Preview>): Preview => ({
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
  rows: [],
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
