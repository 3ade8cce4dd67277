import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { sampleEvent } from "#components/incidents/timeline/testing/sample-event.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { CSV_COLUMNS, csvHeaders, timelineCsv } from "./csv.ts";
import { type ExportStory, openStory } from "./export-story.ts";
import { timelineMarkdown } from "./markdown.ts";
import { repeatsOf, tellStory } from "./tell-story.ts";
import { timelineText } from "./text.ts";

const at = (clock: string) => `2017-01-31T${clock}Z`;
const event = (number: number, clock: string | null, title: string, more: Partial<TimelineEvent> = {}) =>
  sampleEvent(title, clock === null ? null : at(`${clock}:00.000`), { number, ...more });
const source = (label: string, line: number | null = null, type = "notes"): TimelineEvent["source"] => ({
  ...{ type, letter: "N", label, importId: "import", line },
});

const EVENTS = [
  event(1, "17:20", "Load rises", {
    endAt: at("17:40:00.000"),
    body: "On db1.\r\nIt stays high.",
    kind: "observation",
    actor: "Ana",
    services: ["Mail", "Queue"],
    url: "https://wiki.example.com/1",
    source: source("notes.md", 12),
    statedText: "17:20",
    zone: "Europe/Berlin",
    clockOffsetMs: 40_000,
    milestones: ["impact_started", "detected"],
    known: "found_later",
    foundAt: at("19:00:00.000"),
    foundBy: "Ben",
    pinned: true,
  }),
  event(2, "17:20", "Load rises too", {
    leadId: "Load rises",
    relation: "merged",
    source: source("chat.json", 3, "slack"),
  }),
  event(3, "17:30", "Alert", { kind: "alert_fired", known: "at_the_time" }),
  event(4, "17:31", "Alert 2", { leadId: "Alert", relation: "bundled" }),
  event(5, "17:32", "Alert 3", { leadId: "Alert", relation: "bundled" }),
  event(6, "17:33", "Alert 4", { leadId: "Alert", relation: "bundled" }),
  event(7, "17:35", "Seen by Ines", {
    leadId: "Alert",
    relation: "account",
    body: "It was *slow*.",
    known: "found_later",
    clockOffsetMs: -5000,
  }),
  event(8, "17:35", "Her chat", { leadId: "Seen by Ines", relation: "merged", source: source("ines.txt") }),
  event(9, "17:50", "Secret", { hidden: true }),
  event(10, null, "Somebody restarted it", {
    uncertaintySeconds: 60,
    ambiguity: { question: "Which day was it?", reason: "day", local: null } as unknown as TimelineEvent["ambiguity"],
  }),
];
const story = (more: Partial<ExportStory> = {}): ExportStory => ({
  incident: {
    key: "INC-12",
    title: "Mail\nis *late*",
    severity: 2,
    status: "resolved",
    startedAt: at("17:20:00.000"),
    resolvedAt: at("18:30:00.000"),
    services: ["Mail", "Queue"],
  },
  events: EVENTS,
  milestones: [
    { name: "impact_started", eventNumber: 1, at: at("17:20:00.000"), precision: "minute", notApplicable: false },
    { name: "mitigated", eventNumber: null, at: null, precision: null, notApplicable: false },
    { name: "first_public_update", eventNumber: null, at: null, precision: null, notApplicable: true },
  ],
  zone: "UTC",
  exportedAt: "2026-11-25T10:00:31.000Z",
  includeHidden: false,
  ...more,
});
const EMPTY = story({
  events: [],
  milestones: [],
  zone: "Europe/Berlin",
  incident: { ...story().incident, resolvedAt: null, services: [], status: "open" },
});

