import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { sampleEvent } from "#components/incidents/timeline/testing/sample-event.ts";
import { parseSource } from "#importers/index.ts";
import { PRECISIONS } from "#lib/base/time/precision.ts";
import { EVENT_KINDS } from "#lib/base/vocabulary/event-kinds.ts";
import type { TimelineEvent } from "#lib/contract/timeline.ts";
import { timelineCsv } from "./csv.ts";
import type { ExportStory } from "./export-story.ts";
import { timelineMarkdown } from "./markdown.ts";
import { timelineText } from "./text.ts";

const ODD_TITLES = [
  "Load | rises | fast",
  "**Bold** _and_ `code` at 14:05 UTC",
  "2017-01-31 18:00 UTC restored (E7, Deploy started)",
  "- 12:00 a line that looks like a list",
  "# not a heading",
  "1. not a list (E1, Observation)",
  "two\nlines\r\nand three",
  '=HYPERLINK("http://example.com","x")',
  "'=1+1",
  "-2 replicas",
  "@ops, please look",
  "+1 from the database",
  "\u202Eright to left\u202C and \u200Bnothing",
  "🔥 emoji 👩‍🚒 and ünïcödé",
  "<script>alert(1)</script> &amp; <b>",
  "a\\*b\\\\",
  "> quoted, \"quoted\", 'quoted'; semi",
  "** ** (E3, Paged; pinned)",
  "~~gone~~ ![x](y) [z](w)",
  "Exported from Afterword on 2017-01-31 18:00 UTC. Times are odd",
  "x".repeat(400),
  "ends with a backslash \\",
];

