import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AppError } from "#lib/base/errors.ts";
import { CURSORS, decodeCursor, encodeCursor, pageFrom } from "./cursor.ts";

const ID = "01a213af-24f3-7346-820f-8bf65970c28e";

describe("a cursor", () => {
  it("is the same after a round trip", () => {
    const cursor = encodeCursor(["2026-01-31T18:00:00.000Z", ID]);
    expect(decodeCursor(cursor, CURSORS.instantAndId)).toEqual(["2026-01-31T18:00:00.000Z", ID]);
    expect(decodeCursor(encodeCursor([7]), CURSORS.number)).toEqual([7]);
  });

  it.each([
    ["nothing of the kind", "abc"],
    ["values of another list", encodeCursor(["Payments", ID])],
    ["too few values", encodeCursor(["2026-01-31T18:00:00.000Z"])],
    ["an id that is none", encodeCursor(["2026-01-31T18:00:00.000Z", "x"])],
    ["a time that is none", encodeCursor(["2026-13-31T18:00:00.000Z", ID])],
    ["null", encodeCursor([null, null])],
  ])("is rejected by name when it contains %s", (_name, cursor) => {
    expect(() => decodeCursor(cursor, CURSORS.instantAndId)).toThrow(AppError);
  });

  it("is rejected before it reaches the database, whatever it contains", () => {
    const refusalOf = (cursor: string) => {
      try {
        for (const shape of Object.values(CURSORS)) decodeCursor<unknown>(cursor, shape);
        return null;
      } catch (error) {
        return error instanceof AppError ? error.code : error;
      }
    };
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(refusalOf(Buffer.from(json).toString("base64url"))).toBe("invalid");
      }),
    );
    expect(() => decodeCursor(encodeCursor(["a\u0000b", ID]), CURSORS.nameAndId)).toThrow(AppError);
    expect(() => decodeCursor(encodeCursor([1e20]), CURSORS.number)).toThrow(AppError);
  });
});

it("a page has a cursor only if another one follows", () => {
  const page = (rows: number[], limit: number) => pageFrom(rows, limit, String, (row) => [row]);
  expect(page([1, 2, 3], 2)).toEqual({ items: ["1", "2"], nextCursor: encodeCursor([2]) });
  expect(page([1, 2], 2)).toEqual({ items: ["1", "2"], nextCursor: null });
});
