import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "#lib/base/errors.ts";
import { refuseUnstorable } from "./refuse-unstorable.ts";

function fieldOf(input: unknown): string | undefined {
  try {
    refuseUnstorable(input);
  } catch (error) {
    if (error instanceof AppError) return error.details.fields?.[0]?.field;
    throw error;
  }
}

describe("text that no column can hold", () => {
  it("is rejected with the name of its field", () => {
    expect(fieldOf({ title: "a\u0000b" })).toBe("title");
    expect(fieldOf({ roles: [{ name: "x" }, { name: "\ud800" }] })).toBe("roles.1.name");
    expect(fieldOf("\u0000")).toBe("(body)");
    expect(fieldOf({ file: new File(["x"], "a\u0000b.txt") })).toBe("file");
    expect(fieldOf({ file: new File(["x"], "b.txt"), files: [new File([], "\u0000")] })).toBe("files.0");
    expect(fieldOf({ title: "🏳️‍🌈", file: new File(["\u0000"], "notes.txt"), none: null })).toBeUndefined();
  });

  it("is found at any depth of an input, and nowhere else", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
        expect(fieldOf(value)).toBeUndefined();
      }),
    );
    let deep: unknown = "\u0000";
    for (let depth = 0; depth < 20_000; depth++) deep = [deep];
    expect(fieldOf(deep)).toMatch(/^0(\.0)+$/);
  });
});
