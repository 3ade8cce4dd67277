import { cleanGif } from "./clean-gif.ts";
import { cleanJpeg } from "./clean-jpeg.ts";
import type { CleanPicture } from "./clean-picture.ts";
import { cleanPng } from "./clean-png.ts";
import { cleanWebp } from "./clean-webp.ts";

const CLEANERS = {
  "image/png": cleanPng,
  "image/jpeg": cleanJpeg,
  "image/gif": cleanGif,
  "image/webp": cleanWebp,
} as const;
export type PictureType = keyof typeof CLEANERS;

/** Types that a page may show; every other file is only handed over. */
export const isPictureType = (mediaType: string): mediaType is PictureType => Object.hasOwn(CLEANERS, mediaType);

/**
 * Takes place, device, words and thumbnails out of a picture and leaves the bytes of its pixels as they are. Null when it
 * cannot be read through, so that nothing is kept that was not looked at.
 */
export function cleanPicture(bytes: Uint8Array, mediaType: PictureType): CleanPicture | null {
  try {
    return CLEANERS[mediaType](bytes);
  } catch (error) {
    // A length in it points behind its end.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
