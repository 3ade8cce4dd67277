import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, longDay } from "#lib/base/time/local-date.ts";
import type { ActionPriority } from "#lib/base/vocabulary/action-item.ts";
import { LADDER_RUNGS, type LadderRung } from "#lib/base/vocabulary/ladder.ts";
import { type BusinessCalendar, isBusinessDay } from "#lib/people/calendar/business-days.ts";
import { builtInValues, type LadderTimes, ladderKey } from "#lib/people/policy/values.ts";
import {
  dueRungs,
  type LadderFacts,
  nextRung,
  type Pause,
  pausesOf,
  rungDay,
  rungsThrough,
  type TakenRung,
  wayOf,
} from "./ladder.ts";
import { rungMessage } from "./message.ts";

// Wed 15 Feb 2017.
const DUE = "2017-02-15";
const IRELAND: BusinessCalendar = {
  timeZone: "Europe/Dublin",
  workingDays: [1, 2, 3, 4, 5],
  daysOff: () =>
    new Map([
      ["2017-03-17", "St Patrick"],
      ["2016-12-26", "St Stephen"],
      ["2017-12-25", "Christmas"],
    ]),
};
const timesOf = (priority: ActionPriority) => builtInValues({ severity: null })[ladderKey(priority)];
const factsOf = (more: Partial<LadderFacts> = {}): LadderFacts => ({
  ...{ priority: "P1", dueDate: DUE, isMovedOften: false, startedOn: "2017-01-01", pauses: [] },
  times: timesOf(more.priority ?? "P1"),
  ...more,
});
const daysOfAll = (facts: LadderFacts) => LADDER_RUNGS.map((rung) => rungDay(facts, IRELAND, rung));
const namesDue = (facts: LadderFacts, taken: readonly TakenRung[], today: string) =>
  dueRungs(facts, IRELAND, taken, today).map(({ rung, isBeforeStart, isThirdMove }) =>
    [rung, isBeforeStart ? "before" : "", isThirdMove ? "moved" : ""].filter(Boolean).join(" "),
  );
const take = (facts: LadderFacts, rungs: readonly LadderRung[], isThirdMove = false): TakenRung[] =>
  rungs.map((rung) => ({ rung, dueDate: facts.dueDate, isTold: true, isThirdMove }));

