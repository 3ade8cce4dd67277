import { describe, expect, it } from "vitest";
import { numberAttribute, stringAttribute } from "./attribute.ts";

const element = (attributes: Record<string, string>) =>
  ({ getAttribute: (name: string) => attributes[name] ?? null }) as unknown as HTMLElement;
type Own = ReturnType<typeof stringAttribute>;
const validate = (attribute: Own, value: unknown) => (attribute.validate as (given: unknown) => void)(value);
const refuses = (attribute: Own, value: unknown) => {
  try {
    validate(attribute, value);
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return true;
  }
};

describe("a text attribute", () => {
  const plain = () => stringAttribute("eventId", { maxLength: 3 });
  const tone = () => stringAttribute("tone", { oneOf: ["note", "tip"], fallback: "note" });

  it("is read from HTML and written there under its own name", () => {
    expect([plain().default, tone().default]).toEqual([null, "note"]);
    expect(plain().parseHTML?.(element({ "data-event-id": "e1" }))).toBe("e1");
    expect([plain().parseHTML?.(element({})), tone().parseHTML?.(element({}))]).toEqual([null, "note"]);
    expect(plain().renderHTML?.({ eventId: "e1" })).toEqual({ "data-event-id": "e1" });
    expect([plain().renderHTML?.({ eventId: null }), plain().renderHTML?.({ eventId: 7 })]).toEqual([{}, {}]);
  });

  it.each([
    ["abc", false],
    ["abcd", true],
    [null, false],
    [undefined, true],
    [7, true],
  ])("of three letters rejects %j: %s", (value, isRefused) => expect(refuses(plain(), value)).toBe(isRefused));

  it.each([
    ["tip", false],
    ["loud", true],
    [null, true],
  ])("of two values rejects %j: %s", (value, isRefused) => expect(refuses(tone(), value)).toBe(isRefused));

  it("has at most 500 letters unless it says otherwise", () => {
    expect(["x".repeat(500), "x".repeat(501)].map((value) => refuses(stringAttribute("ref"), value))).toEqual([
      false,
      true,
    ]);
    expect(() => validate(tone(), "loud")).toThrow('Attribute tone does not allow "loud"');
  });
});

describe("a number attribute", () => {
  const share = () => numberAttribute("share", { least: 20, most: 100, fallback: 100 });
  const width = () => numberAttribute("pixelWidth", { least: 1, most: 9 });

  it("is read from HTML and written there if it is allowed", () => {
    expect([share().default, width().default]).toEqual([100, null]);
    const read = (value: string) => width().parseHTML?.(element({ "data-pixel-width": value }));
    expect(["1", "9", "0", "10", "1.5", "x", ""].map(read)).toEqual([1, 9, null, null, null, null, null]);
    expect([share().parseHTML?.(element({})), width().parseHTML?.(element({}))]).toEqual([100, null]);
    expect(width().renderHTML?.({ pixelWidth: 9 })).toEqual({ "data-pixel-width": "9" });
    expect([width().renderHTML?.({ pixelWidth: 10 }), width().renderHTML?.({ pixelWidth: null })]).toEqual([{}, {}]);
  });

  it.each([
    [20, false],
    [100, false],
    [19, true],
    [101, true],
    [20.5, true],
    ["20", true],
    [null, true],
  ])("rejects %j: %s", (value, isRefused) => expect(refuses(share(), value)).toBe(isRefused));

  it("can be absent without another value", () => {
    expect([refuses(width(), null), refuses(width(), 1), refuses(width(), 10)]).toEqual([false, false, true]);
    expect(() => validate(width(), 10)).toThrow("Attribute pixelWidth does not allow 10");
  });
});
