import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { AppError, invalid } from "#lib/base/errors.ts";
import type { PictureType } from "#lib/base/vocabulary/picture-type.ts";
import { TALLEST, WIDEST, widthsOf } from "#lib/reviews/picture/picture-sizes.ts";
import { openBytes, type StoredBytes } from "#server/base/kernel/open-bytes.ts";
import type { Task } from "#server/base/worker/index.ts";

/** A picture in one width, as it is stored and served. */
export interface PictureFile {
  hash: string;
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  size: number;
  width: number;
  height: number;
}

/** The widths of a picture, the widest last. */
export const PREPARE_PICTURE: Task<StoredBytes, PictureFile[], undefined> = { name: "prepare-picture" };

/** The same as a task for a worker. */
export async function* preparePictureInWorker(stored: StoredBytes): AsyncGenerator<PictureFile[]> {
  const { bytes, close } = openBytes(stored);
  try {
    yield await preparePicture(bytes.read(0, bytes.size));
  } finally {
    close();
  }
}

/** A decoder for each type. No other one runs, whatever a file claims to be. */
const DECODERS: Readonly<Record<PictureType, string>> = {
  "image/png": "VipsForeignLoadPngBuffer",
  "image/jpeg": "VipsForeignLoadJpegBuffer",
  "image/webp": "VipsForeignLoadWebpBuffer",
  "image/gif": "VipsForeignLoadNsgifBuffer",
};

async function loadSharp() {
  const { default: sharp } = await import("sharp");
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: Object.values(DECODERS) });
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
}

/** The most pixels that are decoded, because a small file can claim many. */
const MOST_PIXELS = 40_000_000;
const MOST_SECONDS = 20;

const MOVING = "This picture is animated. Save one frame of it as PNG or JPEG.";
const DAMAGED = "This picture is damaged. Save it again, then add it again.";

function refusalOf(mediaType: string | null, given: Uint8Array): string {
  if (mediaType === "image/apng") return MOVING;
  const isSvg = /<svg[\s/>]/i.test(new TextDecoder().decode(given.subarray(0, 4096)));
  if (isSvg) return "An SVG file can contain scripts. Save it as PNG.";
  return mediaType?.startsWith("image/")
    ? `Pictures of this type (${mediaType}) can't be shown everywhere. Save it as PNG or JPEG.`
    : "This isn't a picture. Choose a PNG, JPEG, WebP or GIF file.";
}

/**
 * Decodes a picture and encodes it again in each width, upright and without its metadata. Throws `invalid` for a file
 * that isn't a still picture or is damaged, and `too_large` for one with too many pixels.
 */
export async function preparePicture(given: Uint8Array): Promise<PictureFile[]> {
  const mediaType = (await fileTypeFromBuffer(given))?.mime ?? null;
  if (mediaType === null || !(mediaType in DECODERS)) throw invalid("file", refusalOf(mediaType, given));
  const sharp = await loadSharp();
  const head = await sharp(given, { limitInputPixels: false }).metadata().catch(refuseDamaged);
  if ((head.pages ?? 1) > 1) throw invalid("file", MOVING);
  if (head.width * head.height > MOST_PIXELS) throw tooLarge(head);
  // A photo stays a photo, and a screenshot stays sharp.
  const isPhoto = mediaType === "image/jpeg" || (mediaType === "image/webp" && !head.hasAlpha);
  const fit = { width: WIDEST, height: TALLEST, fit: "inside", withoutEnlargement: true } as const;
  const upright = sharp(given, { limitInputPixels: MOST_PIXELS, failOn: "error", sequentialRead: true })
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .resize(fit)
    .toColourspace("srgb");
  const encode = (picture: typeof upright) =>
    (isPhoto ? picture.jpeg({ quality: 85 }) : picture.png({ compressionLevel: 9 }))
      .toBuffer({ resolveWithObject: true })
      .then(({ data, info }) => fileOf(data, info, isPhoto ? "image/jpeg" : "image/png"));
  const whole = await encode(upright).catch(refuseDamaged);
  const smaller: PictureFile[] = [];
  for (const width of widthsOf(whole.width).slice(0, -1))
    smaller.push(await encode(sharp(whole.bytes).resize({ width })));
  return [...smaller, whole];
}

const refuseDamaged = (): never => {
  throw invalid("file", DAMAGED);
};

function tooLarge({ width, height }: { width: number; height: number }): AppError {
  const message = `This picture has ${width} × ${height} pixels. The limit is ${MOST_PIXELS / 1e6} million. Add a smaller one.`;
  return new AppError("too_large", { message, fields: [{ field: "file", message }] });
}

function fileOf(
  data: Uint8Array,
  { width, height }: { width: number; height: number },
  mediaType: string,
): PictureFile {
  const bytes = new Uint8Array(data);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { hash, bytes, mediaType, size: bytes.length, width, height };
}
