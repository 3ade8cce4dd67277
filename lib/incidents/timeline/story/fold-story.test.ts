import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Precision } from "#lib/base/time/precision.ts";
import { EVENT_RELATIONS, type EventRelation } from "./event-relations.ts";
import { disagreementOf, eventsOfRow, type FoldableEvent, foldStory } from "./fold-story.ts";
import { storyLines, timesWords } from "./story-lines.ts";

const event = (
  id: string,
  leadId: string | null = null,
  relation: EventRelation | null = leadId === null ? null : "merged",
  at: string | null = "2026-03-10T09:00:00Z",
  precision: Precision = "exact",
): FoldableEvent => ({ id, leadId, relation, at, precision });
const ids = (events: readonly FoldableEvent[]) => events.map(({ id }) => id).join("");

describe("folding", () => {
  it("makes one row of a lead and the events below it, in story order", () => {
    const events = [
      event("s", "r"),
      event("a"),
      event("b", "a"),
      event("x"),
      event("r", "a", "bundled"),
      event("t", "a", "account"),
    ];
    const rows = foldStory(events);
    expect(rows.map(({ lead }) => lead.id)).toEqual(["a", "x"]);
    const [row] = rows;
    expect(row && [ids(row.merged), ids(row.bundled), ids(row.accounts), ids(row.deeper)]).toEqual([
      "b",
      "r",
      "t",
      "s",
    ]);
  });

  it("leaves an event alone when its lead is missing", () => {
    expect(foldStory([event("b", "gone")]).map(({ lead }) => lead.id)).toEqual(["b"]);
  });

  it("loses and doubles nothing, keeps the order, and ends for any input", () => {
    const any = fc.array(fc.record({ lead: fc.option(fc.nat(20)), relation: fc.constantFrom(...EVENT_RELATIONS) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(any, (list) => {
        const events = list.map(({ lead, relation }, index) =>
          lead === null || lead === index ? event(`${index}`) : event(`${index}`, `${lead}`, relation),
        );
        const rows = foldStory(events);
        const told = rows.flatMap(eventsOfRow).map(({ id }) => id);
        expect(told.sort()).toEqual(events.map(({ id }) => id).sort());
        const leads = rows.map(({ lead }) => Number(lead.id));
        expect(leads).toEqual([...leads].sort((a, b) => a - b));
      }),
    );
  });
});

describe("sources that disagree", () => {
  const row = (...events: FoldableEvent[]) => {
    const [lead = event("none"), ...merged] = events;
    return { lead, merged, accounts: [] };
  };
  it.each<[string, FoldableEvent[], boolean]>([
    ["the same second", [event("a"), event("b", "a", "merged", "2026-03-10T09:00:00Z")], false],
    ["seconds apart, both exact", [event("a"), event("b", "a", "merged", "2026-03-10T09:00:07Z")], true],
    [
      "seconds apart, one to the minute",
      [event("a"), event("b", "a", "merged", "2026-03-10T09:00:07Z", "minute")],
      false,
    ],
    [
      "minutes apart, one to the minute",
      [event("a"), event("b", "a", "merged", "2026-03-10T09:02:00Z", "minute")],
      true,
    ],
    ["minutes apart, one about", [event("a"), event("b", "a", "merged", "2026-03-10T09:04:00Z", "approx")], false],
    ["one without a time", [event("a"), event("b", "a", "merged", null, "unknown")], false],
  ])("%s", (_, events, disagrees) => {
    const ends = disagreementOf(row(...events));
    expect(ends !== null).toBe(disagrees);
    if (ends) expect(Date.parse(ends.earliest)).toBeLessThan(Date.parse(ends.latest));
  });

  const told = (at: string, seconds: number | null = null, precision: Precision = "approx") => ({
    ...event(at, null, null, `2026-03-10T09:${at}Z`, precision),
    uncertaintySeconds: seconds,
  });

  it("give the earliest and the latest time, in whatever order and by whichever telling", () => {
    const [early, middle, late] = ["00:00", "05:00", "20:00"].map((at) => told(at, null, "exact"));
    for (const [lead, merged, account] of [
      [early, middle, late],
      [late, early, middle],
      [middle, late, early],
    ])
      expect(lead && merged && account && disagreementOf({ lead, merged: [merged], accounts: [account] })).toEqual({
        earliest: "2026-03-10T09:00:00.000Z",
        latest: "2026-03-10T09:20:00.000Z",
      });
  });

  it.each([
    ["a stated spread in place of five minutes", 600, "approx", false],
    ["a stated spread that is too small", 60, "approx", true],
    ["no stated spread", null, "approx", true],
    ["a spread that an exact time does not have", 600, "exact", true],
  ] as const)("agree within %s", (_, seconds, precision, disagrees) => {
    const row = { lead: told("00:00", null, "exact"), merged: [told("08:00", seconds, precision)], accounts: [] };
    expect(disagreementOf(row) !== null).toBe(disagrees);
  });
});

it("writes a bundle once with its count, pinned and of the kind that its sources know", () => {
  const line = (id: string, rest: Partial<Parameters<typeof storyLines>[0][number]>) => ({
    ...event(id),
    kind: "observation" as const,
    pinned: false,
    hidden: false,
    ...rest,
  });
  const [told] = storyLines([
    line("chat", {}),
    line("page", { leadId: "chat", relation: "merged", kind: "paged", pinned: true }),
    line("again", { leadId: "chat", relation: "bundled" }),
    line("other", { leadId: "chat", relation: "account" }),
  ]);
  const [plain, known] = storyLines([
    line("chat", {}),
    line("again", { leadId: "chat", relation: "merged", pinned: true }),
    line("third", { leadId: "chat", relation: "merged" }),
    line("page", { kind: "paged" }),
    line("other", { leadId: "page", relation: "merged", kind: "deploy_finished" }),
  ]);
  expect(plain).toMatchObject({ kind: "observation", pinned: true, times: 1 });
  expect(known).toMatchObject({ kind: "paged", pinned: false });
  expect(told).toMatchObject({ id: "chat", kind: "paged", pinned: true, times: 2, accounts: [{ id: "other" }] });
  expect([timesWords(1), timesWords(2)]).toEqual(["", " (2 times)"]);
});
