import fc from "fast-check";
import { expect, it } from "vitest";
import { createDrafts, type UpdateDraft } from "./update-draft.ts";

const lines = { because: "", body: "", plans: "", problems: "", help: "" };
const draft = (change: Partial<UpdateDraft["lines"]>, figure = ""): UpdateDraft => ({
  ...{ health: "at_risk", lines: { ...lines, ...change }, figure: { text: figure, of: null } },
});

/** Drafts, with how many warnings are on. */
function counted() {
  let warnings = 0;
  const drafts = createDrafts(() => {
    warnings += 1;
    return () => {
      warnings -= 1;
    };
  });
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
