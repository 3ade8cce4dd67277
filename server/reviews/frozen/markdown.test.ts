import { describe, expect, it } from "vitest";
import type { DocumentNode } from "#lib/document/document-json.ts";
import { deriveMetrics, METRIC_NAMES, type MilestoneTimes } from "#lib/incidents/timeline/milestones/metrics.ts";
import { MILESTONES } from "#lib/incidents/timeline/milestones/milestone-names.ts";
import { reviewMarkdown } from "./markdown.ts";
import type { ExportEvent, ReviewExport } from "./review-export.ts";

const event = (number: number, change: Partial<ExportEvent> = {}): ExportEvent => ({
  id: `e${number}`,
  number,
  at: `2026-03-10T09:0${number}:00.000Z`,
  endAt: null,
  precision: "minute",
  title: `Event ${number}`,
  pinned: false,
  hidden: false,
  kind: "observation",
  leadId: null,
  relation: null,
  ...change,
});

function metricsOf(milestones: MilestoneTimes): ReviewExport["metrics"] {
  const { metrics, missing, warnings, customerDetected } = deriveMetrics({ kind: "incident", milestones });
  return {
    milestones: MILESTONES.map((name) => ({
      name,
      eventId: null,
      eventNumber: null,
      at: milestones[name]?.at ?? null,
      precision: milestones[name]?.precision ?? null,
      notApplicable: false,
      setBy: null,
    })),
    metrics: METRIC_NAMES.map((name) => ({ ...metrics[name], label: `${name}: x` })),
    missing,
    warnings: warnings.map((one) => ({ ...one, message: `${one.earlier} is before ${one.later}` })),
    customerDetected,
    phases: [],
    gaps: [],
    suggestions: [],
    band: [],
  };
}

const block = (kind: string): DocumentNode => ({ type: "liveBlock", attrs: { kind, ref: "INC-1" } });
const heading = (sectionKey: string, text: string): DocumentNode => ({
  type: "heading",
  attrs: { level: 2, sectionKey },
  content: [{ type: "text", text }],
});
const citing = (eventId: string): DocumentNode => ({
  type: "paragraph",
  content: [
    { type: "text", text: "It broke " },
    { type: "eventChip", attrs: { eventId } },
  ],
});

function reviewOf(content: DocumentNode[], change: Partial<ReviewExport> = {}): ReviewExport {
  return {
    exportedAt: "2026-03-11T10:00:00.000Z",
    baseUrl: null,
    key: "REV-1",
    title: "Mail is late",
    status: "draft",
    template: "quick",
    templateName: "Quick",
    owner: null,
    facilitator: null,
    authors: [],
    approvals: [],
    meetingOn: null,
    publishedAt: null,
    incident: {
      key: "INC-1",
      title: "Mail is late",
      severity: 2,
      highestSeverity: 2,
      startedAt: null,
      resolvedAt: null,
      timeZone: "UTC",
      impactText: "",
      impactUnknown: false,
      services: [],
      roles: [],
    },
    json: { type: "doc", content },
    events: [1, 2, 3, 4].map((number) => event(number)),
    metrics: metricsOf({}),
    impact: { windows: [], services: [] },
    factors: [],
    learnings: [],
    actions: [],
    changes: [],
    ...change,
  };
}

const action = {
  key: "ACT-1",
  title: "Add an alert",
  priority: "P1",
  status: "in_progress",
  blockedReason: null,
  owner: null,
  dueDate: null,
  doneWhen: "",
} as const;

