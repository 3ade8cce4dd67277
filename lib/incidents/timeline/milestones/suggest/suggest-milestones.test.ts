import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVENT_KINDS, type EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import { MILESTONES } from "../milestone-names.ts";
import { type SuggestibleEvent, suggestMilestones } from "./suggest-milestones.ts";

const event = (time: string, kind: EventKind, title = kind as string, rest: Partial<SuggestibleEvent> = {}) => ({
  id: `${time} ${kind}`,
  at: `2025-06-10T${time}:00Z`,
  precision: "minute" as const,
  kind,
  title,
  ...rest,
});
const found = (events: SuggestibleEvent[]) =>
  Object.fromEntries(suggestMilestones(events, {}).map(({ name, eventId }) => [name, eventId]));

const rollBack = [
  event("09:00", "deploy_finished"),
  event("09:01", "impact_started"),
  event("09:02", "alert_fired"),
  event("09:03", "paged"),
  event("09:04", "acknowledged"),
  event("09:05", "joined"),
  event("09:05", "declared"),
  event("09:06", "commander_assigned"),
  event("09:06", "restarted"),
  event("09:07", "mitigation_failed"),
  event("09:08", "public_update"),
  event("09:09", "rollback_started"),
  event("09:11", "public_update"),
  event("09:12", "rollback_finished"),
  event("09:20", "resolved"),
  event("09:40", "reopened"),
  event("10:00", "resolved"),
  event("10:30", "closed"),
];

it("finds all thirteen in a plain incident", () => {
  expect(found(rollBack)).toEqual({
    trigger_change: "09:00 deploy_finished",
    impact_started: "09:01 impact_started",
    detected: "09:02 alert_fired",
    paged: "09:03 paged",
    acknowledged: "09:04 acknowledged",
    responding: "09:05 joined",
    declared: "09:05 declared",
    commander_assigned: "09:06 commander_assigned",
    first_public_update: "09:08 public_update",
    mitigation_started: "09:09 rollback_started",
    mitigated: "09:12 rollback_finished",
    resolved: "10:00 resolved",
    closed: "10:30 closed",
  });
});

it("gives a reason for each", () => {
  const reasons = Object.fromEntries(suggestMilestones(rollBack, {}).map(({ name, reason }) => [name, reason]));
  expect(reasons.resolved).toBe("The last of 2 events of kind “Resolved”");
  expect(reasons.trigger_change).toBe("The last change before the trouble started, 1 m earlier");
});

it("suggests nothing that is settled", () => {
  const set = { paged: { at: "2025-06-10T09:10:00Z", precision: "exact" as const } };
  const names = suggestMilestones(rollBack, set, ["closed"]).map(({ name }) => name);
  expect(names).not.toContain("paged");
  expect(names).not.toContain("closed");
});

describe("start of impact", () => {
  it.each([
    "Customer impact started in eu-west",
    "Impact began",
    "Customers started seeing 502 responses",
    "Users began to experience slow pages",
  ])("is taken from “%s”", (title) => {
    expect(found([event("09:00", "observation", title)]).impact_started).toBe("09:00 observation");
  });

  it.each(["Impact assessment requested", "Customers report errors", "No impact so far", "Deploy started"])(
    "is not taken from “%s”",
    (title) => expect(found([event("09:00", "alert_fired", title)]).impact_started).toBeUndefined(),
  );
});

it("suspects no change more than an hour before or after the start", () => {
  const impact = event("10:30", "impact_started");
  expect(found([event("09:00", "deploy_finished"), impact]).trigger_change).toBeUndefined();
  expect(found([impact, event("10:31", "deploy_finished")]).trigger_change).toBeUndefined();
});

it("leaves out hidden events and those without a time", () => {
  expect(found([event("09:00", "paged", "Paged", { hidden: true })])).toEqual({});
  expect(found([event("09:00", "paged", "Paged", { at: null })])).toEqual({});
});

it("never suggests a set milestone, an unknown event or a start of impact that no event mentions", () => {
  const any = fc.record({
    id: fc.uuid(),
    at: fc.option(fc.integer({ min: 10, max: 59 }).map((minute) => `2025-06-10T09:${minute}:00Z`)),
    precision: fc.constantFrom("exact" as const, "unknown" as const),
    kind: fc.constantFrom(...EVENT_KINDS),
    title: fc.constantFrom("Paged", "Something happened", "Deploy finished"),
  });
  const settled = fc.subarray([...MILESTONES]);
  const suggested = new Set<string>();
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: ({ id }) => id }), settled, (events, names) => {
      const milestones = Object.fromEntries(
        names.map((name) => [name, { at: "2025-06-10T09:30:00Z", precision: "exact" as const }]),
      );
      for (const { name, eventId, at } of suggestMilestones(events, milestones)) {
        suggested.add(name);
        expect(names).not.toContain(name);
        const source = events.find(({ id }) => id === eventId);
        expect(source?.at).toBe(at);
        if (name === "impact_started")
          expect(["impact_started", "error_observed", "dependency_event"]).toContain(source?.kind);
      }
    }),
  );
  expect(suggested.size).toBeGreaterThan(4);
});

