import fc from "fast-check";
import { expect, it } from "vitest";
import { isStorable, storable } from "./storable.ts";

it("leaves storable text as it is, and makes other text storable", () => {
  expect(storable("Zürich 🏳️‍🌈 \n")).toBe("Zürich 🏳️‍🌈 \n");
  expect(isStorable("a\u0000b")).toBe(false);
  expect(isStorable("a\ud83db")).toBe(false);
  expect(storable("a\u0000b\ud83d")).toBe("ab\ufffd");
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "\u0000", "\ud83d", "\ude00") }), (text) => {
      expect(isStorable(storable(text))).toBe(true);
      if (isStorable(text)) expect(storable(text)).toBe(text);
    }),
  );
});
