import { createHash } from "node:crypto";
import type { ByteSource } from "#importers/index.ts";

const PIECE_BYTES = 1024 * 1024;

/** SHA-256 of a source, in hex. */
export function hashOfBytes(source: ByteSource): string {
  const hash = createHash("sha256");
  for (let at = 0; at < source.size; at += PIECE_BYTES) hash.update(source.read(at, at + PIECE_BYTES));
  return hash.digest("hex");
}