it("ignores an end that was followed by another declaration", () => {
  const again = [event("09:00", "declared"), event("09:30", "resolved"), event("11:00", "declared")];
  expect(found(again).resolved).toBeUndefined();
  expect(found([...again, event("12:00", "closed")]).resolved).toBe("12:00 closed");
  expect(found([...again, event("11:50", "resolved"), event("12:00", "closed")]).resolved).toBe("11:50 resolved");
});

it("prefers a label in capitals, in title or body, to any other words", () => {
  const labelled = found([
    event("09:00", "impact_started", "A slowdown begins"),
    event("09:10", "metric_shift", "Errors rise", { body: "Errors rise. OUTAGE BEGINS" }),
    event("09:20", "metric_shift", "Errors fall. OUTAGE ENDS"),
  ]);
  expect(labelled).toMatchObject({ impact_started: "09:10 metric_shift", resolved: "09:20 metric_shift" });
});

it.each([
  ["Hot fix deployed and live on the site", true],
  ["The fix is live", true],
  ["Workaround in place", true],
  ["Fix merged", false],
  ["Fixing the deploy script live", false],
])("treats %j as mitigated: %s", (title, isMitigated) => {
  expect(found([event("09:00", "deploy_finished", title)]).mitigated).toBe(
    isMitigated ? "09:00 deploy_finished" : undefined,
  );
});

it("treats watching as mitigated only if it says what is watched", () => {
  const watching = (title: string, body = "") => found([event("10:00", "monitoring", title, { body })]).mitigated;
  expect(watching("Monitoring", "A fix has been implemented.")).toBe("10:00 monitoring");
  expect(watching("We continue to monitor the queue")).toBeUndefined();
});

it.each([
  ["resolved", "Fix lands. <END OF OUTAGE>"],
  ["resolved", "All pages are served again. End of outage"],
  ["detected", "Ana found the issue while she looked at the load"],
  ["detected", "First validator notices the issue"],
  ["detected", "Initial Detection"],
  ["detected", "@ana notices an e-mail about a new error"],
  ["detected", "Incident detected during a check"],
  ["detected", "Our on-call people detected exceptions piling up"],
])("suggests %s for “%s”", (name, title) => {
  expect(found([event("10:00", "observation", title)])).toHaveProperty(name);
});

it("doesn't treat an unseen event as detected", () => {
  expect(found([event("10:00", "observation", "Nobody noticed that the queue grew")])).toEqual({});
});

it("does not treat the time until the end of an outage as its end", () => {
  expect(found([event("10:00", "observation", "We expect the end of the outage at noon")])).toEqual({});
});

describe("two incidents in one timeline", () => {
  const on = (day: string, time: string, kind: EventKind, title = kind as string) => ({
    ...event(time, kind, title),
    id: `${day} ${time}`,
    at: `2025-06-${day}T${time}:00Z`,
  });
  const days = (events: SuggestibleEvent[]) => new Set(suggestMilestones(events, {}).map(({ at }) => at.slice(8, 10)));

  it("are never mixed across a gap of days", () => {
    const first = [on("10", "09:00", "impact_started"), on("10", "10:00", "resolved")];
    const second = [on("15", "09:00", "alert_fired"), on("15", "09:05", "acknowledged"), on("15", "11:00", "resolved")];
    expect(days([...first, ...second])).toEqual(new Set(["15"]));
  });

  it("are never mixed if one starts hours after the end of the other", () => {
    const first = [on("10", "01:00", "alert_fired"), on("10", "02:00", "declared"), on("10", "03:00", "resolved")];
    const second = [on("10", "12:00", "impact_started"), on("10", "13:00", "impact_ended")];
    expect(suggestMilestones([...first, ...second], {}).every(({ at }) => at <= "2025-06-10T03:00:00Z")).toBe(true);
  });

  it("are separated by a set milestone", () => {
    const first = [on("10", "09:00", "impact_started"), on("10", "10:00", "resolved")];
    const second = [on("15", "09:00", "alert_fired"), on("15", "09:05", "acknowledged"), on("15", "11:00", "resolved")];
    const set = { impact_started: { at: "2025-06-10T09:00:00Z", precision: "exact" as const } };
    const found = suggestMilestones([...first, ...second], set);
    expect(found.map(({ name, at }) => `${name} ${at}`)).toEqual(["resolved 2025-06-10T10:00:00Z"]);
  });

  it("are one if only a night without entries separates them", () => {
    const night = [
      on("10", "18:00", "alert_fired"),
      on("11", "09:00", "rollback_finished"),
      on("11", "09:30", "resolved"),
    ];
    expect(days(night)).toEqual(new Set(["10", "11"]));
  });
});