describe("the day of a rung", () => {
  it.each([
    ["counts business days after the due date", {}, ["2017-02-12", DUE, "2017-02-20", "2017-02-24", "2017-03-07"]],
    [
      "counts calendar days for a P0",
      { priority: "P0" },
      ["2017-02-12", DUE, "2017-02-16", "2017-02-17", "2017-02-19"],
    ],
    [
      "leaves out holidays and weekends",
      { dueDate: "2017-03-15" },
      ["2017-03-12", "2017-03-15", "2017-03-21", "2017-03-27", "2017-04-05"],
    ],
    [
      "doesn't count the days of a pause",
      { pauses: [{ from: "2017-02-16", through: "2017-02-26" }] },
      ["2017-02-12", DUE, "2017-03-01", "2017-03-07", "2017-03-16"],
    ],
    [
      "reminds the owner after a pause over the due date",
      { pauses: [{ from: "2017-02-10", through: "2017-02-16" }] },
      ["2017-02-17", "2017-02-17", "2017-02-21", "2017-02-27", "2017-03-08"],
    ],
    [
      "leaves out one pause after another",
      {
        pauses: [
          { from: "2017-02-18", through: "2017-02-28" },
          { from: "2017-02-14", through: "2017-02-17" },
        ],
      },
      ["2017-02-12", "2017-03-01", "2017-03-03", "2017-03-09", "2017-03-21"],
    ],
    [
      "reminds the owner on a weekend too",
      { dueDate: "2017-02-18" },
      ["2017-02-15", "2017-02-18", "2017-02-22", "2017-02-28", "2017-03-09"],
    ],
    [
      "counts over the holidays of two years",
      { dueDate: "2016-12-23" },
      ["2016-12-20", "2016-12-23", "2016-12-29", "2017-01-04", "2017-01-13"],
    ],
    [
      "counts the days of a P0 over New Year",
      { dueDate: "2016-12-30", priority: "P0" },
      ["2016-12-27", "2016-12-30", "2016-12-31", "2017-01-01", "2017-01-03"],
    ],
    [
      "counts a leap day",
      { dueDate: "2020-02-27" },
      ["2020-02-24", "2020-02-27", "2020-03-03", "2020-03-09", "2020-03-18"],
    ],
    [
      "doesn't count the last day of a pause, and counts the next",
      { pauses: [{ from: DUE, through: "2017-02-16" }] },
      ["2017-02-12", "2017-02-17", "2017-02-21", "2017-02-27", "2017-03-08"],
    ],
    [
      "isn't moved by a pause over a weekend, apart from a reminder in it",
      { dueDate: "2017-02-21", pauses: [{ from: "2017-02-18", through: "2017-02-19" }] },
      ["2017-02-20", "2017-02-21", "2017-02-24", "2017-03-02", "2017-03-13"],
    ],
    [
      "isn't moved by a pause that was over before",
      { pauses: [{ from: "2017-01-01", through: "2017-02-11" }] },
      ["2017-02-12", DUE, "2017-02-20", "2017-02-24", "2017-03-07"],
    ],
    [
      "counts pauses that overlap once",
      {
        pauses: [
          { from: "2017-02-16", through: "2017-02-22" },
          { from: "2017-02-20", through: "2017-02-26" },
          { from: "2017-02-18", through: "2017-02-18" },
        ],
      },
      ["2017-02-12", DUE, "2017-03-01", "2017-03-07", "2017-03-16"],
    ],
    [
      "takes the times of a policy",
      { times: { before: 0, manager: 1, tpm: 2, parentManager: 3, unit: "business" } },
      [DUE, DUE, "2017-02-16", "2017-02-17", "2017-02-20"],
    ],
    [
      "takes calendar days from a policy",
      { times: { before: 14, manager: 10, tpm: 20, parentManager: 30, unit: "calendar" } },
      ["2017-02-01", DUE, "2017-02-25", "2017-03-07", "2017-03-17"],
    ],
  ] as const)("%s", (_, more, days) => expect(daysOfAll(factsOf(more as Partial<LadderFacts>))).toEqual(days));

  it("is counted in the week of the team's calendar", () => {
    const calendar = { ...IRELAND, workingDays: [0, 1, 2, 3, 4] };
    expect(LADDER_RUNGS.map((rung) => rungDay(factsOf(), calendar, rung))).toEqual([
      ...["2017-02-12", DUE, "2017-02-20", "2017-02-26", "2017-03-07"],
    ]);
  });
});

describe("the days on which an action was held", () => {
  const from = new Date("2017-02-10T23:30:00Z");
  it.each([
    ["end before the day from which it counts", "2017-02-14", null, "2017-02-10", "2017-02-13"],
    ["end before the day on which they ended early", "2017-02-14", "2017-02-13T12:00:00Z", "2017-02-10", "2017-02-12"],
    ["aren't longer if they ended late", "2017-02-14", "2017-02-20T12:00:00Z", "2017-02-10", "2017-02-13"],
  ])("%s", (_what, until, ended, first, last) => {
    const held = { from, until, endedAt: ended === null ? null : new Date(ended) };
    expect(pausesOf([held], "Europe/Dublin")).toEqual([{ from: first, through: last }]);
  });

  it("are none if they ended on their first day, which is that of the zone", () => {
    const held = { from, until: "2017-02-14", endedAt: new Date("2017-02-10T23:50:00Z") };
    expect(pausesOf([held], "Europe/Dublin")).toEqual([]);
    expect(pausesOf([{ ...held, endedAt: null }], "Asia/Tokyo")).toEqual([
      { from: "2017-02-11", through: "2017-02-13" },
    ]);
  });
});

