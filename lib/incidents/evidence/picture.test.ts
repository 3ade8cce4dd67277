import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPictureType, type PictureType } from "#lib/base/vocabulary/picture-type.ts";
import { joined } from "./bytes.ts";
import { orientationOf, orientationSegment } from "./jpeg-orientation.ts";
import { cleanPicture } from "./picture.ts";
import { big, little, segment, subBlocks, text, webp } from "./testing/picture-parts.ts";

/** One block of a picture. `isPixels` means that it must be kept byte for byte. */
interface Block {
  bytes: Uint8Array;
  isPixels: boolean;
}
const SECRET = "GPS 59.3293N";
const data = fc.uint8Array({ minLength: 1, maxLength: 60 });
const secret = data.map((bytes) => joined([text(SECRET), bytes]));
const blocks = (pixels: (bytes: Uint8Array) => Uint8Array, words: (bytes: Uint8Array) => Uint8Array[]) =>
  fc
    .array(
      fc.oneof(
        data.map((bytes): Block[] => [{ bytes: pixels(bytes), isPixels: true }]),
        secret.map((bytes) => words(bytes).map((one): Block => ({ bytes: one, isPixels: false }))),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((list) => list.flat());

const png = (type: string, bytes: Uint8Array) => joined([big(bytes.length, 4), text(type), bytes, big(7, 4)]);

interface Kind {
  type: PictureType;
  start: Uint8Array;
  end: Uint8Array;
  inner: fc.Arbitrary<Block[]>;
}
const KINDS: Kind[] = [
  {
    type: "image/png",
    start: joined([
      Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10),
      png("IHDR", joined([big(640, 4), big(480, 4), Uint8Array.of(8, 6, 0, 0, 0)])),
    ]),
    end: png("IEND", new Uint8Array()),
    inner: blocks(
      (bytes) => png("IDAT", bytes),
      (bytes) => ["tEXt", "zTXt", "iTXt", "eXIf", "tIME", "prVt"].map((type) => png(type, bytes)),
    ),
  },
  {
    type: "image/jpeg",
    start: joined([
      Uint8Array.of(255, 0xd8),
      segment(0xe0, text("JFIF\0\u0001\u0002")),
      segment(0xc0, joined([Uint8Array.of(8), big(480, 2), big(640, 2), Uint8Array.of(3, 1, 0x22, 0)])),
    ]),
    end: joined([Uint8Array.of(255, 0xd9), text(SECRET)]),
    inner: blocks(
      (bytes) => joined([segment(0xda, Uint8Array.of(1, 1, 0)), bytes.map((byte) => (byte === 255 ? 254 : byte))]),
      (bytes) => [
        segment(0xe1, joined([text("Exif\0\0"), bytes])),
        segment(0xe1, joined([text("http://ns.adobe.com/xap/1.0/\0"), bytes])),
        segment(0xe2, joined([text("MPF\0"), bytes])),
        segment(0xed, bytes),
        segment(0xfe, bytes),
      ],
    ),
  },
  {
    type: "image/gif",
    start: joined([text("GIF89a"), little(640, 2), little(480, 2), Uint8Array.of(0x80, 0, 0), new Uint8Array(6)]),
    end: Uint8Array.of(0x3b),
    inner: blocks(
      (bytes) => joined([Uint8Array.of(0x2c), new Uint8Array(8), Uint8Array.of(0, 2), subBlocks(bytes)]),
      (bytes) => [
        joined([Uint8Array.of(0x21, 0xfe), subBlocks(bytes)]),
        joined([Uint8Array.of(0x21, 0xff, 11), text("XMP DataXMP"), subBlocks(bytes)]),
      ],
    ),
  },
  {
    type: "image/webp",
    start: joined([
      text("RIFF"),
      little(0xffffff, 4),
      text("WEBP"),
      webp("VP8X", joined([Uint8Array.of(0x0c, 0, 0, 0), little(639, 3), little(479, 3)])),
    ]),
    end: new Uint8Array(),
    inner: blocks(
      (bytes) => webp("VP8 ", bytes),
      (bytes) => ["EXIF", "XMP ", "ABCD"].map((type) => webp(type, bytes)),
    ),
  },
];

const indexOf = (bytes: Uint8Array, part: Uint8Array) => Buffer.from(bytes).indexOf(Buffer.from(part));

describe.each(KINDS)("$type", ({ type, start, end, inner }) => {
  it("keeps every byte of its pixels in order, and nothing that reveals place, device or text", () => {
    fc.assert(
      fc.property(inner, (list) => {
        const clean = cleanPicture(joined([start, ...list.map(({ bytes }) => bytes), end]), type);
        if (!clean) throw new Error("not read");
        expect([clean.width, clean.height]).toEqual([640, 480]);
        const pixels = joined(list.filter(({ isPixels }) => isPixels).map(({ bytes }) => bytes));
        expect(indexOf(clean.bytes, pixels)).toBeGreaterThanOrEqual(0);
        expect(indexOf(clean.bytes, text(SECRET))).toBe(-1);
        expect(cleanPicture(clean.bytes, type)).toEqual(clean);
      }),
    );
  });

  it("is read completely or rejected, wherever it is cut or invalid", () => {
    const bytes = fc.tuple(inner, fc.nat(400), fc.nat(255));
    fc.assert(
      fc.property(bytes, ([list, at, byte]) => {
        const whole = joined([start, ...list.map((one) => one.bytes), end]);
        const damaged = Uint8Array.from(whole);
        damaged[at % whole.length] = byte;
        for (const one of [whole.slice(0, at % whole.length), damaged]) {
          const clean = cleanPicture(one, type);
          if (clean) expect(clean.bytes.length).toBeLessThanOrEqual(one.length + 40);
        }
      }),
    );
  });
});

it("keeps the orientation of a photo, and turns its size accordingly", () => {
  const [exif] = orientationSegment(6);
  const jpeg = KINDS[1];
  if (!exif || !jpeg) throw new Error("no photo");
  expect(orientationOf(exif.subarray(4))).toBe(6);
  const scan = joined([segment(0xda, Uint8Array.of(1, 1, 0)), Uint8Array.of(1, 2, 3)]);
  const rest = jpeg.start.subarray(2);
  const photo = joined([
    jpeg.start.subarray(0, 2),
    exif,
    segment(0xe1, text(`Exif\0\0${SECRET}`)),
    rest,
    scan,
    jpeg.end,
  ]);
  const clean = cleanPicture(photo, "image/jpeg");
  expect(clean).toMatchObject({ width: 480, height: 640 });
  expect(clean && orientationOf(clean.bytes.subarray(6, 38))).toBe(6);
});

it("recognises the four types that a page can show", () => {
  expect(["image/png", "image/svg+xml", "text/html", "application/pdf", "constructor"].map(isPictureType)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

describe("an animated GIF", () => {
  const head = joined([text("GIF89a"), little(3, 2), little(2, 2), Uint8Array.of(0, 0, 0)]);
  const image = (flags: number, table: number) =>
    joined([
      Uint8Array.of(0x2c),
      new Uint8Array(8),
      Uint8Array.of(flags),
      new Uint8Array(table),
      Uint8Array.of(2),
      subBlocks(text("px")),
    ]);
  const application = (name: string) =>
    joined([Uint8Array.of(0x21, 0xff, name.length), text(name), subBlocks(Uint8Array.of(1, 0, 0))]);
  const trailer = Uint8Array.of(0x3b);

  it.each([
    ["how often it repeats", application("NETSCAPE2.0"), true],
    ["how often it repeats, in the other form", application("ANIMEXTS1.0"), true],
    ["the time of a frame", joined([Uint8Array.of(0x21, 0xf9), subBlocks(Uint8Array.of(4, 10, 0, 0))]), true],
    ["a frame with colours of its own", image(0x81, 12), true],
    ["what another application wrote", application("XMP DataXMP"), false],
    ["an application with a short name", application("NETSCAPE2."), false],
    ["a comment", joined([Uint8Array.of(0x21, 0xfe), subBlocks(text("secret"))]), false],
  ])("keeps or drops %s", (_, block, isKept) => {
    const frame = image(0, 0);
    expect(cleanPicture(joined([head, frame, block, frame, trailer]), "image/gif")).toEqual({
      bytes: joined([head, frame, ...(isKept ? [block] : []), frame, trailer]),
      width: 3,
      height: 2,
    });
  });

  it("is rejected with a block of an unknown kind", () => {
    expect(
      cleanPicture(joined([head, Uint8Array.of(0x20, 0xf9), subBlocks(text("x")), trailer]), "image/gif"),
    ).toBeNull();
  });
});
