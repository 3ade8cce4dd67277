import { describe, expect, it } from "vitest";
import { joined } from "./bytes.ts";
import { orientationOf, orientationSegment } from "./jpeg-orientation.ts";
import { big, little, text } from "./testing/picture-parts.ts";

const ORIENTATION = 0x0112;
type Entry = [tag: number, value: number];

/** EXIF with one directory; `count` is how many entries it claims to have. */
function exif(entries: Entry[], { write = big, count = entries.length, at = 8 } = {}) {
  const list = entries.map(([tag, value]) =>
    joined([write(tag, 2), write(3, 2), write(1, 4), write(value, 2), write(0, 2)]),
  );
  const order = text(write === big ? "MM" : "II");
  return joined([text("Exif\0\0"), order, write(42, 2), write(at, 4), write(count, 2), ...list]);
}

describe("the orientation of a photo", () => {
  it.each([
    ["the only entry", [[ORIENTATION, 6]], 6],
    [
      "a later entry",
      [
        [0x010f, 3],
        [0x0110, 4],
        [ORIENTATION, 8],
      ],
      8,
    ],
    ["the least value", [[ORIENTATION, 1]], 1],
    ["no value that exists", [[ORIENTATION, 0]], null],
    ["a value too large", [[ORIENTATION, 9]], null],
    ["another entry only", [[0x010f, 6]], null],
    ["no entry", [], null],
  ] as [string, Entry[], number | null][])("is read from %s in either order of bytes", (_, entries, expected) => {
    expect(orientationOf(exif(entries))).toBe(expected);
    expect(orientationOf(exif(entries, { write: little }))).toBe(expected);
  });

  it.each([
    ["nothing", text("")],
    ["too few bytes", text("Exif\0\0II")],
    ["another name", joined([text("Exim\0\0"), exif([[ORIENTATION, 6]]).subarray(6)])],
    ["a directory behind the end", exif([[ORIENTATION, 6]], { at: 400 })],
    ["a directory that just ends", exif([], { count: 1 })],
    ["a directory of half a number", exif([]).subarray(0, 15)],
    ["fewer entries than it claims", exif([[0x010f, 6]], { count: 2 })],
  ])("isn't given by %s", (_, data) => expect(orientationOf(data)).toBeNull());

  it("is written as one entry of EXIF, and left out for an upright photo", () => {
    expect(orientationSegment(1)).toEqual([]);
    const head = [text("\u00ff\u00e1\0\u0022Exif\0\0MM\0*"), big(8, 4), big(1, 2)];
    for (const side of [2, 3, 4, 5, 6, 7, 8]) {
      const entry = [big(ORIENTATION, 2), big(3, 2), big(1, 4), big(side, 2), big(0, 2)];
      expect(orientationSegment(side)).toEqual([joined([...head, ...entry, big(0, 4)])]);
    }
  });
});