describe("a day that never comes", () => {
  const countedTo = (most: number): BusinessCalendar => {
    let asked = 0;
    const daysOff = () => {
      asked += 1;
      if (asked > most) throw new RangeError("the count doesn't end");
      return new Map<string, string>();
    };
    return { ...IRELAND, daysOff };
  };
  const last = { dueDate: "9999-12-31" };

  it.each([
    ["after the last day", last, IRELAND.workingDays],
    ["after the last day, for a P0", { ...last, priority: "P0" }, IRELAND.workingDays],
    ["after a pause to the last day", { pauses: [{ from: DUE, through: "9999-12-31" }] }, IRELAND.workingDays],
    ["if people never work", {}, []],
  ] as const)("isn't a day %s", (_, more, workingDays) => {
    const calendar = { ...countedTo(10_000), workingDays };
    const facts = factsOf(more as Partial<LadderFacts>);
    expect(rungDay(facts, calendar, "manager")).toBeNull();
    const rungs = dueRungs(facts, calendar, [], DUE).map(({ rung }) => rung);
    expect(rungs).not.toContain("manager");
    expect(nextRung(facts, calendar, take(facts, ["owner_before", "owner_due"]), DUE)).toBeNull();
  });
});

describe("the rungs that are due", () => {
  it.each([
    ["2017-02-11", []],
    ["2017-02-12", ["owner_before"]],
    ["2017-02-15", ["owner_before", "owner_due"]],
    ["2017-02-20", ["owner_before", "owner_due", "manager"]],
    ["2017-03-07", ["owner_before", "owner_due", "manager", "tpm", "parent_manager"]],
  ])("on %s are %j", (today, rungs) => expect(namesDue(factsOf(), [], today)).toEqual(rungs));

  it("leave out what is recorded for this due date, not for another", () => {
    const taken = take(factsOf({ dueDate: "2017-02-01" }), ["owner_before", "owner_due", "manager"]);
    expect(namesDue(factsOf(), taken, "2017-02-15")).toEqual(["owner_before", "owner_due"]);
    expect(namesDue(factsOf(), take(factsOf(), ["owner_before"]), "2017-02-15")).toEqual(["owner_due"]);
  });

  it("are past if their day was before the start, on the start they are due", () => {
    const facts = factsOf({ startedOn: "2017-02-20" });
    expect(namesDue(facts, [], "2017-02-20")).toEqual(["owner_before before", "owner_due before", "manager"]);
  });

  it("wait while the action is paused", () => {
    const facts = factsOf({ pauses: [{ from: "2017-02-16", through: "2017-02-20" }] });
    expect(namesDue(facts, [], "2017-02-18")).toEqual([]);
    expect(namesDue(facts, [], "2017-02-21")).toEqual(["owner_before", "owner_due"]);
  });

  it("include the next one at once after a third move, and only once", () => {
    const facts = factsOf({ isMovedOften: true });
    expect(namesDue(facts, [], "2017-02-01")).toEqual(["manager moved"]);
    expect(namesDue(facts, take(facts, ["manager"], true), "2017-02-01")).toEqual([]);
    const before = take(factsOf({ dueDate: "2017-01-10" }), ["owner_due", "manager"]);
    expect(namesDue(facts, before, "2017-02-01")).toEqual(["tpm moved"]);
    expect(namesDue(facts, [], "2017-02-20")).toEqual(["owner_before", "owner_due", "manager moved"]);
    const pause = [{ from: "2017-01-01", through: "2017-02-05" }];
    expect(namesDue(factsOf({ isMovedOften: true, pauses: pause }), [], "2017-02-01")).toEqual([]);
  });

  it("name the next one and its day", () => {
    expect(nextRung(factsOf(), IRELAND, take(factsOf(), ["owner_before", "owner_due"]), "2017-02-16")).toEqual({
      rung: "manager",
      day: "2017-02-20",
    });
    expect(nextRung(factsOf(), IRELAND, [], "2017-02-13")).toEqual({ rung: "owner_before", day: "2017-02-13" });
    expect(nextRung(factsOf(), IRELAND, take(factsOf(), LADDER_RUNGS), "2017-02-13")).toBeNull();
    const started = factsOf({ startedOn: "2017-02-22" });
    expect(nextRung(started, IRELAND, [], "2017-02-22")).toEqual({ rung: "tpm", day: "2017-02-24" });
  });

  it("of a week are all whose day is in it", () => {
    const ofWeek = (facts: LadderFacts, taken: readonly TakenRung[] = []) =>
      rungsThrough(facts, IRELAND, taken, { today: "2017-02-13", through: "2017-02-20" }).map(
        ({ rung, day, isThirdMove }) => `${day.slice(5)} ${rung}${isThirdMove ? " moved" : ""}`,
      );
    expect(ofWeek(factsOf())).toEqual(["02-13 owner_before", "02-15 owner_due", "02-20 manager"]);
    expect(ofWeek(factsOf(), take(factsOf(), ["owner_before", "manager"]))).toEqual(["02-15 owner_due"]);
    expect(ofWeek(factsOf({ startedOn: "2017-02-17" }))).toEqual(["02-20 manager"]);
    expect(ofWeek(factsOf({ dueDate: "2017-06-01", isMovedOften: true }))).toEqual(["02-13 manager moved"]);
    const pause = [{ from: "2017-02-10", through: "2017-02-18" }];
    expect(ofWeek(factsOf({ pauses: pause }))).toEqual(["02-19 owner_before", "02-19 owner_due"]);
  });

  it("are notified immediately for a P0 or a third move, otherwise with the digest", () => {
    expect(wayOf({ priority: "P0" }, { isThirdMove: false })).toBe("mail");
    expect(wayOf({ priority: "P2" }, { isThirdMove: true })).toBe("mail");
    expect(wayOf({ priority: "P1" }, { isThirdMove: false })).toBe("digest");
  });
});

