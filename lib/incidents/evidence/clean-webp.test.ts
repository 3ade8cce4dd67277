import { describe, expect, it } from "vitest";
import { joined } from "./bytes.ts";
import { cleanWebp } from "./clean-webp.ts";
import { little, text, webp } from "./testing/picture-parts.ts";

const riff = (...chunks: Uint8Array[]) => {
  const body = joined([text("WEBP"), ...chunks]);
  return joined([text("RIFF"), little(body.length, 4), body]);
};
const lossy = (width: number, height: number) =>
  webp("VP8 ", joined([new Uint8Array(6), little(width + 0x4000, 2), little(height + 0x8000, 2)]));
const lossless = (width: number, height: number) =>
  webp("VP8L", joined([Uint8Array.of(0x2f), little(width - 1 + (height - 1) * 0x4000, 4)]));
const canvas = (width: number, height: number, flags = 0x10) =>
  webp("VP8X", joined([Uint8Array.of(flags, 0, 0, 0), little(width - 1, 3), little(height - 1, 3)]));

describe("a WebP", () => {
  it.each([
    ["a lossy frame", lossy(640, 480), [640, 480]],
    ["a lossless frame", lossless(640, 480), [640, 480]],
    ["the smallest lossless frame", lossless(1, 1), [1, 1]],
    ["a canvas", joined([canvas(70_001, 3), lossy(640, 480)]), [70_001, 3]],
  ])("has the size of %s, and is kept as it is", (_, chunks, size) => {
    const clean = cleanWebp(riff(chunks));
    expect(clean && [clean.width, clean.height]).toEqual(size);
    expect(clean?.bytes).toEqual(riff(chunks));
  });

  it("no longer claims to have EXIF and XMP", () => {
    const told = riff(canvas(2, 2, 0xff), lossy(2, 2), webp("EXIF", text("secret")), webp("XMP ", text("secrets")));
    expect(cleanWebp(told)?.bytes).toEqual(riff(canvas(2, 2, 0xf3), lossy(2, 2)));
  });

  it("keeps chunks of an odd length and an empty one at the end", () => {
    const chunks = joined([lossless(3, 2), webp("ICCP", text("odd")), webp("ALPH", text(""))]);
    expect(cleanWebp(riff(chunks))?.bytes).toEqual(riff(chunks));
  });

  it("drops bytes after its stated end", () => {
    expect(cleanWebp(joined([riff(lossy(3, 2)), webp("ICCP", text("secret"))]))?.bytes).toEqual(riff(lossy(3, 2)));
  });

  it.each([
    ["colours only", riff(webp("ICCP", text("colours of a profile")))],
    ["nothing", riff()],
  ])("is rejected with %s", (_, bytes) => expect(cleanWebp(bytes)).toBeNull());
});
