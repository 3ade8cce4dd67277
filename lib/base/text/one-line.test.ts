import { describe, expect, it } from "vitest";
import { isOneLine, isVisible, onOneLine } from "./one-line.ts";

describe("one line of text", () => {
  it.each(["Checkout fails", "Überlastung, 43% – “slow”", "خطأ في الدفع\u200f", "👩‍👩‍👧 outage", "\u200ePayments"])(
    "accepts %s",
    (text) => {
      expect(isOneLine(text)).toBe(true);
      expect(onOneLine(text)).toBe(text);
    },
  );

  it.each([
    ["two\nlines", "two lines"],
    ["two\r\nlines", "two lines"],
    ["a\ttab", "a tab"],
    ["a\u2028separator", "a separator"],
    ["\u001b[31mred", " [31mred"],
    ["turned \u202egpj.exe", "turned gpj.exe"],
    ["isolated \u2066text\u2069", "isolated text"],
  ])("isn't: %j", (text, made) => {
    expect(isOneLine(text)).toBe(false);
    expect(onOneLine(text)).toBe(made);
    expect(isOneLine(made)).toBe(true);
  });

  it("isn't text with half a character", () => expect(isOneLine("half \ud83d")).toBe(false));

  it.each(["", " ", "\u200b", "\u200d\u00ad", "\u0301"])("can't be seen: %j", (text) =>
    expect(isVisible(text)).toBe(false),
  );
  it.each(["a", "7", "?", "€", "👍", "é", "日"])("can be seen: %s", (text) => expect(isVisible(text)).toBe(true));
});