const START = "2017-01-01";
const someDay = (last: number) => fc.integer({ min: 0, max: last }).map((n) => addDays(START, n));
const pause: fc.Arbitrary<Pause> = fc
  .tuple(someDay(900), fc.integer({ min: 0, max: 30 }))
  .map(([from, length]) => ({ from, through: addDays(from, length) }));
const step = fc.integer({ min: 1, max: 8 });
const times: fc.Arbitrary<LadderTimes> = fc
  .record({ before: fc.nat(14), first: step, second: step, third: step, unit: fc.constantFrom("calendar", "business") })
  .map(({ before, first, second, third, unit }) => {
    return { before, manager: first, tpm: first + second, parentManager: first + second + third, unit };
  });
const ladders = fc.record({
  priority: fc.constantFrom("P0", "P1", "P2", "P3"),
  dueDate: someDay(900),
  isMovedOften: fc.boolean(),
  startedOn: someDay(900),
  pauses: fc.array(pause, { maxLength: 3 }),
  times,
}) as fc.Arbitrary<LadderFacts>;

/** Runs the job on these days in this order, and returns the day on which each rung was recorded. */
function run(facts: LadderFacts, days: readonly string[]) {
  const taken: TakenRung[] = [];
  const log: { rung: LadderRung; on: string; day: string; isBeforeStart: boolean; isThirdMove: boolean }[] = [];
  for (const on of days)
    for (const due of dueRungs(facts, IRELAND, taken, on)) {
      taken.push({ rung: due.rung, dueDate: facts.dueDate, isTold: !due.isBeforeStart, isThirdMove: due.isThirdMove });
      log.push({ ...due, on });
    }
  return log;
}
const YEARS = Array.from({ length: 3 * 365 }, (_, index) => addDays(START, index));

