import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTION_STATUSES } from "#lib/base/vocabulary/action-item.ts";
import { STATUSES_FROM_THERE } from "#lib/base/vocabulary/issue-tracker.ts";
import {
  type Agreed,
  COMPARED_FIELDS,
  type Compared,
  type ComparedField,
  type Held,
  isUnchangedHere,
  refusedWords,
  stepOf,
  stepsOf,
  syncedFieldOf,
  type Values,
  withoutRefused,
} from "./agree.ts";
import { firstMapping, type StatesHere, type StatesThere, translationOf } from "./mapping.ts";
import { REMOTE_STATES } from "./remote-issue.ts";

const people = {
  there: new Map([
    ["r1", "u1"],
    ["r2", "u2"],
  ]),
  here: new Map([
    ["u1", "r1"],
    ["u2", "r2"],
  ]),
};
const translation = translationOf(people, firstMapping("github"));
const HERE: Values = {
  title: "A",
  status: "accepted",
  blocked: null,
  owner: "u1",
  dueDate: "2027-02-08",
  priority: "P1",
};
const THERE: Values = { title: "A", status: "open", blocked: null, owner: "r1", dueDate: "2027-02-08", priority: "P1" };
const agreedOn = (here: Values, there: Values): Agreed =>
  Object.fromEntries(COMPARED_FIELDS.map((field) => [field, { here: here[field], there: there[field] }]));
const base: Compared = {
  ...{
    here: HERE,
    there: THERE,
    agreed: agreedOn(HERE, THERE),
    held: {},
    fields: new Set(COMPARED_FIELDS),
    translation,
  },
  ...{ isTitleThereLater: false, isDatePromised: false },
};

describe("one field", () => {
  const rows: [string, ComparedField, string | null, string | null, Partial<Compared>, object][] = [
    ["nothing changed", "title", "A", "A", {}, { is: "same" }],
    ["changed here", "title", "B", "A", {}, { is: "send", value: "B" }],
    ["changed there", "title", "A", "B", {}, { is: "take", value: "B" }],
    ["changed alike", "title", "B", "B", {}, { is: "agreed" }],
    ["title, later here", "title", "B", "C", {}, { is: "send", value: "B" }],
    ["title, later there", "title", "B", "C", { isTitleThereLater: true }, { is: "take", value: "C" }],
    ["closed there", "status", "accepted", "completed", {}, { is: "take", value: "implemented" }],
    ["closed there, already to verify", "status", "implemented", "completed", {}, { is: "agreed" }],
    ["not planned there asks only", "status", "accepted", "not_planned", {}, { is: "noted" }],
    ["verified closes", "status", "verified", "open", {}, { is: "send", value: "completed" }],
    ["waived leaves it as it is", "status", "waived", "open", {}, { is: "noted" }],
    ["closed there while started here", "status", "in_progress", "completed", {}, { is: "take", value: "implemented" }],
    ["closed there while declined here", "status", "declined", "completed", {}, { is: "send", value: "not_planned" }],
    ["started there while declined here", "status", "declined", "started", {}, { is: "send", value: "not_planned" }],
    ["owner here is unknown there", "owner", "u9", "r1", {}, { is: "send", value: null }],
    ["assignee is unknown here", "owner", "u1", "r9", {}, { is: "noted" }],
    ["both gave it to someone", "owner", "u2", "r9", {}, { is: "send", value: "r2" }],
    ["date, not promised", "dueDate", "2027-02-22", "2027-02-17", {}, { is: "send", value: "2027-02-22" }],
    ["date, promised", "dueDate", "2027-02-22", "2027-02-17", { isDatePromised: true }, { is: "conflict" }],
    ["date removed there", "dueDate", "2027-02-08", null, {}, { is: "take", value: null }],
    ["promised date removed there", "dueDate", "2027-02-08", null, { isDatePromised: true }, { is: "conflict" }],
    ["priority there is only from here", "priority", "P1", "P3", {}, { is: "noted" }],
    ["blocked here", "blocked", "yes", null, {}, { is: "send", value: "yes" }],
    ["blocked there is only from here", "blocked", null, "yes", {}, { is: "noted" }],
  ];
  it.each(rows)("%s", (_, field, here, there, more, step) => {
    const compared = { ...base, here: { ...HERE, [field]: here }, there: { ...THERE, [field]: there }, ...more };
    expect(stepOf(field, compared)).toMatchObject(step);
  });

  const date = { ...base, here: { ...HERE, dueDate: "2027-02-22" }, there: { ...THERE, dueDate: "2027-02-17" } };
  const held = { dueDate: { here: "2027-02-22", there: "2027-02-17", why: "", since: "" } };
  it("waits while nothing changes, and continues once one side gave in", () => {
    expect(stepOf("dueDate", { ...date, held, isDatePromised: true })).toEqual({ is: "held" });
    const gaveIn = { ...date, there: THERE, held, isDatePromised: true };
    expect(stepOf("dueDate", gaveIn)).toEqual({ is: "send", value: "2027-02-22" });
  });
  it("is written there if a person kept the value here", () => {
    const agreed = { ...base.agreed, dueDate: { there: "2027-02-17" } };
    expect(stepOf("dueDate", { ...date, agreed, isDatePromised: true })).toEqual({ is: "send", value: "2027-02-22" });
  });
});

