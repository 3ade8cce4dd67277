import { describe, expect, it } from "vitest";
import type { TemplateContent } from "#lib/reviews/template/template.ts";
import { builtIn } from "#lib/reviews/template/testing/built-in.ts";
import { templateContract } from "./template.ts";

describe("a change of a template", () => {
  const isValid = (draft: TemplateContent) =>
    templateContract.update["~orpc"].inputSchema?.safeParse({ slug: "own", version: 1, draft }).success;
  const [header, second] = builtIn("quick").sections;

  it("accepts every built-in template", () => {
    for (const slug of ["quick", "standard", "major", "regulator"]) expect(isValid(builtIn(slug))).toBe(true);
  });

  it("rejects a key twice, no sections, a required header, and a key with other letters", () => {
    if (!header || !second) throw new Error("no sections");
    expect(isValid({ ...builtIn("quick"), sections: [second, second] })).toBe(false);
    expect(isValid({ ...builtIn("quick"), sections: [] })).toBe(false);
    expect(isValid({ ...builtIn("quick"), sections: [{ ...header, requiredAt: "in_review" }] })).toBe(false);
    expect(isValid({ ...builtIn("quick"), sections: [{ ...second, key: "Not a key" }] })).toBe(false);
  });
});
