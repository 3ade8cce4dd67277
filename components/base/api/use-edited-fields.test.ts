import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedFields, type EditedFields, rebase } from "./use-edited-fields.ts";

interface Form {
  statement: string;
  detail: string;
  domains: string[];
}

const opened = (read: Form, mine: Partial<Form> = {}): EditedFields<Form> => ({
  ...{ read, mine: { ...read, ...mine }, version: 1, clashes: [] },
});
const FORM: Form = { statement: "Alerts were off", detail: "", domains: ["alerting"] };

describe("a form on a record that someone else saves first", () => {
  it("gets the fields that its person hasn't touched, and keeps those that they have", () => {
    const edited = rebase(opened(FORM, { detail: "Mine" }), { ...FORM, statement: "Alerts were muted" }, 2);
    expect(edited.mine).toEqual({ ...FORM, statement: "Alerts were muted", detail: "Mine" });
    expect(edited.clashes).toEqual([]);
    expect(changedFields(edited)).toEqual({ detail: "Mine" });
  });

  it("names a field that both changed, and keeps what its person wrote", () => {
    const edited = rebase(opened(FORM, { statement: "Mine" }), { ...FORM, statement: "Theirs" }, 2);
    expect(edited.mine.statement).toBe("Mine");
    expect(edited.clashes).toEqual(["statement"]);
  });

  it("keeps naming it when the other person saves something else", () => {
    const once = rebase(opened(FORM, { statement: "Mine" }), { ...FORM, statement: "Theirs" }, 2);
    const twice = rebase(once, { ...FORM, statement: "Theirs", detail: "More" }, 3);
    expect(twice.clashes).toEqual(["statement"]);
    expect(twice.mine).toEqual({ ...FORM, statement: "Mine", detail: "More" });
  });

  it("has no clash where both wrote the same", () => {
    expect(rebase(opened(FORM, { statement: "Same" }), { ...FORM, statement: "Same" }, 2).clashes).toEqual([]);
  });

  it("loses neither person's words: a field that I changed is mine, any other has the newer value", () => {
    const form = fc.record({ statement: fc.string(), detail: fc.string(), domains: fc.array(fc.string()) });
    fc.assert(
      fc.property(form, form, form, (read, mine, theirs) => {
        const edited = rebase(opened(read, mine), theirs, 2);
        const changed = changedFields(opened(read, mine));
        expect(edited.mine).toEqual({ ...theirs, ...changed });
        const both = Object.keys(changed).filter((key) => {
          const field = key as keyof Form;
          return JSON.stringify(theirs[field]) !== JSON.stringify(read[field]) && !same(theirs[field], mine[field]);
        });
        expect([...edited.clashes]).toEqual(both);
      }),
    );
  });
});

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
