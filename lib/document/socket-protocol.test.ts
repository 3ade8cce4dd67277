import { createEncoder, toUint8Array, writeVarInt, writeVarString, writeVarUint } from "lib0/encoding";
import { expect, it } from "vitest";
import { readFrame } from "./frame.ts";
import { CLOSE, FINAL_CLOSE_CODES, parseScopeMessage, scopeMessage, socketUrl } from "./socket-protocol.ts";

it("writes whether one can write and others can read, and reads it back", () => {
  for (const readOnly of [true, false])
    for (const restricted of [true, false])
      expect(parseScopeMessage(scopeMessage({ readOnly, restricted }))).toEqual({ t: "scope", readOnly, restricted });
});

it("takes a review for restricted when an older server doesn't say", () => {
  expect(parseScopeMessage('{"t":"scope","readOnly":false}')).toMatchObject({ restricted: true });
});

it.each(["null", "1", "{", "{}", '{"t":"seen","readOnly":true}', '{"t":"scope"}', '{"t":"scope","readOnly":"yes"}'])(
  "reads no scope from %s",
  (payload) => expect(parseScopeMessage(payload)).toBeNull(),
);

it.each([
  ["https://afterword.example.com", "wss://afterword.example.com/collab?doc=a+b&v=7"],
  ["http://localhost:3000/reviews/REV-1", "ws://localhost:3000/collab?doc=a+b&v=7"],
])("finds the socket of a page at %s", (origin, address) => expect(socketUrl(origin, "a b", 7)).toBe(address));

it("comes back after a loss, but not where there is nothing to come back to", () => {
  const { notSaved, outOfStep, tooManySockets, restarting, tryLater, ...final } = CLOSE;
  expect([...FINAL_CLOSE_CODES].sort()).toEqual(Object.values(final).sort());
  for (const code of [notSaved, outOfStep, tooManySockets, restarting, tryLater])
    expect(FINAL_CLOSE_CODES.has(code)).toBe(false);
});

/** A frame as the provider writes it: the document's name, then numbers. */
function frame(type: number, more?: { step?: number; applied?: number }) {
  const encoder = createEncoder();
  writeVarString(encoder, "document");
  writeVarUint(encoder, type);
  if (more?.step !== undefined) writeVarUint(encoder, more.step);
  if (more?.applied !== undefined) writeVarInt(encoder, more.applied);
  return toUint8Array(encoder);
}

it.each([
  ["the first step of a handshake", frame(0, { step: 0 }), { kind: "other" }],
  ["the answer of a handshake", frame(0, { step: 1 }), { kind: "step2" }],
  ["an edit", frame(0, { step: 2 }), { kind: "update" }],
  ["an edit that was saved", frame(8, { applied: 1 }), { kind: "answer", applied: true }],
  ["an edit that was not saved", frame(8, { applied: 0 }), { kind: "answer", applied: false }],
  ["a caret", frame(1, { step: 2 }), { kind: "other" }],
  ["a frame that is cut", frame(0), { kind: "other" }],
  ["nothing", new Uint8Array(), { kind: "other" }],
])("recognises the type of a frame: %s", (_, bytes, kind) => expect(readFrame(bytes)).toEqual(kind));
