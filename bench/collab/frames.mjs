// The wire format of Hocuspocus 4, as far as a load client needs it: the document's name, a type, a body. That of
// y-websocket is the same without the name, which is null here.
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

const TYPE = { sync: 0, awareness: 1, auth: 2, syncReply: 4, syncStatus: 8 };
const PING = 9;
const PONG = 10;
const STEP = { ask: 0, answer: 1, update: 2 };
const PERMISSION_DENIED = 1;
const CLIENT_VERSION = "4.8.0";

function frame(name, type, writeBody) {
  const encoder = encoding.createEncoder();
  if (name !== null) encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, type);
  writeBody(encoder);
  return encoding.toUint8Array(encoder);
}

const syncFrame = (name, step, bytes) =>
  frame(name, TYPE.sync, (encoder) => {
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, bytes);
  });

export const authFrame = (name) =>
  frame(name, TYPE.auth, (encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, "");
    encoding.writeVarString(encoder, CLIENT_VERSION);
  });
export const askFrame = (name, stateVector) => syncFrame(name, STEP.ask, stateVector);
export const answerFrame = (name, update) => syncFrame(name, STEP.answer, update);
export const updateFrame = (name, update) => syncFrame(name, STEP.update, update);
export const PONG_FRAME = Uint8Array.of(PONG);

/**
 * A cursor after item `clock` of client `clientId`, as the caret extension sends it. `turn` increases with each one.
 */
export function cursorFrame(name, { clientId, clock, turn }) {
  const item = { client: clientId, clock };
  const place = { type: { client: clientId, clock: 1 }, tname: null, item, assoc: 0 };
  const awareness = encoding.createEncoder();
  encoding.writeVarUint(awareness, 1);
  encoding.writeVarUint(awareness, clientId);
  encoding.writeVarUint(awareness, turn);
  encoding.writeVarString(awareness, JSON.stringify({ cursor: { anchor: place, head: place } }));
  return frame(name, TYPE.awareness, (encoder) =>
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(awareness)),
  );
}

/** News of no cursor, as a sign of life. It is sent on to no one. */
export const aliveFrame = (name) =>
  frame(name, TYPE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, Uint8Array.of(0)));

/** Reads a frame from the server: {kind, bytes?, reason?}. */
export function readFrame(bytes, hasName) {
  if (bytes.length === 1 && bytes[0] === PING) return { kind: "ping" };
  const decoder = decoding.createDecoder(bytes);
  if (hasName) decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  if (type === TYPE.syncStatus) return { kind: decoding.readVarUint(decoder) === 1 ? "acknowledged" : "refused" };
  if (type === TYPE.auth && decoding.readVarUint(decoder) === PERMISSION_DENIED)
    return { kind: "denied", reason: decoding.readVarString(decoder) };
  if (type !== TYPE.sync && type !== TYPE.syncReply) return { kind: "other" };
  const step = decoding.readVarUint(decoder);
  const kind = step === STEP.ask ? "ask" : step === STEP.answer ? "answer" : "update";
  return { kind, bytes: decoding.readVarUint8Array(decoder) };
}