describe("over three years", () => {
  it("records each rung once, on its own day, and none on a paused day", () => {
    fc.assert(
      fc.property(ladders, (facts) => {
        const log = run(facts, YEARS);
        expect(log.map(({ rung }) => rung).sort()).toEqual([...LADDER_RUNGS].sort());
        for (const { on, day, isBeforeStart } of log) {
          if (isBeforeStart) continue;
          if (on === START) expect(day <= on).toBe(true);
          else expect(on).toBe(day);
          expect(facts.pauses.some(({ from, through }) => from <= on && on <= through)).toBe(false);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("records the same rungs whatever days the job was down or the clock jumped", () => {
    fc.assert(
      fc.property(ladders, fc.array(fc.nat(YEARS.length - 1), { minLength: 1, maxLength: 60 }), (facts, visits) => {
        const days = [...visits.map((index) => YEARS[index] ?? START), addDays(START, 3 * 365)];
        const rungs = run(facts, days).map(({ rung }) => rung);
        expect(rungs.toSorted()).toEqual([...LADDER_RUNGS].toSorted());
      }),
      { numRuns: 50 },
    );
  });

  it("comes no earlier with one more pause, in whatever order they are, and each rung after the one before", () => {
    fc.assert(
      fc.property(ladders, pause, (facts, further) => {
        const days = daysOfAll(facts).map((day) => day ?? "");
        expect(days.slice(1)).toEqual(days.slice(1).toSorted());
        expect(daysOfAll({ ...facts, pauses: facts.pauses.toReversed() })).toEqual(days);
        const later = daysOfAll({ ...facts, pauses: [further, ...facts.pauses] });
        for (const [at, day] of later.entries()) expect((day ?? "") >= (days[at] ?? "")).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("counts the days between due date and rung that aren't paused, in the unit of the policy", () => {
    fc.assert(
      fc.property(ladders, (facts) => {
        const end = rungDay(facts, IRELAND, "tpm") ?? "";
        const between = Array.from({ length: daysBetween(facts.dueDate, end) }, (_, index) =>
          addDays(facts.dueDate, index + 1),
        );
        const isFree = (day: string) => !facts.pauses.some(({ from, through }) => from <= day && day <= through);
        const counts = (day: string) => facts.times.unit === "calendar" || isBusinessDay(IRELAND, day);
        expect(between.filter((day) => counts(day) && isFree(day))).toHaveLength(facts.times.tpm);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the message of a rung", () => {
  const told: Parameters<typeof rungMessage>[0] = {
    ...{ rung: "manager" as const, key: "ACT-12", title: "Add a retry budget", restricted: false, isThirdMove: false },
    ...{ dueDate: DUE, today: "2017-02-20" },
  };

  it.each([
    ["late", told, "Late: ACT-12 Add a retry budget, 5 d late"],
    ["due today", { ...told, today: DUE }, "Due: ACT-12 Add a retry budget, due today"],
    ["due later", { ...told, today: "2017-02-12" }, "Due: ACT-12 Add a retry budget, due in 3 d"],
    ["moved again", { ...told, isThirdMove: true }, "Due date moved again: ACT-12 Add a retry budget"],
    ["restricted", { ...told, restricted: true }, "Late: a restricted action, 5 d late"],
  ])("names an action that is %s", (_, what, subject) => expect(rungMessage(what).subject).toBe(subject));

  it.each([
    ["owner_before", "You own it."],
    ["owner_due", "You own it."],
    ["manager", "You manage its team. Its owner has already been reminded."],
    ["tpm", "You're a TPM. Its team's manager has already been reminded."],
    ["parent_manager", "You manage its parent team. A TPM has already been reminded."],
  ] as const)("explains to %s why", (rung, reason) => {
    expect(rungMessage({ ...told, rung }).body).toBe(`Due ${longDay(DUE)}. ${reason}`);
  });

  it.each(["manager", "tpm", "parent_manager"] as const)(
    "tells %s of a third move without earlier reminders",
    (rung) => {
      expect(rungMessage({ ...told, rung, isThirdMove: true }).body).not.toContain("reminded");
    },
  );

  it("names moves, and nothing of a restricted action", () => {
    const moved = { ...told, isThirdMove: true };
    expect(rungMessage(moved).body).toMatch(/^Its due date moved at least three times\. Due /);
    expect(rungMessage({ ...moved, restricted: true }).body).toBe("Open it in Afterword.");
  });
});

it("lists the rungs of the next days by day, and a pause that covers today", () => {
  const facts = factsOf({ pauses: [{ from: "2017-02-01", through: "2017-02-16" }] });
  const days = rungsThrough(facts, IRELAND, [], { today: "2017-02-10", through: "2017-03-31" }).map(({ day }) => day);
  expect(days).toEqual([...days].sort());
  expect(days[0]).toBe("2017-02-17");
});

it("asks a manager again about a third move if an earlier entry notified no one", () => {
  const facts = factsOf({ isMovedOften: true });
  const [untold] = take(facts, ["manager"]);
  if (!untold) throw new Error("a rung is expected");
  const earlier = [{ ...untold, dueDate: "2017-01-10", isTold: false }];
  expect(nextRung(facts, IRELAND, earlier, "2017-02-10")).toEqual({ rung: "manager", day: "2017-02-10" });
});
