import fc from "fast-check";
import { expect, it } from "vitest";
import { createDrafts } from "#components/ui/page/kept-drafts.ts";
import { UPDATES, type UpdateDraft, writtenAfter } from "./update-draft.ts";

const lines = { because: "", body: "", plans: "", problems: "", help: "" };
const draft = (change: Partial<UpdateDraft["lines"]>, figure = ""): UpdateDraft => ({
  ...{ health: "at_risk", lines: { ...lines, ...change }, figure: { text: figure, of: null } },
});

/** Drafts, with how many warnings are on. */
function counted() {
  let warnings = 0;
  const note = () => {
    warnings += 1;
    return () => {
      warnings -= 1;
    };
  };
  const drafts = createDrafts({ ...UPDATES, note });
  return { drafts, warnings: () => warnings };
}

it.each([
  ["a progress", draft({ body: "Drilled" }), true],
  ["plans alone", draft({ plans: "Mail next" }), true],
  ["problems alone", draft({ problems: "One person" }), true],
  ["the help that is needed", draft({ help: "Two weeks of Mail" }), true],
  ["a reason", draft({ because: "Only the page is missing" }), true],
  ["a figure alone", draft({}, "28"), true],
  ["text in another direction", draft({ body: "התקדמות 👩‍🚒" }), true],
  ["400 letters", draft({ body: "a".repeat(400) }), true],
  ["a health alone", draft({}), false],
  ["blanks", draft({ body: " \n" }, "  "), false],
])("of %s is kept: %o", (_, written, isKept) => {
  const { drafts, warnings } = counted();
  drafts.keep("SC-1 ada", written);
  expect([drafts.isKept("SC-1 ada"), warnings()]).toEqual([isKept, Number(isKept)]);
  expect(drafts.of("SC-1 ada")).toEqual(written);
  expect([drafts.isKept("SC-2 ada"), drafts.isKept("SC-1 zoe")]).toEqual([false, false]);
  drafts.keep("SC-1 ada", null);
  expect([drafts.isKept("SC-1 ada"), warnings()]).toEqual([false, 0]);
  expect(drafts.of("SC-1 ada").lines).toEqual(lines);
});

it("warns of each update that isn't sent, once, and of none that is", () => {
  const name = fc.constantFrom("SC-1 ada", "SC-2 ada", "SC-1 zoe");
  const text = fc.constantFrom(null, "", " ", "Drilled", "Mail next");
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text), { maxLength: 20 }), (steps) => {
      const { drafts, warnings } = counted();
      const told: string[] = [];
      drafts.subscribe(() => told.push("changed"));
      for (const [key, body] of steps) drafts.keep(key, body === null ? null : draft({ body }));
      const last = new Map(steps);
      expect(warnings()).toBe([...last.values()].filter((body) => body?.trim()).length);
      expect(told).toHaveLength(steps.length);
    }),
  );
});

it.each([
  ["nothing more", draft({ body: "Drilled" }), draft({ body: "Drilled" }), null],
  ["another health alone", draft({ body: "Drilled" }), { ...draft({ body: "Drilled" }), health: "off_track" }, null],
  ["letters after a line", draft({ body: "Drilled" }), draft({ body: "Drilled twice" }), draft({ body: "twice" })],
  ["a blank after a line", draft({ body: "Drilled" }), draft({ body: "Drilled " }), null],
  [
    "a line that changed in the middle",
    draft({ body: "Drilled" }),
    draft({ body: "We drilled" }),
    draft({ body: "We drilled" }),
  ],
  [
    "another line",
    draft({ body: "Drilled" }),
    draft({ body: "Drilled", help: "Two people" }),
    draft({ help: "Two people" }),
  ],
  ["a removed line", draft({ body: "Drilled", help: "Two" }), draft({ body: "Drilled" }), null],
  ["another figure", draft({ body: "Drilled" }, "28"), draft({ body: "Drilled" }, "29"), draft({}, "29")],
  ["the same figure", draft({ body: "Drilled" }, "28"), draft({ body: "Drilled" }, "28"), null],
  ["an update that was discarded", draft({ body: "Drilled" }), draft({}), null],
] satisfies [string, UpdateDraft, UpdateDraft, UpdateDraft | null][])(
  "keeps of what was written while an update was sent: %s",
  (_, sent, now, left) => expect(writtenAfter(sent, now)).toEqual(left),
);
