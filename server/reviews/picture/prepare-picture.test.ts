import sharp from "sharp";
import { expect, it } from "vitest";
import { PIXEL_PNG, pngOfSize } from "#server/testing/pixel.ts";
import { preparePicture } from "./prepare-picture.ts";

const solid = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 30, alpha: 0.5 } } });
const sizesOf = (files: Awaited<ReturnType<typeof preparePicture>>) =>
  files.map(({ width, height }) => [width, height]);
const refused = (bytes: Uint8Array | string) =>
  preparePicture(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes).then(
    () => "stored",
    (error: { details: { message?: string; fields?: { message: string }[] } }) =>
      error.details.fields?.[0]?.message ?? error.details.message,
  );

it("turns a photo upright and keeps nothing else about it", async () => {
  const photo = await solid(1200, 600)
    .withExif({ IFD0: { Make: "Secretphone" }, IFD3: { GPSLatitude: "59/1 20/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(photo).metadata()).exif?.includes("Secretphone")).toBe(true);
  const files = await preparePicture(photo);
  expect(sizesOf(files)).toEqual([
    [480, 960],
    [600, 1200],
  ]);
  for (const { bytes, mediaType } of files) {
    const { exif, icc, xmp, orientation } = await sharp(bytes).metadata();
    expect({ exif, icc, xmp, orientation, mediaType }).toEqual({ mediaType: "image/jpeg" });
  }
});

it("keeps a screenshot sharp and within the widest size, and the same one has the same hash", async () => {
  const shot = await solid(5000, 400, 4).png().toBuffer();
  const files = await preparePicture(shot);
  expect(sizesOf(files)).toEqual([
    [480, 38],
    [960, 77],
    [2048, 164],
  ]);
  expect(files.every(({ mediaType }) => mediaType === "image/png")).toBe(true);
  expect((await preparePicture(shot)).map(({ hash }) => hash)).toEqual(files.map(({ hash }) => hash));
  expect(sizesOf(await preparePicture(PIXEL_PNG))).toEqual([[1, 1]]);
});

it("rejects what isn't a still picture, by its bytes", async () => {
  const frames = await sharp(await solid(8, 16).png().toBuffer(), {})
    .gif()
    .toBuffer();
  expect(await refused(frames)).toBe("stored");
  const moving = await sharp(
    [
      await solid(8, 8).png().toBuffer(),
      await sharp({ create: { width: 8, height: 8, channels: 3, background: "blue" } })
        .png()
        .toBuffer(),
    ],
    { join: { animated: true } },
  )
    .gif()
    .toBuffer();
  expect(await refused(moving)).toContain("This picture is animated");
  expect(await refused('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')).toContain("SVG");
  expect(await refused('<?xml version="1.0"?><svg/>')).toContain("SVG");
  expect(await refused("just words")).toContain("This isn't a picture");
  expect(await refused(new Uint8Array())).toContain("This isn't a picture");
  expect(await refused(Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"))).toContain(
    "Save it as PNG or JPEG",
  );
  expect(await refused(Buffer.from("%PDF-1.7\n"))).toContain("This isn't a picture");
});

it("rejects a damaged picture, and one that claims too many pixels before it is decoded", async () => {
  const photo = await solid(900, 900).jpeg().toBuffer();
  expect(await refused(photo.subarray(0, photo.length / 2))).toContain("damaged");
  expect(await refused(pngOfSize(30_000, 30_000))).toContain("30000 × 30000 pixels");
  expect(await refused(pngOfSize(6000, 6000))).toContain("damaged");
});
