import { createDecoder, readVarInt, readVarString, readVarUint } from "lib0/decoding";

const SYNC = 0;
const SYNC_STATUS = 8;
const STEP_2 = 1;
const UPDATE = 2;

export type Frame = { kind: "step2" | "update" | "other" } | { kind: "answer"; applied: boolean };

/** The type of a frame on the document socket. */
export function readFrame(frame: Uint8Array): Frame {
  try {
    const decoder = createDecoder(frame);
    readVarString(decoder);
    const type = readVarUint(decoder);
    if (type === SYNC_STATUS) return { kind: "answer", applied: readVarInt(decoder) === 1 };
    const step = type === SYNC ? readVarUint(decoder) : -1;
    return { kind: step === STEP_2 ? "step2" : step === UPDATE ? "update" : "other" };
  } catch {
    return { kind: "other" };
  }
}