/** Both sides, with what travels between them, and one worker's pass cut at every point where it can be cut. */
class World {
  here = { ...HERE };
  there = { ...THERE };
  agreed: Agreed = agreedOn(HERE, THERE);
  held: Partial<Record<ComparedField, Held>> = {};
  clock = 0;
  titleHereAt = 0;
  titleThereAt = 0;
  changesHere = 0;
  changesThere = 0;
  sent = 0;
  taken = 0;
  constructor(
    readonly isDatePromised: boolean,
    readonly translation: Compared["translation"],
  ) {}

  edit(side: "here" | "there", field: ComparedField, value: string | null): void {
    if (this[side][field] === value) return;
    this[side][field] = value;
    this.clock += 1;
    if (side === "here") this.changesHere += 1;
    else this.changesThere += 1;
    if (field === "title") this[side === "here" ? "titleHereAt" : "titleThereAt"] = this.clock;
  }

  /** A pass, with what people do after it read the issue, and whether it's cut before it stores. */
  pass({ meanwhile, isCut }: { meanwhile: () => void; isCut: boolean }): boolean {
    const read = { ...this.there };
    meanwhile();
    const here = { ...this.here };
    const isTitleThereLater = this.titleThereAt > this.titleHereAt;
    const { agreed, held, isDatePromised } = this;
    const { translation: said } = this;
    const steps = stepsOf({
      ...base,
      translation: said,
      here,
      there: read,
      agreed,
      held,
      isDatePromised,
      isTitleThereLater,
    });
    const [nextAgreed, nextHeld] = [{ ...agreed }, { ...held }];
    let isQuiet = true;
    for (const [field, step] of steps) {
      if (step.is === "same" || step.is === "held") continue;
      isQuiet = false;
      delete nextHeld[field];
      if (step.is === "conflict") nextHeld[field] = { here: here[field], there: read[field], why: "", since: "" };
      else {
        if (step.is === "send") {
          this.sent += 1;
          this.there[field] = step.value;
        }
        if (step.is === "take") {
          this.taken += 1;
          this.here[field] = step.value;
        }
        nextAgreed[field] = {
          here: step.is === "take" ? step.value : here[field],
          there: step.is === "send" ? step.value : read[field],
        };
      }
    }
    if (!isCut) [this.agreed, this.held] = [nextAgreed, nextHeld];
    return isQuiet;
  }
}

const VALUES = {
  title: [
    ["A", "B", "C"],
    ["A", "B", "D"],
  ],
  status: [
    ["proposed", "accepted", "in_progress", "implemented", "verified", "declined", "waived"],
    ["open", "started", "completed", "not_planned"],
  ],
  blocked: [
    ["yes", null],
    ["yes", null],
  ],
  owner: [
    ["u1", "u2", "u9", null],
    ["r1", "r2", "r9", null],
  ],
  dueDate: [
    ["2027-02-08", "2027-02-22", null],
    ["2027-02-08", "2027-02-17", null],
  ],
  priority: [
    ["P0", "P1", "P2"],
    ["P1", "P3", null],
  ],
} as const;
const edit = fc.constantFrom(...COMPARED_FIELDS).chain((field) =>
  fc.constantFrom("here" as const, "there" as const).chain((side) =>
    fc.record({
      field: fc.constant(field),
      side: fc.constant(side),
      value: fc.constantFrom<string | null>(...VALUES[field][side === "here" ? 0 : 1]),
    }),
  ),
);
const event = fc.oneof(
  fc.record({ is: fc.constant("edit" as const), edit }),
  // Lost, doubled and late webhooks and polls are passes that don't come, come twice or come later.
  fc.record({ is: fc.constant("pass" as const), meanwhile: fc.array(edit, { maxLength: 1 }), isCut: fc.boolean() }),
);

