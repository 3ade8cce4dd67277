/** A complete picture of one pixel. */
export const PIXEL_PNG: Uint8Array<ArrayBuffer> = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** The same bytes, claiming that the picture is larger. */
export function pngOfSize(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(PIXEL_PNG);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}