it("ignores public posts from before the trouble", () => {
  const events = [event("08:00", "public_update", "Tweeted about the launch"), event("09:00", "alert_fired")];
  expect(found(events).first_public_update).toBeUndefined();
});

it("does not treat a discovery in the middle of the response as the detection", () => {
  const events = [event("09:00", "restarted"), event("09:30", "observation", "Further issues are discovered")];
  expect(found(events).detected).toBeUndefined();
});

describe("a finished rollback whose text mentions fewer errors", () => {
  const told = (title: string) =>
    found([
      event("14:02", "error_observed", "customers see failed payments"),
      event("14:05", "alert_fired", "alert fired: error rate above 20 %"),
      event("14:12", "rollback_started", "rollback to 4.11 started"),
      event("14:16", "rollback_finished", title),
      event("14:30", "resolved", "resolved: payments are back to normal"),
    ]).mitigated;

  it.each([
    "rollback finished, error rate falls",
    "Rollback complete, errors are dropping",
    "Rollback finished and the errors stopped",
    "Rollback done; the failure rate declined",
  ])("%s: mitigated", (title) => expect(told(title)).toBe("14:16 rollback_finished"));

  it.each([
    "Rollback finished, error rate rises",
    "Rollback finished, traffic falls",
    "Rollback finished",
    "Rollback finished; errors should drop soon",
  ])("%s: not yet", (title) => expect(told(title)).not.toBe("14:16 rollback_finished"));
});

describe("mitigation", () => {
  it.each([
    [
      "a restart before impact",
      [event("08:00", "restarted"), event("09:00", "impact_started"), event("10:00", "resolved")],
    ],
    [
      "a step that was followed by another failure",
      [
        event("09:00", "alert_fired"),
        event("09:10", "restarted"),
        event("09:20", "error_observed"),
        event("10:00", "resolved"),
      ],
    ],
    ["a step without any end", [event("09:00", "alert_fired"), event("09:10", "restarted")]],
  ])("is not started by %s", (_, events) => expect(found(events).mitigation_started).toBeUndefined());

  it("starts with the first step that nothing contradicts", () => {
    const events = [
      event("09:00", "alert_fired"),
      event("09:10", "restarted"),
      event("09:15", "error_observed"),
      event("09:20", "rollback_started"),
      event("09:25", "rollback_finished"),
      event("09:30", "resolved"),
    ];
    expect(found(events)).toMatchObject({
      mitigation_started: "09:20 rollback_started",
      mitigated: "09:25 rollback_finished",
    });
  });

  it("starts with the last of two different steps far apart", () => {
    const events = [
      event("09:00", "alert_fired"),
      event("09:10", "restarted"),
      event("09:40", "scaled"),
      event("10:00", "resolved"),
    ];
    expect(found(events).mitigation_started).toBe("09:40 scaled");
  });

  it("has not ended if a failure follows", () => {
    const events = [
      event("09:00", "alert_fired"),
      event("09:20", "rollback_finished"),
      event("09:30", "customer_report"),
    ];
    expect(found(events).mitigated).toBeUndefined();
  });
});

describe("the text of an event in addition to its kind", () => {
  const words = (title: string, rest: Partial<SuggestibleEvent> = {}) =>
    Object.keys(found([event("10:00", "observation", title, rest)]));

  it.each([
    ["We are considering the incident resolved", "resolved"],
    ["The network halts", "impact_started"],
    ["Ana starts investigating", "responding"],
    ["Alerts fired for the site, and Bo got paged", "paged"],
    ["Deployed the fix (outage ends)", "resolved"],
  ])("reads “%s” as %s", (title, name) => expect(words(title)).toContain(name));

  it.each([
    ["The site is back online but with severe delays", "resolved"],
    ["I'll keep monitoring the fix", "mitigated"],
    ["The team confirmed that it is working on a fix", "mitigated"],
    ["AWS updated its status page", "first_public_update"],
    ["We will declare an incident if it goes on", "declared"],
    ["Contacted the supplier via support ticket", "detected"],
  ])("%s: not %s", (title, name) => expect(words(title)).not.toContain(name));
});
