/** Bytes that can be read in pieces and again: a file on disk, or what lies in memory. */
export interface ByteSource {
  size: number;
  /** The bytes from `start` to before `end`, fewer at the end of the source. Valid until the next call. */
  read(start: number, end: number): Uint8Array;
}

export const inMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (start, end) => bytes.subarray(start, end),
});
