import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueMoment, isUrgent, momentAt, nextMoment, type Reminded, type TakenReminder } from "./reminders.ts";

const at = (minutes: number) => new Date(Date.UTC(2017, 1, 15) + minutes * 60_000).toISOString();
const deadline = (from: number, due: number, share = 25): Reminded => ({ from: at(from), dueAt: at(due), share });
const FOUR_HOURS = deadline(0, 240);

describe("the reminder of a deadline", () => {
  it.each([
    ["is not due early", FOUR_HOURS, [], 179, null],
    ["comes with a share of the time left", FOUR_HOURS, [], 180, "before"],
    ["comes once", FOUR_HOURS, [["before", 181]], 200, null],
    ["comes again when it has passed", FOUR_HOURS, [["before", 181]], 241, "passed"],
    ["comes once when it has passed", FOUR_HOURS, [["passed", 241]], 999, null],
    ["comes once after a day of downtime", FOUR_HOURS, [], 1700, "passed"],
    ["isn't repeated for a small correction", deadline(2, 242), [["before", 190]], 200, null],
    ["starts again for a later deadline", deadline(0, 480), [["before", 181]], 361, "before"],
    ["is missing for a time before the start", deadline(-600, -300), [], 200, null],
  ] as const)("%s", (_case, one, taken, now, moment) => {
    const given = taken.map(([of, when]): TakenReminder => ({ moment: of, at: at(when) }));
    expect(dueMoment(one, given, { now: at(now), start: at(-60) })).toBe(moment);
  });

  it("is urgent for a day, and not for three", () => {
    expect([240, 1440, 4320].map((due) => isUrgent(deadline(0, due)))).toEqual([true, true, false]);
  });

  const runs = fc.uniqueArray(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 40 });
  const lengths = fc.record({ due: fc.integer({ min: 1, max: 5000 }), share: fc.integer({ min: 1, max: 90 }) });
  it("is given once each and in order, whenever the runs come, and always after its time", () => {
    fc.assert(
      fc.property(lengths, runs, ({ due, share }, times) => {
        const one = deadline(0, due, share);
        const taken: TakenReminder[] = [];
        for (const minute of times.toSorted((a, b) => a - b)) {
          const now = at(minute);
          const next = nextMoment(one, taken, { now, start: at(0) });
          const moment = dueMoment(one, taken, { now, start: at(0) });
          expect((next?.at ?? now) >= now).toBe(true);
          if (moment === null) continue;
          expect(next).toEqual({ moment, at: now });
          expect(momentAt(one, moment) <= now).toBe(true);
          taken.push({ moment, at: now });
        }
        const order = taken.map(({ moment }) => moment);
        expect([[], ["before"], ["passed"], ["before", "passed"]]).toContainEqual(order);
        const last = at(Math.max(...times));
        if (last > one.dueAt) expect(order.at(-1)).toBe("passed");
      }),
      { numRuns: 300 },
    );
  });
});
