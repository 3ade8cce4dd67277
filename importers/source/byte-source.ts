/** Bytes that can be read in pieces and repeatedly: a file on disk, or memory. */
export interface ByteSource {
  size: number;
  /**
   * Returns the bytes from `start` up to but not including `end`, fewer at the end of the source. Valid until the next
   * call.
   */
  read(start: number, end: number): Uint8Array;
}

export const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (start, end) => bytes.subarray(start, end),
});
