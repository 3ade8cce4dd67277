import { joined } from "../bytes.ts";

/** The letters of a text as bytes. */
export const text = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0));

/** Returns a number as this many bytes, big-endian. */
export const big = (value: number, bytes: number) =>
  Uint8Array.from({ length: bytes }, (_, index) => (value >>> (8 * (bytes - 1 - index))) & 255);

/** Returns a number as this many bytes, little-endian. */
export const little = (value: number, bytes: number) => big(value, bytes).reverse();

/** A segment of a JPEG. */
export const segment = (marker: number, bytes: Uint8Array) =>
  joined([Uint8Array.of(255, marker), big(bytes.length + 2, 2), bytes]);

/** A chunk of a WebP. */
export const webp = (type: string, bytes: Uint8Array) =>
  joined([text(type), little(bytes.length, 4), bytes, new Uint8Array(bytes.length % 2)]);

/** One sub-block of a GIF with the empty one that ends it. */
export const subBlocks = (bytes: Uint8Array) => joined([Uint8Array.of(bytes.length), bytes, Uint8Array.of(0)]);