describe("a review as Markdown", () => {
  it("lists each event that it cites, in addition to the pinned ones", () => {
    const events = [event(1, { pinned: true }), event(2), event(3), event(4, { leadId: "e3", relation: "merged" })];
    const text = reviewMarkdown(
      reviewOf([heading("timeline", "Timeline"), block("timeline"), citing("e4")], { events }),
    );
    expect(text.match(/\| E\d \|/g)).toEqual(["| E1 |", "| E3 |"]);
    expect(text).toContain("It broke (E3)");
  });

  it("lists cited events at the end if its text has no timeline", () => {
    const text = reviewMarkdown(reviewOf([citing("e2")]));
    expect(text).toMatch(
      /## Events cited\n\nTimes are UTC\.\n\n\| Time \| Event \| No\. \|\n.*\n.*Event 2 \| E2 \|\n$/,
    );
  });

  it("shows what people chose in its live blocks", () => {
    const events = [event(1, { pinned: true }), event(2), event(3, { hidden: true })];
    const all = { type: "liveBlock", attrs: { kind: "timeline", events: "all" } };
    const text = reviewMarkdown(reviewOf([heading("timeline", "Timeline"), all], { events }));
    expect(text.match(/\| E\d \|/g)).toEqual(["| E1 |", "| E2 |"]);
    const columns = { type: "liveBlock", attrs: { kind: "actions", columns: "status" } };
    expect(reviewMarkdown(reviewOf([columns], { actions: [action] }))).toContain("| Key | Action | Status |");
  });

  it("states what a factor explains and who acted", () => {
    const factor: ReviewExport["factors"][number] = {
      ...{ id: "f1", number: 1, statement: "It restarted every node", detail: "", acceptedReason: null },
      ...{ evidence: [], answers: [], explains: ["impact", "duration"] },
      role: "amplifier",
      status: "supported",
      actedBy: "agent",
    };
    const text = reviewMarkdown(reviewOf([block("factors")], { factors: [factor] }));
    expect(text).toContain("(Amplifier, supported, explains impact and duration, acted: automated agent)");
  });

  it("leaves out a section whose timeline shows no event", () => {
    const pinned = { type: "liveBlock", attrs: { kind: "timeline", events: "pinned" } };
    const text = reviewMarkdown(reviewOf([heading("timeline", "Timeline"), pinned], { events: [event(1)] }));
    expect(text).not.toContain("Timeline");
  });

  it("marks a blocked action, and leaves out empty columns", () => {
    const blocked = { ...action, blockedReason: "Waits for the new cluster" };
    const text = reviewMarkdown(reviewOf([block("actions")], { actions: [blocked] }));
    expect(text).toContain("| Key | Action | Priority | Status |");
    expect(text).toContain("| ACT-1 | Add an alert | P1 | Blocked: Waits for the new cluster |");
  });

  it("drops empty sections, and keeps headings that a person wrote", () => {
    const own: DocumentNode = { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "Of ours" }] };
    const text = reviewMarkdown(
      reviewOf([
        heading("roles", "Roles"),
        block("roles"),
        heading("lessons", "Lessons"),
        { type: "guidance", attrs: { sectionKey: "lessons" } },
        { type: "paragraph" },
        heading("risks", "Risks"),
        own,
      ]),
    );
    expect(text).not.toMatch(/## (?:Roles|Lessons)/);
    expect(text).toMatch(/## Risks\n\n### Of ours/);
  });

  it("lists unknown measures on one line, and a contradiction with both ends", () => {
    const at = (clock: string) => ({ at: `2026-03-10T${clock}:00.000Z`, precision: "minute" as const });
    const metrics = metricsOf({ impact_started: at("09:30"), mitigated: at("09:00"), resolved: at("09:40") });
    const text = reviewMarkdown(reviewOf([block("keyTimes")], { metrics }));
    expect(text).toContain("mitigated is before impact_started.");
    expect(text.match(/^Unknown: .*$/gm)).toHaveLength(1);
    expect(text).not.toMatch(/\| -\d|timetomitigate/i);
  });

  it("links to the product if its address is known", () => {
    const baseUrl = "https://afterword.example.com";
    const json = [block("header"), block("actions"), block("timeline")];
    const text = reviewMarkdown(reviewOf(json, { baseUrl, actions: [action] }));
    expect(text).toContain("[REV-1](https://afterword.example.com/reviews/REV-1), review of");
    expect(text).toContain("[ACT-1](https://afterword.example.com/actions/ACT-1)");
    expect(text).toContain("[Timeline](https://afterword.example.com/incidents/INC-1)");
    expect(reviewMarkdown(reviewOf(json, { actions: [action] }))).not.toContain("](");
  });
});