/** Every table of states that an admin can enter. */
const states = fc.record({
  statesHere: fc.record(
    Object.fromEntries(
      Object.entries(STATUSES_FROM_THERE).map(([state, statuses]) => [state, fc.constantFrom(...statuses, null)]),
    ),
  ) as fc.Arbitrary<StatesHere>,
  statesThere: fc.record(
    Object.fromEntries(ACTION_STATUSES.map((status) => [status, fc.constantFrom(...REMOTE_STATES, null)])),
  ) as fc.Arbitrary<StatesThere>,
});
const tables = fc.oneof(fc.constant(firstMapping("github")), states);

it("settles after any interleaving with any states, writes no more than what changed, and invents nothing", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 25 }), fc.boolean(), tables, (events, isDatePromised, table) => {
      const said = translationOf(people, table);
      const world = new World(isDatePromised, said);
      let cuts = 0;
      for (const one of events) {
        if (one.is === "edit") world.edit(one.edit.side, one.edit.field, one.edit.value);
        else {
          cuts += one.isCut ? 1 : 0;
          const meanwhile = () => {
            for (const { side, field, value } of one.meanwhile) world.edit(side, field, value);
          };
          world.pass({ meanwhile, isCut: one.isCut });
        }
      }
      const quiet = { meanwhile: () => undefined, isCut: false };
      const passes = [1, 2, 3].map(() => world.pass(quiet));
      expect(passes.at(-1)).toBe(true);
      const [sent, taken] = [world.sent, world.taken];
      for (let again = 0; again < 3; again++) expect(world.pass(quiet)).toBe(true);
      expect([world.sent, world.taken]).toEqual([sent, taken]);
      for (const field of COMPARED_FIELDS) {
        const known: (string | null)[] = [
          ...VALUES[field][0],
          ...VALUES[field][1].map((one) => said.toHere(field, one) ?? null),
        ];
        expect(known).toContain(world.here[field]);
      }
      expect(world.sent + world.taken).toBeLessThanOrEqual(
        world.changesHere + world.changesThere + cuts * COMPARED_FIELDS.length,
      );
    }),
    { numRuns: 400 },
  );
});

describe("what was rejected there", () => {
  const pair = { here: "A", there: "B" };
  const agreed: Agreed = { title: pair, dueDate: { ...pair, refused: "The date is in the past" } };

  it("is said, and is written again once someone looks", () => {
    expect(refusedWords(agreed)).toBe("The date is in the past");
    expect(refusedWords({ title: pair })).toBeNull();
    expect(withoutRefused(agreed)).toEqual({ title: pair, dueDate: { there: "B" } });
  });

  it("needs the value of now on this side to count as unchanged", () => {
    const unchanged = (agreement: Agreed, fields: readonly ComparedField[]) =>
      isUnchangedHere({ here: HERE, agreed: agreement, fields: new Set(fields) });
    const both = agreedOn(HERE, THERE);
    expect(unchanged(both, COMPARED_FIELDS)).toBe(true);
    expect(unchanged({ ...both, title: pair }, ["title", "status"])).toBe(true);
    expect(unchanged({ ...both, title: { here: "B", there: "A" } }, ["title", "status"])).toBe(false);
    expect(unchanged({ ...both, title: { there: "A" } }, ["title"])).toBe(false);
    expect(unchanged({}, ["title"])).toBe(false);
  });
});

it("takes steps only for the fields that are kept in sync", () => {
  expect([...stepsOf({ ...base, fields: new Set(["owner", "title"]) }).keys()]).toEqual(["title", "owner"]);
});

it("compares the blocked flag as part of the status", () => {
  expect(COMPARED_FIELDS.map(syncedFieldOf)).toEqual(["title", "status", "status", "owner", "dueDate", "priority"]);
});

it("asks about a promised date only", () => {
  const title = { ...base, there: { ...THERE, title: null }, isDatePromised: true };
  expect(stepOf("title", title)).toEqual({ is: "take", value: null });
  const owner = { ...base, here: { ...HERE, owner: "u2" }, there: { ...THERE, owner: null } };
  expect(stepOf("owner", owner)).toEqual({ is: "send", value: "r2" });
});

it("takes the issue's value when a field is compared for the first time, only if nothing is known here", () => {
  const first = { ...base, agreed: {}, there: { ...THERE, title: "Other" } };
  expect(stepOf("title", first)).toEqual({ is: "send", value: "A" });
});
