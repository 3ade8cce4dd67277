import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth } from "#lib/base/testing/growth.ts";
import { EVENT_KINDS, type EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { Candidate } from "./candidate.ts";
import { suggestMerges } from "./suggest-merges.ts";

const LABELS: Record<string, string> = {
  alertmanager: "Alertmanager",
  pagerduty: "PagerDuty",
  slack: "Slack",
  github: "GitHub",
  statuspage: "Statuspage",
};
let number = 0;
function event(
  clock: string,
  sourceType: string,
  kind: EventKind,
  title: string,
  rest: Partial<Candidate> = {},
): Candidate {
  number++;
  return {
    id: `${sourceType} ${clock}`,
    number,
    at: `2026-03-10T${clock}Z`,
    precision: "exact",
    kind,
    title,
    body: "",
    url: null,
    sourceType,
    sourceLabel: LABELS[sourceType] ?? sourceType,
    hidden: false,
    leadId: null,
    ...rest,
  };
}
const reasons = (...events: Candidate[]) => suggestMerges(events).map(({ reason }) => reason);
const together = (...events: Candidate[]) =>
  suggestMerges(events).map(({ relation, leadId, eventIds }) => [relation, leadId, ...eventIds]);

const alert = event("09:00:00", "alertmanager", "alert_fired", "SignInErrorRate is firing");
const page = event("09:00:07", "pagerduty", "paged", "Page: SignInErrorRate");
const line = event("09:00:40", "slack", "observation", "seeing SignInErrorRate go off, looking");

describe("the same fact from several sources", () => {
  it("is an alert, its page and its chat message", () => {
    expect(together(line, page, alert)).toEqual([["merged", alert.id, page.id, line.id]]);
    expect(reasons(alert, page)).toEqual(["Same alert name SignInErrorRate, 7 s apart, Alertmanager and PagerDuty"]);
    expect(suggestMerges([alert, page])[0]?.certainty).toBeGreaterThan(0.9);
    expect(reasons(alert, page, line)).toEqual([
      "Same alert name SignInErrorRate, 40 s apart, Alertmanager, PagerDuty and Slack",
    ]);
  });

  it.each<[string, Candidate[], string]>([
    [
      "a deploy by its commit",
      [
        event("09:10:00", "github", "deploy_started", "Deploy 9fceb02d to production"),
        event("09:10:30", "slack", "observation", "deploying 9fceb02 now"),
      ],
      "Same commit 9fceb02, 30 s apart, GitHub and Slack",
    ],
    [
      "a deploy by its address",
      [
        event("09:10:00", "github", "deploy_finished", "Deployed", {
          url: "https://github.com/o/r/actions/runs/7?check=1",
        }),
        event("09:11:00", "slack", "observation", "done https://github.com/o/r/actions/runs/7"),
      ],
      "Same address https://github.com/o/r/actions/runs/7, 1 m apart, GitHub and Slack",
    ],
    [
      "a status update by its words",
      [
        event("09:20:00", "statuspage", "public_update", "Investigating", {
          body: "We are investigating elevated error rates when signing in.",
        }),
        event(
          "09:21:00",
          "slack",
          "internal_update",
          "Status posted: we are investigating elevated error rates when signing in",
        ),
      ],
      "Same words, 1 m apart, Statuspage and Slack",
    ],
    [
      "an incident by its ticket",
      [
        event("09:30:00", "jira", "declared", "OPS-214 opened"),
        event("09:30:00", "slack", "observation", "tracking in OPS-214"),
      ],
      "Same id OPS-214, at the same time, jira and Slack",
    ],
  ])("is %s", (_, events, reason) => {
    expect(reasons(...events)).toEqual([reason]);
  });

  it.each<[string, Candidate[]]>([
    ["of one source", [alert, { ...page, sourceType: "alertmanager" }]],
    ["too far apart", [alert, { ...page, at: "2026-03-10T09:20:00Z" }]],
    ["whose kinds are two steps", [alert, event("09:00:07", "pagerduty", "acknowledged", "SignInErrorRate")]],
    ["a firing and a recovery", [alert, event("09:01:00", "pagerduty", "alert_resolved", "SignInErrorRate")]],
    ["one of them hidden", [alert, { ...page, hidden: true }]],
    ["one of them below another", [alert, { ...page, leadId: "x" }]],
    ["known only to the day", [alert, { ...page, precision: "day" }]],
    [
      "that share common words alone",
      [
        event("09:00:00", "slack", "observation", "looking now"),
        event("09:00:05", "teams", "observation", "looking now"),
      ],
    ],
  ])("is not two events %s", (_, events) => {
    expect(suggestMerges(events)).toEqual([]);
  });

  it("pairs each alert with the page nearest to it", () => {
    const again = event("09:03:00", "alertmanager", "alert_fired", "SignInErrorRate is firing");
    const second = event("09:03:05", "pagerduty", "paged", "Page: SignInErrorRate");
    expect(together(alert, page, again, second)).toEqual(
      [
        ["merged", alert.id, page.id],
        ["merged", again.id, second.id],
      ].sort((a, b) => (a[1] === again.id ? -1 : 1) - (b[1] === again.id ? -1 : 1)),
    );
  });

  it("adds a source that a lead doesn't have yet, and no second event of one that it has", () => {
    const below = { ...page, leadId: alert.id };
    expect(together(alert, below, line)).toEqual([["merged", alert.id, line.id]]);
    const more = event("09:00:20", "pagerduty", "paged", "Page: SignInErrorRate");
    expect(together(alert, below, more)).toEqual([]);
  });
});

describe("a burst", () => {
  const firing = (clock: string, title = "DiskFull on db-1") => event(clock, "alertmanager", "alert_fired", title);
  it("bundles three or more with one name, each within ten minutes of the one before", () => {
    const burst = [firing("09:00:00"), firing("09:09:00"), firing("09:18:00"), firing("09:40:00"), firing("09:41:00")];
    expect(together(...burst)).toEqual([
      ["bundled", "alertmanager 09:00:00", "alertmanager 09:09:00", "alertmanager 09:18:00"],
    ]);
    expect(reasons(...burst)).toEqual(["3 times “DiskFull on db-1” within 18 m, Alertmanager"]);
  });

  const run = (...titles: string[]) =>
    suggestMerges(titles.map((title, minute) => firing(`09:0${minute}:00`, title))).map(({ certainty }) => certainty);

  it("is less certain if values differ, and never consists of two events", () => {
    expect(run("Disk at 91%", "Disk at 92.5%", "disk at  95 %")).toEqual([0.75]);
    expect(run("DiskFull on db-1", "DiskFull on db-1")).toEqual([]);
  });

  it.each([
    [["DiskFull on db-1", "DiskFull on db-2", "DiskFull on db-3"]],
    [["PROBLEM - web1 load is CRITICAL", "PROBLEM - web2 load is CRITICAL", "PROBLEM - web3 load is CRITICAL"]],
    [["Node 4 is down", "Node 5 is down", "Node 6 is down"]],
    [["No answer from 10.0.0.1", "No answer from 10.0.0.2", "No answer from 10.0.0.3"]],
    [["Shard 7 lost", "Shard 8 lost", "Shard 9 lost"]],
    [["PROBLEM: http", "PROBLEM: disk", "PROBLEM: load"]],
    [["HTTP 500 from checkout", "HTTP 502 from checkout", "HTTP 503 from checkout"]],
    [["OPS-214 opened", "OPS-215 opened", "OPS-216 opened"]],
  ])("never bundles three different events: %j", (titles) => expect(run(...titles)).toEqual([]));

  it.each([
    [["Latency 210 ms", "Latency 340 ms", "Latency 1,200 ms"]],
    [["Queue age 5m", "Queue age 12m", "Queue age 31m"]],
    [["Check at 09:01 failed", "Check at 09:02 failed", "Check at 09:03 failed"]],
    [["Heap 3.2 GB", "Heap 3.4 GB", "Heap 3.9 GB"]],
  ])("bundles one alert with other values: %j", (titles) => expect(run(...titles)).toEqual([0.75]));
});

const some = fc.array(
  fc.record({
    second: fc.integer({ min: 0, max: 900 }),
    source: fc.constantFrom("alertmanager", "pagerduty", "slack", "github"),
    kind: fc.constantFrom(...EVENT_KINDS.slice(0, 20), "observation" as const),
    title: fc.constantFrom(
      "SignInErrorRate is firing",
      "DiskFull on db-1",
      "deploy 9fceb02 of sign-in-api-eu",
      "OPS-214 opened",
    ),
    hidden: fc.boolean(),
    below: fc.boolean(),
  }),
  { maxLength: 40 },
);
const candidates = some.map((list) =>
  list.map(({ second, source, kind, title, hidden, below }, index) =>
    event(new Date(second * 1000 + 32_400_000).toISOString().slice(11, 19), source, kind, title, {
      id: `${index}`,
      number: index,
      hidden: hidden && index % 3 === 0,
      leadId: below && index % 4 === 1 ? `${index - 1}` : null,
    }),
  ),
);

it("uses each event once per kind of suggestion, and never two events of a source as one fact, in any order", () => {
  fc.assert(
    fc.property(candidates, fc.infiniteStream(fc.nat()), (events, order) => {
      const byId = new Map(events.map((one) => [one.id, one]));
      const found = suggestMerges(events);
      for (const relation of ["merged", "bundled"] as const) {
        const ids = found.filter((one) => one.relation === relation).flatMap((one) => [one.leadId, ...one.eventIds]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(byId.get(id)).toMatchObject({ hidden: false, leadId: null });
      }
      for (const { relation, leadId, eventIds, certainty, reason } of found) {
        expect(certainty).toBeGreaterThan(0);
        expect(certainty).toBeLessThanOrEqual(1);
        expect(reason).not.toMatch(/undefined|\n/);
        const sources = [leadId, ...eventIds].map((id) => byId.get(id)?.sourceType);
        expect(new Set(sources).size).toBe(relation === "merged" ? sources.length : 1);
      }
      const shuffled = events.map((one) => ({ one, key: order.next().value ?? 0 })).sort((a, b) => a.key - b.key);
      expect(suggestMerges(shuffled.map(({ one }) => one))).toEqual(found);
    }),
  );
});

it("never suggests two events together that a person marked as different", () => {
  let marked = 0;
  fc.assert(
    fc.property(candidates, fc.array(fc.tuple(fc.nat(39), fc.nat(39)), { maxLength: 60 }), (events, pairs) => {
      // Of every suggestion that is made otherwise, two events are marked as different.
      const together = suggestMerges(events).map(({ leadId, eventIds }) => [leadId, eventIds[0] ?? ""] as const);
      const apart = [...together, ...pairs.map(([a, b]) => [`${a}`, `${b}`] as const)];
      marked += together.length;
      for (const { leadId, eventIds } of suggestMerges(events, apart)) {
        const ids = [leadId, ...eventIds];
        for (const [a, b] of apart) expect(a !== b && ids.includes(a) && ids.includes(b)).toBe(false);
      }
    }),
  );
  expect(marked).toBeGreaterThan(0);
});

it("does work in proportion to the number of events, even if all of them happen at once", () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      event(
        "09:00:00",
        ["alertmanager", "pagerduty", "slack", "github"][(index * 7) % 4] ?? "",
        "alert_fired",
        `HighLatency${index % 299} on api-eu-${index % 50} above threshold`,
        {
          id: `${index}`,
          number: index,
          at: new Date(1_773_133_200_000 + index * 10).toISOString(),
          body: "Requests to the sign-in service take longer than agreed, see https://grafana.example/d/7",
        },
      ),
    );
  expect(growth(many, suggestMerges, 1000, 8000)).toBeLessThan(30);
}, 120_000);

it("lists the most certain suggestion first, wherever it is in the timeline", () => {
  const weak = [
    event("08:00:00", "github", "deploy_started", "Deploy v1.42.0"),
    event("08:08:00", "slack", "observation", "v1.42.0 is out"),
  ];
  const found = suggestMerges([...weak, alert, page]);
  expect(found.map(({ leadId }) => leadId)).toEqual([alert.id, weak[0]?.id]);
  expect(found[0]?.certainty).toBeGreaterThan(found[1]?.certainty ?? 1);
});
