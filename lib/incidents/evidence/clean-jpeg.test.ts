import { describe, expect, it } from "vitest";
import { joined } from "./bytes.ts";
import { cleanJpeg } from "./clean-jpeg.ts";
import { orientationSegment } from "./jpeg-orientation.ts";
import { big, segment, text } from "./testing/picture-parts.ts";

const START = Uint8Array.of(0xff, 0xd8);
const END = Uint8Array.of(0xff, 0xd9);
const jpeg = (...parts: Uint8Array[]) => joined([START, ...parts, END]);
const frame = (marker = 0xc0) => segment(marker, joined([Uint8Array.of(8), big(480, 2), big(640, 2)]));
const scan = (...pixels: number[]) => joined([segment(0xda, Uint8Array.of(1)), Uint8Array.from(pixels)]);
const turned = (orientation: number) => joined(orientationSegment(orientation));

describe("a photo", () => {
  it.each(Array.from({ length: 16 }, (_, at) => 0xc0 + at))("has its size in a frame only: marker %i", (marker) => {
    const isFrame = ![0xc4, 0xc8, 0xcc].includes(marker);
    const clean = cleanJpeg(jpeg(frame(marker), scan(1)));
    expect(clean && [clean.width, clean.height]).toEqual(isFrame ? [640, 480] : null);
  });

  it.each([0xbf, 0xdb, 0xf0])("has no size in a segment like %i", (marker) => {
    expect(cleanJpeg(jpeg(frame(marker), scan(1)))).toBeNull();
  });

  it.each<[number, string, boolean]>([
    [0xe0, "JFIF\0\u0001", true],
    [0xe0, "JFIF\0", true],
    [0xe0, "JFXX\0secret", false],
    [0xe0, "JF", false],
    [0xe1, "Exif\0\0secret", false],
    [0xe2, "ICC_PROFILE\0colours", true],
    [0xe2, "MPF\0secret", false],
    [0xe3, "secret", false],
    [0xee, "Adobe", true],
    [0xef, "secret", false],
    [0xf0, "table", true],
    [0xfe, "secret", false],
    [0xdb, "table", true],
  ])("keeps or drops what segment %i with %j says", (marker, words, isKept) => {
    const said = segment(marker, text(words));
    const clean = cleanJpeg(jpeg(frame(), said, scan(1, 2)));
    expect(clean?.bytes).toEqual(isKept ? jpeg(frame(), said, scan(1, 2)) : jpeg(frame(), scan(1, 2)));
  });

  it("keeps the pixels of each scan up to the next segment", () => {
    const first = scan(1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd7, 4);
    const second = scan(5, 0xff, 0);
    const clean = cleanJpeg(jpeg(frame(), first, segment(0xfe, text("secret")), second));
    expect(clean?.bytes).toEqual(jpeg(frame(), first, second));
  });

  it.each([[[7]], [[7, 0xff]]])("keeps pixels that end without a mark: %j", (pixels) => {
    expect(cleanJpeg(joined([START, frame(), scan(...pixels)]))?.bytes).toEqual(jpeg(frame(), scan(...pixels)));
  });

  it("is read over bytes that fill up before a segment", () => {
    const fill = Uint8Array.of(0xff, 0xff);
    expect(cleanJpeg(jpeg(frame(), fill, segment(0xdb, text("t")), scan(1, 0xff)))?.bytes).toEqual(
      jpeg(frame(), segment(0xdb, text("t")), scan(1, 0xff)),
    );
  });

  it.each([
    ["another start", joined([Uint8Array.of(0xff, 0xd7), frame(), scan(1), END])],
    ["something between segments", jpeg(frame(), segment(0xdb, text("t")), text("x"), scan(1))],
    ["no frame", jpeg(scan(1))],
  ])("is rejected with %s", (_, bytes) => expect(cleanJpeg(bytes)).toBeNull());

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("keeps which side is up, and turns its size with it: %i", (orientation) => {
    const clean = cleanJpeg(jpeg(turned(orientation), frame(), scan(1)));
    expect(clean).toEqual({
      bytes: jpeg(turned(orientation), frame(), scan(1)),
      ...(orientation >= 5 ? { width: 480, height: 640 } : { width: 640, height: 480 }),
    });
  });

  it("takes which side is up from the segment of EXIF alone", () => {
    const elsewhere = segment(0xe2, turned(6).subarray(4));
    expect(cleanJpeg(jpeg(elsewhere, frame(), scan(1)))).toEqual({
      bytes: jpeg(frame(), scan(1)),
      width: 640,
      height: 480,
    });
  });
});
