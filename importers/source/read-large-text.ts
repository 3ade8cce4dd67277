import type { SourceText } from "#importers/base/importer.ts";
import type { ByteSource } from "./byte-source.ts";
import { decode } from "./decode-bytes.ts";
import { isEventLog } from "./event-log.ts";
import { isZip, type ZipLimits } from "./open-zip.ts";
import { readText, readZip, type StoredInput } from "./read-source.ts";
import { textPieces } from "./text-pieces.ts";
import { isManifest } from "./yaml-values.ts";

const LARGE_BYTES = 1024 * 1024;

/**
 * A source for all importers. For a large text that isn't JSON, only the start is read and the rest is available in
 * pieces, if `streams` accepts that start.
 */
export function readLargeText(
  input: StoredInput,
  streams: (head: SourceText) => boolean,
  limits?: ZipLimits,
): SourceText {
  const { filename, bytes, mail } = input;
  const kept = mail ? { mail } : {};
  if (isZip(bytes.read(0, 8))) return { ...readZip(input, limits), ...kept };
  const head = bytes.size > LARGE_BYTES && !mail ? readHead(filename, bytes) : null;
  if (head && streams(head)) return head;
  return { ...readText(filename, decode(bytes.read(0, bytes.size))), ...kept };
}

function readHead(filename: string, bytes: ByteSource): SourceText | null {
  const pieces = textPieces(bytes);
  for (const text of pieces()) {
    const isStructured = /^\s*[{[]/.test(text) || isManifest(text) || isEventLog(text);
    return isStructured ? null : { filename, text, json: undefined, pieces };
  }
  return null;
}
