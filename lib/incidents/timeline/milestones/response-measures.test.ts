import { describe, expect, it } from "vitest";
import type { Precision } from "#lib/base/time/precision.ts";
import type { EventKind } from "#lib/base/vocabulary/event-kinds.ts";
import type { MilestoneTimes } from "./metrics.ts";
import { type MeasuredEvent, type MeasureName, responseMeasures } from "./response-measures.ts";

const at = (clock: string) => `2017-02-02T${clock}Z`;
const event = (id: string, clock: string, kind: EventKind, precision: Precision = "exact"): MeasuredEvent => ({
  id,
  at: at(clock),
  precision,
  kind,
  hidden: false,
});
const times = (list: Record<string, string>): MilestoneTimes =>
  Object.fromEntries(
    Object.entries(list).map(([name, clock]) => [name, { at: at(clock), precision: "exact", eventId: name }]),
  );

const MILESTONES = times({
  impact_started: "09:42:00",
  detected: "09:44:20",
  acknowledged: "09:45:50",
  declared: "09:48:30",
  first_public_update: "09:56:10",
  mitigated: "10:22:10",
  resolved: "10:29:00",
});
const EVENTS = [
  event("report", "09:47:00", "customer_report"),
  event("u1", "09:56:10", "public_update"),
  event("u2", "10:05:00", "public_update"),
  event("rb", "10:14:06", "rollback_started"),
  event("rf", "10:22:10", "rollback_finished"),
  event("u3", "10:36:20", "public_update"),
  event("u4", "11:50:00", "public_update"),
];
const NOW = "2017-02-03T00:00:00Z";
const all = (milestones = MILESTONES, events = EVENTS, more: { impactEndedAt?: string | null } = {}) =>
  responseMeasures({ milestones, events, now: NOW, ...more });
const one = (name: MeasureName, ...input: Parameters<typeof all>) =>
  all(...input).find((measure) => measure.name === name);

describe("response measures", () => {
  it("have both ends, always in the same order", () => {
    expect(all().map(({ name, seconds }) => [name, seconds])).toEqual([
      ["detect", 140],
      ["acknowledge", 90],
      ["declare", 250],
      ["commander", null],
      ["first_update", 850],
      ["cadence", 1880],
      ["roll_back", 484],
      ["mitigate", 2410],
      ["recover", 410],
    ]);
    expect(one("commander")).toMatchObject({
      from: { words: "declared", at: at("09:48:30") },
      to: { words: "commander assigned", at: null, milestone: "commander_assigned" },
    });
    expect(one("roll_back")).toMatchObject({ targetSeconds: 300, from: { eventId: "rb" }, to: { eventId: "rf" } });
  });

  it("take no value from ends out of order, and round what is only approximate", () => {
    expect(one("recover", times({ mitigated: "10:30:00", resolved: "10:29:00" }))?.seconds).toBeNull();
    const vague: MilestoneTimes = { ...MILESTONES, detected: { at: at("09:44:20"), precision: "approx" } };
    expect(one("detect", vague)).toMatchObject({ seconds: 120, approximate: true });
  });

  it("name who noticed first", () => {
    expect(one("detect")?.note).toBe("2 m 40 s before the first customer report");
    expect(one("detect", MILESTONES, [event("r", "09:43:00", "customer_report")])?.note).toBe(
      "1 m 20 s after the first customer report",
    );
    const byCustomer: MilestoneTimes = {
      ...MILESTONES,
      detected: { at: at("09:47:00"), precision: "exact", eventId: "report" },
    };
    expect(one("detect", byCustomer)?.note).toBe("detected by a customer report");
    expect(one("detect", MILESTONES, [])?.note).toBe("no customer report on the timeline");
  });
});

describe("update cadence", () => {
  const wait = (...input: Parameters<typeof all>) => {
    const measure = one("cadence", ...input);
    return (
      measure &&
      `${measure.from.at?.slice(11, 19)} ${measure.to.words} ${measure.to.at?.slice(11, 19)} ${measure.seconds}`
    );
  };

  it("is the longest wait that started during the impact", () => {
    expect(wait()).toBe("10:05:00 update 10:36:20 1880");
    expect(wait(MILESTONES, EVENTS, { impactEndedAt: at("10:40:00") })).toBe("10:36:20 update 11:50:00 4420");
  });

  it("ends with the impact if no update followed, and now during the impact", () => {
    const single = [event("u1", "09:56:10", "public_update")];
    expect(wait(MILESTONES, single)).toBe("09:56:10 impact ended 10:29:00 1970");
    expect(wait(MILESTONES, single, { impactEndedAt: null })).toBe("09:56:10 now 00:00:00 50630");
  });

  it("doesn't continue to now while the start of impact is unknown", () => {
    const updates = [event("u1", "09:56:10", "public_update"), event("u2", "10:05:00", "public_update")];
    expect(wait({}, updates)).toBe("09:56:10 update 10:05:00 530");
    expect(one("cadence", {}, updates.slice(0, 1))?.seconds).toBeNull();
  });

  it("is unknown without an update in that time", () => {
    expect(one("cadence", MILESTONES, [])).toMatchObject({ seconds: null, note: "needs two public updates" });
    expect(one("cadence", MILESTONES, [event("u", "10:36:20", "public_update")])?.seconds).toBeNull();
  });
});

describe("roll back", () => {
  it("goes from the first start to the first end after it", () => {
    const again = [
      event("f0", "10:00:00", "rollback_finished"),
      ...EVENTS,
      event("f2", "10:50:00", "rollback_finished"),
    ];
    expect(one("roll_back", MILESTONES, again)?.seconds).toBe(484);
  });

  it("isn't missing if there was no rollback", () => {
    expect(one("roll_back", MILESTONES, [])).toMatchObject({ seconds: null, note: "no rollback on the timeline" });
    expect(one("roll_back", MILESTONES, [event("rb", "10:14:06", "rollback_started")])).toMatchObject({
      seconds: null,
      note: "",
    });
  });
});
