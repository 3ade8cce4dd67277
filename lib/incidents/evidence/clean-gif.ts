import { ascii, byteAt, joined, part, viewOf } from "./bytes.ts";
import type { CleanPicture } from "./clean-picture.ts";

const HEADER_BYTES = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const COMMENT = 0xfe;
const APPLICATION = 0xff;
/** Application blocks that say how often an animation runs. */
const LOOPS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);

/** Where the sub-blocks that begin at `start` end, their empty last one included. */
function endOfBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (byteAt(bytes, at) !== 0) at += byteAt(bytes, at) + 1;
  return at + 1;
}

function isKept(bytes: Uint8Array, at: number): boolean {
  const label = byteAt(bytes, at + 1);
  if (label === COMMENT) return false;
  if (label !== APPLICATION) return true;
  return byteAt(bytes, at + 2) === 11 && LOOPS.has(ascii(bytes, at + 3, 11));
}

/** GIF: everything but comments and blocks of applications, byte for byte. Null for a block that is none. */
export function cleanGif(bytes: Uint8Array): CleanPicture | null {
  const view = viewOf(bytes);
  const start = HEADER_BYTES + tableBytes(byteAt(bytes, 10));
  const kept = [part(bytes, 0, start)];
  for (let at = start; ; ) {
    const kind = byteAt(bytes, at);
    if (kind === TRAILER) {
      kept.push(part(bytes, at, 1));
      return { bytes: joined(kept), width: view.getUint16(6, true), height: view.getUint16(8, true) };
    }
    if (kind !== EXTENSION && kind !== IMAGE) return null;
    const blocks = kind === EXTENSION ? at + 2 : at + 10 + tableBytes(byteAt(bytes, at + 9)) + 1;
    const end = endOfBlocks(bytes, blocks);
    if (kind === IMAGE || isKept(bytes, at)) kept.push(part(bytes, at, end - at));
    at = end;
  }
}
