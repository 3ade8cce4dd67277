import { isUtf8 } from "node:buffer";
import type { ByteSource } from "./byte-source.ts";
import { type Encoding, markedEncoding } from "./decode-bytes.ts";

/** Small, so the objects of one piece are collected early. */
const PIECE_BYTES = 256 * 1024;

/** The text of a source in pieces, as often as needed. Together they equal `decode` of all bytes. */
export function textPieces(source: ByteSource, pieceBytes = PIECE_BYTES): () => Iterable<string> {
  const { encoding, markBytes } = markedEncoding(source.read(0, Math.min(source.size, 512)), source.size);
  const found = encoding ?? (isAllUtf8(source, pieceBytes) ? "utf-8" : "windows-1252");
  return () => decodePieces(source, { encoding: found, start: markBytes, pieceBytes });
}

interface Plan {
  encoding: Encoding;
  start: number;
  pieceBytes: number;
}

function* decodePieces(source: ByteSource, { encoding, start, pieceBytes }: Plan): Generator<string> {
  // Only at the very start, a mark isn't part of the text.
  let decoder = new TextDecoder(encoding);
  for (const piece of wholePieces(source, { encoding, start, pieceBytes })) {
    const text = decoder.decode(piece);
    if (text !== "") yield text;
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }
}

function isAllUtf8(source: ByteSource, pieceBytes: number): boolean {
  for (const piece of wholePieces(source, { encoding: "utf-8", start: 0, pieceBytes }))
    if (!isUtf8(piece)) return false;
  return true;
}

/** Yields pieces that end at a character. */
function* wholePieces(source: ByteSource, { encoding, start, pieceBytes }: Plan): Generator<Uint8Array> {
  const least = Math.max(pieceBytes, 8);
  for (let at = start; at < source.size; ) {
    const piece = source.read(at, at + least);
    const length = at + piece.length < source.size ? wholeLength(piece, encoding) : piece.length;
    yield piece.subarray(0, length);
    at += length;
  }
}

/** Returns how many of the bytes are whole characters. Bytes that aren't UTF-8 aren't waited for. */
function wholeLength(piece: Uint8Array, encoding: Encoding): number {
  const { length } = piece;
  if (encoding === "windows-1252") return length;
  if (encoding !== "utf-8") {
    const even = length - (length % 2);
    const high = piece[encoding === "utf-16le" ? even - 1 : even - 2] ?? 0;
    return high >= 0xd8 && high < 0xdc ? even - 2 : even;
  }
  for (let back = 1; back <= 3; back += 1) {
    const byte = piece[length - back] ?? 0;
    if (byte < 0x80) return length;
    if (byte >= 0xc0) return byte >= 0xf0 || back < (byte >= 0xe0 ? 3 : 2) ? length - back : length;
  }
  return length;
}