const title = fc.oneof(
  fc.constantFrom(...ODD_TITLES),
  fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }).filter((text) => text.trim() !== ""),
);
const instant = fc
  .date({ min: new Date("1990-01-01T00:00:00Z"), max: new Date("2099-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

const event = fc
  .record({
    at: instant,
    lasts: fc.option(fc.integer({ min: 0, max: 200_000_000 })),
    precision: fc.constantFrom(...PRECISIONS),
    uncertaintySeconds: fc.option(fc.integer({ min: 0, max: 86_400 })),
    kind: fc.constantFrom(...EVENT_KINDS),
    title,
    body: fc.oneof(fc.constant(""), title, fc.constant("first\n\n- 13:00 second\n  > third\n**2017-01-31 18:00 UTC**")),
    actor: fc.option(title.map((name) => name.slice(0, 100).toWellFormed())),
    pinned: fc.boolean(),
  })
  .map(
    ({ at, lasts, precision, ...more }): TimelineEvent =>
      sampleEvent("x", precision === "unknown" ? null : at, {
        ...more,
        precision,
        ...(precision === "unknown" ? { uncertaintySeconds: null } : {}),
        title: more.title.trim(),
        endAt: lasts === null || precision === "unknown" ? null : new Date(Date.parse(at) + lasts).toISOString(),
      }),
  );
const events = fc
  .array(event, { minLength: 1, maxLength: 12 })
  .map((list) => list.map((one, at): TimelineEvent => ({ ...one, id: `event ${at}`, number: at + 1 })));
const zone = fc.constantFrom("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "-08:00");

const storyOf = (list: readonly TimelineEvent[], inZone: string): ExportStory => ({
  incident: {
    key: "INC-12",
    title: "Mail | is late",
    severity: 2,
    status: "resolved",
    startedAt: "2017-01-31T18:00:00.000Z",
    resolvedAt: null,
    services: ["Mail", "Queue"],
  },
  events: list,
  milestones: [],
  zone: inZone,
  exportedAt: "2026-11-25T10:00:00.000Z",
  includeHidden: false,
});
const read = (filename: string, text: string) => parseSource({ filename, bytes: new TextEncoder().encode(text) });
const timesOf = (list: readonly Pick<TimelineEvent, "at" | "endAt" | "precision" | "uncertaintySeconds">[]) =>
  list.map(({ at, endAt, precision, uncertaintySeconds }) => ({ at, endAt, precision, uncertaintySeconds }));
const flat = (text: string) => text.replace(/\s+/g, " ").trim();

describe("our own Markdown", () => {
  it("is read with every event at its instant and in its words, whatever they are", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(events, zone, (list, inZone) => {
        const parsed = read("INC-12-timeline.md", timelineMarkdown(storyOf(list, inZone)));
        expect(parsed.format).toBe("afterword-markdown");
        expect(parsed.rejects).toEqual([]);
        expect(timesOf(parsed.events)).toEqual(timesOf(list));
        expect(parsed.events.map((one) => one.kind)).toEqual(list.map((one) => one.kind));
        expect(parsed.events.map((one) => flat(one.title))).toEqual(list.map((one) => flat(one.title)));
      }),
      { numRuns: 100 },
    );
  });

  it("writes a bundle and a merged fact once, and each account at its own time", () => {
    const at = (minute: number) => `2017-01-31T18:${minute}:00.000Z`;
    const below = (id: string, minute: number, relation: "merged" | "bundled" | "account", leadId = "lead") =>
      sampleEvent(id, at(minute), { number: minute, leadId, relation });
    const list = [
      sampleEvent("lead", at(10), { number: 10, milestones: ["detected"], body: "of the lead" }),
      below("page", 11, "merged"),
      below("again", 12, "bundled"),
      below("once more", 13, "bundled"),
      below("as Ines saw it", 14, "account"),
      below("her chat", 15, "merged", "as Ines saw it"),
      sampleEvent("hidden", at(16), { number: 16, hidden: true }),
      sampleEvent("last", at(17), { number: 17 }),
    ];
    const text = timelineMarkdown(storyOf(list, "UTC"));
    expect(text).toContain("3 in all, the last 2017-01-31 18:13 UTC (E12, E13)");
    expect(text).toContain("1 hidden one left out");
    expect(text).toContain("- Milestone: Detected");
    const titles = ["lead", "as Ines saw it", "last"];
    const parsed = read("a.md", text);
    expect(parsed.events.map((one) => one.title)).toEqual(titles);
    expect(parsed.events[0]?.body).toBe("of the lead");
    expect(read("a.csv", timelineCsv(storyOf(list, "UTC"))).events.map((one) => one.title)).toEqual(titles);
    expect(timelineText(storyOf(list, "UTC"))).toContain("    Another account: 2017-01-31 18:14 UTC  as Ines saw it");
  });

  it("writes a long title once and reads its whole text back", () => {
    const body = "The primary was overloaded by spam\nthat came through snippets";
    const list = [
      sampleEvent("a", "2017-01-31T18:00:00.000Z", { title: "The primary was overl…", body }),
      sampleEvent("b", "2017-01-31T18:01:00.000Z", {
        title: "Paged the on-call",
        body: "Paged the on-call\n\nNobody up",
      }),
    ];
    const text = timelineMarkdown(storyOf(list, "UTC"));
    expect(text.match(/The primary was overl/g)).toHaveLength(1);
    expect(text.match(/Paged the on-call/g)).toHaveLength(1);
    const parsed = read("a.md", text);
    expect(parsed.events.map((one) => one.body)).toEqual([body, "Nobody up"]);
  });

  it("rejects a line that someone broke, with its number", () => {
    const text = timelineMarkdown(storyOf([sampleEvent("a", "2017-01-31T18:00:00.000Z")], "UTC"));
    const parsed = read("a.md", text.replace("2017-01-31 18:00 UTC** a", "2017-02-31 18:00 UTC** a"));
    expect(parsed.events).toEqual([]);
    expect(parsed.rejects).toHaveLength(1);
    expect(text.split("\n")[(parsed.rejects[0]?.line ?? 0) - 1]).toContain("18:00 UTC** a");
  });
});

describe("our own CSV", () => {
  it("is read back with every event unchanged, and no cell is a formula", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(events, zone, (list, inZone) => {
        const text = timelineCsv(storyOf(list, inZone));
        const parsed = read("INC-12-timeline.csv", text);
        expect(parsed.format).toBe("afterword-csv");
        expect(parsed.rejects).toEqual([]);
        expect(timesOf(parsed.events)).toEqual(timesOf(list));
        expect(parsed.events.map((one) => one.title)).toEqual(list.map((one) => one.title));
        expect(parsed.events.map((one) => one.body)).toEqual(list.map((one) => one.body));
        const cells = Papa.parse<string[]>(text).data.flat();
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