describe("a timeline as Markdown", () => {
  it("has each event once, with everything known about it", () => {
    expect(timelineMarkdown(story())).toBe(`# Timeline of INC-12: Mail is \\*late\\*

Exported from Afterword on 2026-11-25 10:00 UTC. Times are UTC. 3 events, 1 hidden one left out.

SEV2, resolved, from 2017-01-31 17:20 UTC to 2017-01-31 18:30 UTC. Services: Mail, Queue.

## Milestones

| Milestone | Time | Event |
| --- | --- | --- |
| Impact started | 2017-01-31 17:20 UTC | E1 |
| First public update | does not apply | |

## Events

- **2017-01-31 17:20 UTC to 2017-01-31 17:40 UTC** Load rises (E1, Observation; pinned)
  - Milestone: Impact started, Detected
  - By: Ana
  - Services: Mail, Queue
  - Link: https://wiki.example.com/1
  - Found later: Ben on 2017-01-31 19:00 UTC
  - Source: notes.md, line 12, stated as “17:20” in Europe/Berlin, clock moved forward by 40 s

  > On db1.
  > It stays high.
  - The same from chat.json: **2017-01-31 17:20 UTC** Load rises too (E2, Decision)
- **2017-01-31 17:30 UTC** Alert (E3, Alert fired)
  - Known: at the time
  - Source: Written by hand
  - Repeated: 4 in all, the last 2017-01-31 17:33 UTC (E4, E5 and 1 more)
  - Another account: **2017-01-31 17:35 UTC** Seen by Ines (E7, Decision)
    - Found later: by an unnamed person
    - Source: Written by hand, clock moved back by 5 s

    > It was \\*slow\\*.
    - The same from ines.txt: **2017-01-31 17:35 UTC** Her chat (E8, Decision)
- **time not known** Somebody restarted it (E10, Decision)
  - Time asked for: Which day was it?
  - Source: Written by hand

`);
  });

  it("says so when nothing is known yet", () => {
    expect(timelineMarkdown(EMPTY)).toBe(`# Timeline of INC-12: Mail is \\*late\\*

Exported from Afterword on 2026-11-25 10:00 UTC. Times are in Europe/Berlin, each with its offset. 0 events.

SEV2, open, from 2017-01-31 18:20 +01:00 not resolved.

## Milestones

No milestones yet.

## Events

No events.

`);
  });

  it("marks a hidden event that is asked for", () => {
    const text = timelineMarkdown(story({ includeHidden: true }));
    expect(text).toContain("- **2017-01-31 17:50 UTC** Secret (E9, Decision; hidden)\n");
    expect(text).toContain("Times are UTC. 4 events.\n");
  });
});

describe("a timeline as text", () => {
  it("has each event once, with everything known about it", () => {
    expect(timelineText(story())).toBe(`Timeline of INC-12: Mail is *late*
SEV2, resolved, from 2017-01-31 17:20 UTC to 2017-01-31 18:30 UTC
Exported from Afterword on 2026-11-25 10:00 UTC. Times are UTC. 3 events, 1 hidden one left out.

Milestones
    Impact started: 2017-01-31 17:20 UTC (E1)
    First public update: does not apply

2017-01-31 17:20 UTC to 2017-01-31 17:40 UTC  Load rises  [E1, Observation, pinned]
    On db1.
    It stays high.
    Milestone: Impact started, Detected
    By: Ana
    Services: Mail, Queue
    Link: https://wiki.example.com/1
    Found later: Ben on 2017-01-31 19:00 UTC
    Source: notes.md, line 12, stated as “17:20” in Europe/Berlin, clock moved forward by 40 s
    The same from chat.json: 2017-01-31 17:20 UTC  Load rises too  [E2, Decision]

2017-01-31 17:30 UTC  Alert  [E3, Alert fired]
    Known: at the time
    Source: Written by hand
    Repeated: 4 in all, the last 2017-01-31 17:33 UTC (E4, E5 and 1 more)
    Another account: 2017-01-31 17:35 UTC  Seen by Ines  [E7, Decision]
        It was *slow*.
        Found later: by an unnamed person
        Source: Written by hand, clock moved back by 5 s
        The same from ines.txt: 2017-01-31 17:35 UTC  Her chat  [E8, Decision]

time not known  Somebody restarted it  [E10, Decision]
    Time asked for: Which day was it?
    Source: Written by hand

`);
  });

  it("leaves out milestones while none is set, and marks a hidden event", () => {
    expect(timelineText(EMPTY)).toBe(`Timeline of INC-12: Mail is *late*
SEV2, open, from 2017-01-31 18:20 +01:00 not resolved
Exported from Afterword on 2026-11-25 10:00 UTC. Times are in Europe/Berlin, each with its offset. 0 events.

`);
    expect(timelineText(story({ includeHidden: true }))).toContain("17:50 UTC  Secret  [E9, Decision, hidden]\n");
  });
});

describe("a timeline as CSV", () => {
  const rows = (more: Partial<ExportStory> = {}) =>
    Papa.parse<Record<string, string>>(timelineCsv(story(more)), { header: true, skipEmptyLines: true }).data;
  const filled = (row: Record<string, string> | undefined) =>
    Object.fromEntries(Object.entries(row ?? {}).filter(([, cell]) => cell !== ""));

  it("has a row for each event, with everything known about it", () => {
    const [load, alerts, ines, restart, ...rest] = rows().map(filled);
    expect(load).toEqual({
      Event: "E1",
      "Time (UTC)": "2017-01-31T17:20:00Z",
      "End (UTC)": "2017-01-31T17:40:00Z",
      Precision: "minute",
      Kind: "observation",
      Title: "Load rises",
      Description: "On db1.\r\nIt stays high.",
      Actor: "Ana",
      Services: "Mail; Queue",
      Link: "https://wiki.example.com/1",
      Source: "notes.md; chat.json",
      Line: "12",
      "Stated time": "17:20",
      "Stated zone": "Europe/Berlin",
      Milestones: "Impact started; Detected",
      Pinned: "yes",
      Known: "found later",
      "Found (UTC)": "2017-01-31T19:00:00Z",
      "Found by": "Ben",
    });
    expect(alerts).toMatchObject({ Event: "E3", Repeated: "4", Known: "at the time", Source: "Written by hand" });
    expect(ines).toMatchObject({ Event: "E7", "Account of": "E3", Source: "Written by hand; ines.txt" });
    expect(restart).toEqual({
      Event: "E10",
      Precision: "unknown",
      "Plus or minus seconds": "60",
      Kind: "decision",
      Title: "Somebody restarted it",
      Source: "Written by hand",
    });
    expect(rest).toEqual([]);
  });

  it("marks a hidden event that is asked for, and names the zone of its times", () => {
    const hidden = rows({ includeHidden: true, zone: "Europe/Berlin" }).find(({ Event }) => Event === "E9");
    expect(filled(hidden)).toMatchObject({ Hidden: "yes", "Time (Europe/Berlin)": "2017-01-31T18:50:00+01:00" });
    const zoned = csvHeaders("UTC").filter((header, index) => header !== CSV_COLUMNS[index]);
    expect(zoned).toEqual(["Time (UTC)", "End (UTC)", "Found (UTC)"]);
  });

  it("ends each row as RFC 4180 asks", () => {
    expect(timelineCsv(story()).split("\r\n")).toHaveLength(7);
  });
});

it("counts what it leaves out, with everything below that", () => {
  const below = event(11, "17:51", "Below it", { leadId: "Secret", relation: "merged" });
  expect(openStory(story({ events: [...EVENTS, below] })).about).toContain("3 events, 2 hidden ones left out.");
});

it("knows how often a bundle fired, and when last", () => {
  const repeatsIn = (events: readonly TimelineEvent[]) => [...repeatsOf(tellStory(events, false))];
  expect(repeatsIn(EVENTS)).toEqual([["Alert", { count: 4, endAt: at("17:33:00.000") }]]);
  const untimed = [event(1, null, "a"), event(2, null, "b", { leadId: "a", relation: "bundled" })];
  expect(repeatsIn(untimed)).toEqual([["a", { count: 2, endAt: null }]]);
});
